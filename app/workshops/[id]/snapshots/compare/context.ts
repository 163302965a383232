import type { Locale } from '@/lib/i18n/locale.ts';
import { formatter, translator } from '@/lib/i18n/translator.ts';
import { type Comparison, compareMaps } from '@/lib/journey/diff/index.ts';
import { signed } from '@/lib/journey/svg/paint.ts';
import type { Side } from '@/lib/services/snapshots.ts';

/** What every part of a comparison is written from. */
export interface CompareContext {
  a: Side;
  b: Side;
  comparison: Comparison;
  locale: Locale;
  /** What the group wrote stays in the map's own language. */
  contentLocale: Locale;
  t: ReturnType<typeof translator<'compare'>>;
  /** The map's own words: kinds, evidence, parts. */
  map: ReturnType<typeof translator<'map'>>;
  format: ReturnType<typeof formatter>;
  /** `+2`, `0`, `−1` with the reader's decimal sign. */
  sign: (value: number) => string;
  /** Either map's name of a touchpoint, lane, phase or persona, the later one's first. */
  name: (id: string) => string;
}

export function compareContext(a: Side, b: Side, locale: Locale): CompareContext {
  const t = translator(locale, 'compare');
  const names = new Map(
    [a, b].flatMap(({ journey }) =>
      [...journey.phases, ...journey.touchpoints, ...journey.lanes, ...journey.personas].map(
        (entry) => [entry.id, entry.name] as const,
      ),
    ),
  );
  return {
    ...{ a, b, locale, t },
    comparison: compareMaps(a, b),
    contentLocale: b.journey.meta.locale,
    map: translator(locale, 'map'),
    format: formatter(locale),
    sign: (value) => signed(value, locale === 'sv' ? ',' : '.'),
    name: (id) => names.get(id) || t('structure.unnamed'),
  };
}

/** What a side is called within a sentence. */
export const nameInText = (t: CompareContext['t'], { number, map }: Pick<Side, 'number' | 'map'>): string =>
  number === null ? t(`inTextNow.${map}`) : t('inText', { number });

/** What a side is called where there is little room. */
export const shortName = (t: CompareContext['t'], { number, map }: Pick<Side, 'number' | 'map'>): string =>
  number === null ? t(`shortNow.${map}`) : t('short', { number });
