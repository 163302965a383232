import { diffWordsWithSpace } from 'diff';

/** A stretch of words that both versions of a text have, or only the earlier or the later one. */
export interface WordRun {
  kind: 'same' | 'gone' | 'new';
  words: string;
}

/** Two texts with more changes than these have little in common: all of one is shown, then all of the other. */
const MOST_CHANGES = 160;

/**
 * What two versions of a text differ in, word by word. The `same` and `gone` runs together are `before`,
 * the `same` and `new` ones `after`, to the character; a gap between two changed words belongs to the change.
 */
export function wordsChanged(before: string, after: string): WordRun[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST_CHANGES });
  if (!parts) return runs([...run('gone', before), ...run('new', after)]);
  const stretches: WordRun[] = parts.map(({ added, removed, value }) => ({
    kind: added ? 'new' : removed ? 'gone' : 'same',
    words: value,
  }));
  return runs(
    stretches.flatMap((stretch, i) => {
      const isGap =
        stretch.kind === 'same' && stretch.words.trim() === '' && i > 0 && i < stretches.length - 1;
      return isGap ? [...run('gone', stretch.words), ...run('new', stretch.words)] : [stretch];
    }),
  );
}

const run = (kind: WordRun['kind'], words: string): WordRun[] => (words === '' ? [] : [{ kind, words }]);

/** Between two stretches that stay, what went is one run and what came is another, in this order. */
function runs(stretches: readonly WordRun[]): WordRun[] {
  const joined: WordRun[] = [];
  let gone = '';
  let come = '';
  const close = () => {
    joined.push(...run('gone', gone), ...run('new', come));
    gone = '';
    come = '';
  };
  for (const { kind, words } of stretches) {
    if (kind === 'gone') gone += words;
    else if (kind === 'new') come += words;
    else {
      close();
      joined.push({ kind, words });
    }
  }
  close();
  return joined;
}
