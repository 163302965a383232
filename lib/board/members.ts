import { z } from 'zod';

/** One person of the workshop as the map shows them, from GET /api/workshops/[id]/members. */
export const member = z.object({ userId: z.string(), name: z.string(), functionName: z.string() });
export type Member = z.infer<typeof member>;

/** Neighbours differ most; white text is readable on each. */
const COLOURS = [
  '#0b6157',
  '#a23b63',
  '#1f5fa6',
  '#8a5a00',
  '#7a3e9d',
  '#3f6b1f',
  '#9c4221',
  '#4d5a66',
  '#b0216e',
  '#2b6f8f',
  '#6b4a2b',
  '#5a4fb0',
  '#8f2d2d',
  '#5f6600',
  '#3b3f8c',
  '#00707a',
] as const;

/** Who came as which to the workshop, counted from 0, as far as it is known here. */
const seats = new Map<string, number>();

/** Learns which colour is a person's: the first sixteen of a workshop have one each. */
export const takeSeat = (userId: string, seat: number): void => {
  seats.set(userId, seat);
};

/** The colour of a person's pointer and ring; the same on every screen. */
export function colourOf(userId: string): string {
  let number = seats.get(userId);
  if (number === undefined) {
    number = 0;
    for (const char of userId) number = (number * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  }
  return COLOURS[number % COLOURS.length] as string;
}

/** One or two letters for an avatar. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? '')][0] ?? '?';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toUpperCase();
}
