import type { Persona } from './model.ts';

/** How a persona is told apart on the map where there is no room for its name. */
export interface PersonaSign {
  id: string;
  /** One or two letters, or a letter and a number: no two personas of a map have the same. */
  letters: string;
  /** See `personaToken` in tokens.ts. */
  tone: number;
}

const remembered = new WeakMap<readonly Persona[], PersonaSign[]>();

/**
 * The personas' signs in their own order; letters as short as they can be while all differ. Remembered by
 * the list, which a live journey keeps for as long as no persona changes.
 */
export function personaSigns(personas: readonly Persona[]): PersonaSign[] {
  let signs = remembered.get(personas);
  if (!signs) {
    signs = signsOf(personas);
    remembered.set(personas, signs);
  }
  return signs;
}

function signsOf(personas: readonly Persona[]): PersonaSign[] {
  const taken = new Set<string>();
  const first = personas.map((p) => candidates(p.name)[0]);
  return personas.map(({ id, name, tone }) => {
    const [one, ...longer] = candidates(name);
    const alone = first.filter((letter) => letter === one).length === 1;
    const free = [...(alone ? [one] : []), ...longer].find((letters) => !taken.has(letters));
    const letters = free ?? numbered(one, taken);
    taken.add(letters);
    return { id, letters, tone };
  });
}

/** The first letter; the first letters of the first and last word; the first two letters. */
function candidates(name: string): [string, ...string[]] {
  const words = name.trim().split(/\s+/).map(graphemes);
  const one = words[0]?.[0]?.toLocaleUpperCase() ?? '?';
  const last = words.length > 1 ? words.at(-1)?.[0] : undefined;
  const second = words[0]?.[1];
  return [
    one,
    ...(last ? [one + last.toLocaleUpperCase()] : []),
    ...(second ? [one + second.toLocaleLowerCase()] : []),
  ];
}

function numbered(letter: string, taken: ReadonlySet<string>): string {
  let n = 2;
  while (taken.has(letter + n)) n += 1;
  return letter + n;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const graphemes = (word: string) => Array.from(segmenter.segment(word), (s) => s.segment);
