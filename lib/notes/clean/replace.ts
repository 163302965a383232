import { codesFor, FLAG_KINDS, type FlagKind } from '../privacy/index.ts';
import { alignSpan, CODE } from './align.ts';
import { type OpenFlag, personOf } from './flags.ts';

/** A turn with what was said in it and what of that the group will read. */
export interface CleaningTurn {
  position: number;
  raw: string;
  text: string;
}

/** One turn's text before and after. */
export interface Change {
  turn: number;
  before: string;
  clean: string;
}

/**
 * Writes codes in place of what is flagged: of `chosen`, and of everything else in the interview that has
 * the same value, by flag or as the same whole words.
 * @param flags all that is open in the interview
 * @param locale of the workshop: which language the codes are in
 */
export function replaceFlags(
  turns: readonly CleaningTurn[],
  flags: readonly OpenFlag[],
  chosen: readonly OpenFlag[],
  locale: 'en' | 'sv',
): Change[] {
  const values = new Map(chosen.map((flag) => [personOf(flag), { kind: flag.kind, words: flag.words }]));
  const codes = codesOf(turns, [...values.values()], locale);
  const codeOf = new Map([...values.keys()].map((value, i) => [value, codes[i] ?? '']));
  return turns.flatMap((turn) => {
    const there = flags.filter((flag) => flag.turn === turn.position && codeOf.has(personOf(flag)));
    let text = turn.text;
    for (const flag of there.sort((a, b) => b.start - a.start)) {
      text = text.slice(0, flag.start) + codeOf.get(personOf(flag)) + text.slice(flag.end);
    }
    for (const [value, { words }] of values) text = replaceWords(text, words, codeOf.get(value) ?? '');
    return text === turn.text ? [] : [{ turn: turn.position, before: turn.text, clean: text }];
  });
}

/** The codes that would stand for these values, the ones they have already where they do. */
export function codesOf(
  turns: readonly CleaningTurn[],
  values: readonly { kind: FlagKind; words: string }[],
  locale: 'en' | 'sv',
): string[] {
  return codesFor(values, { locale, texts: turns.map((turn) => turn.text), given: codesGiven(turns) });
}

/** The same words elsewhere, as whole words: what a flag passed over because nothing there gave it away. */
function replaceWords(text: string, words: string, code: string): string {
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const outsideCodes = new RegExp(
    `\\[[^\\]\\n]{1,80}\\]|(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`,
    'gu',
  );
  return text.replace(outsideCodes, (found) => (found === words ? code : found));
}

/** Which value each code in the clean text stands for, read from the raw text it stands in place of. */
function codesGiven(turns: readonly CleaningTurn[]): { kind: FlagKind; words: string; code: string }[] {
  const given = new Map<string, { kind: FlagKind; words: string; code: string }>();
  for (const { raw, text } of turns) {
    if (raw === text) continue;
    for (const { 0: code, index } of text.matchAll(CODE)) {
      if (given.has(code)) continue;
      const span = alignSpan(text, raw, index, index + code.length);
      const kind = FLAG_KINDS.find((one) => namesOf(one).some((word) => code.startsWith(`[${word} `)));
      if (span && kind) given.set(code, { kind, words: raw.slice(span.start, span.end), code });
    }
  }
  return [...given.values()];
}

/** What the codes of a kind are called in either language. */
function namesOf(kind: FlagKind): string[] {
  return (['en', 'sv'] as const).map((locale) => {
    const [code = ''] = codesFor([{ kind, words: 'x' }], { locale });
    return code.slice(1, code.lastIndexOf(' '));
  });
}
