import type { Locale } from '../../i18n/locale.ts';
import { formatter, translator } from '../../i18n/translator.ts';

/** A cell's value; null is an empty cell. */
export type Value = string | number | Date | null;

export interface Table {
  title: string;
  columns: readonly { title: string; width: number }[];
  rows: readonly (readonly Value[])[];
}

/** One column: its title, its width in characters, and what of an item stands in it. */
export type Column<T> = readonly [title: string, width: number, value: (item: T) => Value];

export function tableOf<T>(title: string, columns: readonly Column<T>[], items: readonly T[]): Table {
  return {
    title,
    columns: columns.map(([name, width]) => ({ title: name, width })),
    rows: items.map((item) => columns.map(([, , value]) => value(item))),
  };
}

/** What tables are written with: sentences, lists and dates of the reader's language. */
export interface Words {
  t: ReturnType<typeof translator<'export'>>;
  list: (items: readonly string[]) => string;
  yesNo: (is: boolean) => string;
}

export function wordsOf(locale: Locale): Words {
  const t = translator(locale, 'export');
  return {
    t,
    list: (items) => formatter(locale).list(items),
    yesNo: (is) => (is ? t('yes') : t('no')),
  };
}
