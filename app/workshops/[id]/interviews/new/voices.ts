import type { CastTurn } from '@/lib/notes/transcript/index.ts';

/** The turns as they are sent: numbers in place of the names, which are nobody's business but ours here. */
export function withoutNames(turns: readonly CastTurn[]): CastTurn[] {
  const voices = [...new Set(turns.map((turn) => turn.speaker))];
  return turns.map((turn) => ({ ...turn, speaker: String(voices.indexOf(turn.speaker)) }));
}

interface Calls {
  asks: (n: number) => string;
  /** The alias, or what stands for it while there is none. */
  answers: (n: number) => string;
}

/** What each label will be called, as the server numbers them: the alias without a number is the first who answers. */
export function namesOf(turns: readonly CastTurn[], calls: Calls): Map<string, string> {
  const asking = [...new Set(turns.filter((t) => t.role === 'interviewer').map((t) => t.speaker))];
  const main = turns.filter((turn) => turn.role === 'interviewee');
  const beside = turns.filter((turn) => turn.role === 'companion');
  const answering = [...new Set([...main, ...beside].map((turn) => turn.speaker))];
  return new Map([
    ...asking.map((label, i) => [label, calls.asks(i + 1)] as const),
    ...answering.map((label, i) => [label, calls.answers(i + 1)] as const),
  ]);
}
