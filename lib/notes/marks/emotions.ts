/**
 * The faces an emotion may be marked with, from very bad to very good; a person chooses, and the choice
 * carries the valence. The first of each valence answers to its digit (1 … 5).
 */
export const FACES = [
  { valence: -2, key: 'm2', emoji: ['😡', '😢'] },
  { valence: -1, key: 'm1', emoji: ['😟', '🙁'] },
  { valence: 0, key: 'z0', emoji: ['😐', '🤔'] },
  { valence: 1, key: 'p1', emoji: ['🙂', '😌'] },
  { valence: 2, key: 'p2', emoji: ['😄', '😍'] },
] as const;

export const SEVERITIES = [1, 2, 3] as const;

/** A valence with its sign, so that colour is never alone: +2, +1, 0, −1, −2. */
export const signed = (valence: number): string =>
  valence > 0 ? `+${valence}` : valence < 0 ? `−${-valence}` : '0';
