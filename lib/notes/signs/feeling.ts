/** A face at the beginning of a line: as an emoji, what it is worth, and how many UTF-16 units it takes up. */
export interface Feeling {
  emoji: string;
  /** −2…+2. */
  valence: number;
  length: number;
}

/** What people type on a keyboard without emoji. Longer ones first: `:'(` is not `:'`. */
const SMILEYS: readonly [pattern: RegExp, emoji: string, valence: number][] = [
  [/^>:-?[(/]+/, '😡', -2],
  [/^[:=;][’']-?\(+/u, '😢', -2],
  [/^[:=]-?\({2,}/, '😢', -2],
  [/^[:=]-?\(/, '🙁', -1],
  [/^[:=]-?[/\\](?![/\\])/, '😕', -1],
  [/^:-?[sS](?![\p{L}\p{N}])/u, '😕', -1],
  [/^[:=]-?\|/, '😐', 0],
  [/^:-?[oO](?![\p{L}\p{N}])/u, '😮', 0],
  [/^[:=]-?\){2,}/, '😄', 2],
  [/^[:=]-?\)/, '🙂', 1],
  [/^;-?\)/, '😉', 1],
  [/^[:=;]-?[pP](?![\p{L}\p{N}])/u, '😛', 1],
  [/^[:=]-?D+(?![\p{L}\p{N}])/u, '😄', 2],
  [/^<3(?!\d)/, '❤️', 2],
];

/**
 * The emoji people know a feeling by, by how it weighs. Any other is kept, at 0: whoever marks it
 * afterwards says what it meant.
 */
const KNOWN: readonly [valence: number, emoji: string][] = [
  [-2, '😡🤬😠😤😢😭😱😨😰😖😫🤮💔👿👎💩🖕😿🙀🆘'],
  [-1, '😟🙁☹😞😔😕😣😩😧😦😥😓😒🙄😬😳😵🥺🤯🤢😪🥱🤕😑🤨😴⚠🤦'],
  [0, '😐🤔😶😮😯😲🤷🫤🧐❓❗'],
  [1, '🙂😌☺😊😉😅🤗👍🙏😏😎😋😛😇🙃✅👌💪'],
  [2, '😄😃😀😁😆🤣😂😍🥰🤩🥳😻❤🧡💛💚💙💜💖💯🎉👏🏆⭐🌟🔥🙌'],
];

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const split = (text: string) => Array.from(graphemes.segment(text), ({ segment }) => segment);
const VALENCE = new Map(KNOWN.flatMap(([valence, all]) => split(all).map((one) => [one, valence] as const)));

/** Skin tones, the gender behind a joiner and the sign that asks for colour do not change what a face says. */
const DRESS = /[\u{1f3fb}-\u{1f3ff}\ufe0f]|\u200d[♀♂]/gu;
const PICTURE = /^(?![©®™])\p{Extended_Pictographic}/u;
/** No emoji is longer; the segmenter need not see the line. */
const LONGEST = 40;

/** The feeling a line begins with, or null. */
export function feelingAtStart(text: string): Feeling | null {
  for (const [pattern, emoji, valence] of SMILEYS) {
    const found = pattern.exec(text);
    if (found) return { emoji, valence, length: found[0].length };
  }
  if (!PICTURE.test(text)) return null;
  const [emoji = ''] = split(text.slice(0, LONGEST));
  return { emoji, valence: VALENCE.get(emoji.replace(DRESS, '')) ?? 0, length: emoji.length };
}
