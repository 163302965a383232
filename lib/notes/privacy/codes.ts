import type { Locale } from '../../i18n/locale.ts';
import { type FlagKind, sameValue } from './flag.ts';

export interface Value {
  kind: FlagKind;
  /** As they stand in the text. */
  words: string;
}

const WORDS: Record<Locale, Record<FlagKind, string>> = {
  en: { name: 'NAME', phone: 'PHONE', email: 'E-MAIL', personnummer: 'ID NUMBER', card: 'CARD' },
  sv: { name: 'NAMN', phone: 'TELEFON', email: 'E-POST', personnummer: 'PERSONNUMMER', card: 'KORT' },
};
const KIND_OF = new Map(
  Object.values(WORDS).flatMap((words) =>
    Object.entries(words).map(([kind, word]) => [word, kind as FlagKind]),
  ),
);
const CODE = /\[(\p{Lu}[\p{Lu} -]*) (\d{1,4})\]/gu;

/** The highest number each kind has among the codes that stand in the texts already, in either language. */
function numbersIn(texts: readonly string[]): Map<FlagKind, number> {
  const highest = new Map<FlagKind, number>();
  for (const text of texts) {
    for (const [, word = '', number] of text.matchAll(CODE)) {
      const kind = KIND_OF.get(word);
      if (kind) highest.set(kind, Math.max(highest.get(kind) ?? 0, Number(number)));
    }
  }
  return highest;
}

/** "Anna" is "Anna Berg" as long as there is one Anna only. */
function wholeName(name: string, names: readonly string[]): string {
  const parts = name.split(' ');
  const wider = names.filter((other) => {
    const others = other.split(' ');
    return others.length > parts.length && parts.every((part) => others.includes(part));
  });
  return wider.length === 1 && wider[0] !== undefined ? wider[0] : name;
}

/**
 * The code each value is replaced by, in the order given: one value has one code throughout an interview,
 * and a new one never takes a number that stands in `texts` (the interview as it is now) already. Codes
 * given earlier are handed in as `given`, so that whoever comes up again gets theirs.
 */
export function codesFor(
  values: readonly Value[],
  options: { locale: Locale; texts?: readonly string[]; given?: readonly (Value & { code: string })[] },
): string[] {
  const highest = numbersIn([...(options.texts ?? []), ...(options.given ?? []).map(({ code }) => code)]);
  const all = [...(options.given ?? []), ...values];
  const names = [
    ...new Set(all.filter(({ kind }) => kind === 'name').map(({ words }) => sameValue('name', words))),
  ];
  const keyOf = ({ kind, words }: Value) => {
    const value = sameValue(kind, words);
    return `${kind} ${kind === 'name' ? wholeName(value, names) : value}`;
  };
  const codes = new Map((options.given ?? []).map((value) => [keyOf(value), value.code]));
  return values.map((value) => {
    const key = keyOf(value);
    const known = codes.get(key);
    if (known !== undefined) return known;
    const number = (highest.get(value.kind) ?? 0) + 1;
    highest.set(value.kind, number);
    const code = `[${WORDS[options.locale][value.kind]} ${number}]`;
    codes.set(key, code);
    return code;
  });
}
