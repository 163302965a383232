import { type Locale, regionOf } from '@/lib/i18n/locale.ts';

const KB = 1_000;
const MB = 1_000_000;

/** A file's size as people say it: kB, from a megabyte on MB with one decimal. */
export function sizeText(bytes: number, locale: Locale): string {
  const [unit, value, digits] =
    bytes >= MB
      ? (['megabyte', bytes / MB, 1] as const)
      : (['kilobyte', Math.max(1, bytes / KB), 0] as const);
  const format = { style: 'unit', unit, maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(regionOf(locale), format).format(value);
}
