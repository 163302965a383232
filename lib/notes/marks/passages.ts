import type { Range } from './segments.ts';

/** Where words stand in a transcript: in which turn (by its place in the list), UTF-16 units, end excluded. */
export interface Passage extends Range {
  turn: number;
}

interface Token extends Range {
  word: string;
  turn: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Of a hundred words so many may be other, missing or too many: whoever copied them corrected a slip. */
const SLIPS = 0.15;
const CLOSING = /^[.,?!…:;)\]"”’]+/;

const wordsOf = (text: string, turn: number): Token[] =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    turn,
    start: index,
    end: index + word.length,
  }));

/** Without the names at the beginnings of its lines: "Participant: Yeah." */
function withoutSpeakers(words: string, speakers: ReadonlySet<string>): string {
  return words
    .split('\n')
    .map((line) => {
      const label = /^\s*(?:\d{1,5}\s+)?([^:\n]{1,60}):(?:\s|$)/.exec(line);
      return label?.[1] !== undefined && speakers.has(label[1].trim()) ? line.slice(label[0].length) : line;
    })
    .join('\n');
}

/** Where `sought` stands word for word: the place of its first word among all; -1 when nowhere. */
function exactly(all: readonly Token[], sought: readonly Token[]): number {
  const first = sought[0]?.word;
  for (let at = 0; at + sought.length <= all.length; at++) {
    if (all[at]?.word === first && sought.every(({ word }, i) => all[at + i]?.word === word)) return at;
  }
  return -1;
}

/**
 * Where `sought` stands nearly: the stretch with the fewest words other, missing or too many. Two rows of
 * the table of distances are enough; each cell remembers where its stretch began.
 * @returns [from, to) in words; null when too much is other
 */
function nearly(all: readonly Token[], sought: readonly Token[]): [number, number] | null {
  let above = all.map((_, at) => ({ cost: 0, from: at })).concat({ cost: 0, from: all.length });
  for (const [i, { word }] of sought.entries()) {
    const row = [{ cost: i + 1, from: 0 }];
    for (let at = 0; at < all.length; at++) {
      const [diagonal, up, left] = [above[at], above[at + 1], row[at]];
      if (!diagonal || !up || !left) break;
      const same = all[at]?.word === word;
      let best = { cost: diagonal.cost + (same ? 0 : 1), from: diagonal.from };
      if (up.cost + 1 < best.cost) best = { cost: up.cost + 1, from: up.from };
      if (left.cost + 1 < best.cost) best = { cost: left.cost + 1, from: left.from };
      row.push(best);
    }
    above = row;
  }
  const most = Math.floor(sought.length * SLIPS);
  let found: [number, number] | null = null;
  let cost = most + 1;
  for (const [to, cell] of above.entries()) {
    if (cell.cost < cost && to > cell.from) {
      cost = cell.cost;
      found = [cell.from, to];
    }
  }
  return found;
}

/**
 * Finds words that somebody copied out of a transcript in it again: whatever became of line breaks, blanks,
 * hyphens, capitals and punctuation, and with a few words corrected. Words that run over several turns give
 * a passage in each; names of speakers at the beginnings of lines are passed over. Empty when they are not
 * in it. Of words that stand in it more than once, the first.
 */
export function findPassages(turns: readonly { text: string; speaker?: string }[], words: string): Passage[] {
  const speakers = new Set(turns.flatMap(({ speaker }) => speaker ?? []));
  const sought = wordsOf(withoutSpeakers(words, speakers), 0);
  if (sought.length === 0) return [];
  const all = turns.flatMap(({ text }, turn) => wordsOf(text, turn));
  const at = exactly(all, sought);
  const found = at >= 0 ? ([at, at + sought.length] as const) : nearly(all, sought);
  if (!found) return [];
  const passages = new Map<number, Passage>();
  for (const { turn, start, end } of all.slice(...found)) {
    const passage = passages.get(turn) ?? { turn, start, end };
    passages.set(turn, { ...passage, end });
  }
  return [...passages.values()].map((passage) => {
    const behind = CLOSING.exec(turns[passage.turn]?.text.slice(passage.end) ?? '');
    return { ...passage, end: passage.end + (behind?.[0].length ?? 0) };
  });
}
