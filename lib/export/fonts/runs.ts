import * as fontkit from 'fontkit';
import { clustersOf } from '../../journey/layout/wrap.ts';
import { type Face, fontFile } from './files.ts';

/** A stretch of text that one font sets: Inter, or the emoji. */
export interface Run {
  text: string;
  emoji: boolean;
}

/** Stands where neither font has a character, so that it is seen that something is missing. */
export const UNKNOWN = '□';

/**
 * Text by the fonts that have it. A whole emoji (a family, a flag, a face with its skin tone) is never
 * divided. What no font of ours has, scripts other than Latin, Greek and Cyrillic above all, becomes
 * `UNKNOWN`; pass `keepUnknown` where whoever opens the file may have a font for it.
 */
export function textRuns(text: string, { keepUnknown = false } = {}): Run[] {
  const runs: Run[] = [];
  for (const cluster of clustersOf(text.normalize('NFC'))) {
    const run = runOf(cluster, keepUnknown);
    if (!run.text) continue;
    const last = runs.at(-1);
    if (last && last.emoji === run.emoji) last.text += run.text;
    else runs.push(run);
  }
  return runs;
}

/** How many characters of a text stand as `UNKNOWN`. */
export function unknownIn(text: string): number {
  if (isPlain(text)) return 0;
  const asked = (value: string) => value.split(UNKNOWN).length;
  return asked(textRuns(text).reduce((all, run) => all + run.text, '')) - asked(text);
}

/** Letters, figures and signs of Western European languages: no need to ask the fonts. */
const isPlain = (text: string) => /^[\n\r\u0020-\u007e\u00a0-\u00ac\u00ae-\u00ff\u2013-\u2026−]*$/.test(text);

function runOf(cluster: string, keepUnknown: boolean): Run {
  if (isPlain(cluster)) return { text: cluster, emoji: false };
  if (/\s/u.test(cluster)) return { text: ' ', emoji: false };
  const asEmoji = /\p{Emoji_Presentation}|\ufe0f/u.test(cluster);
  if (asEmoji && has('Emoji', cluster)) return { text: cluster, emoji: true };
  const bare = cluster.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  if (has('Inter-400', bare)) return { text: bare, emoji: false };
  if (has('Emoji', cluster)) return { text: cluster, emoji: true };
  return { text: keepUnknown ? cluster : UNKNOWN, emoji: false };
}

const covered = new Map<Face, ReadonlySet<number>>();

function has(face: Face, text: string): boolean {
  let set = covered.get(face);
  if (!set) {
    set = new Set((fontkit.create(fontFile(face)) as fontkit.Font).characterSet);
    covered.set(face, set);
  }
  for (const char of text) if (!set.has(char.codePointAt(0) as number)) return false;
  return true;
}
