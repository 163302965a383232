import { z } from 'zod';

/** One person of the workshop as the map shows them, from GET /api/workshops/[id]/members. */
export const member = z.object({ userId: z.string(), name: z.string(), functionName: z.string() });
export type Member = z.infer<typeof member>;

const COLOURS = [
  '#0b6157',
  '#1f5fa6',
  '#7a3e9d',
  '#a23b63',
  '#8a5a00',
  '#3f6b1f',
  '#2b6f8f',
  '#5a4fb0',
  '#9c4221',
  '#4d5a66',
] as const;

/** The colour of a person's cursor and ring; the same on every screen. White text is readable on each. */
export function colourOf(userId: string): string {
  let hash = 0;
  for (const char of userId) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return COLOURS[hash % COLOURS.length] as string;
}

/** One or two letters for an avatar. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? '')][0] ?? '?';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toUpperCase();
}
