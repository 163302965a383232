import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * The type everything on paper is set in: Inter, and the outlines of Noto Emoji, both under the SIL Open Font
 * License. Static files, because neither PDF nor the maker of pictures reads a variable font. They lie in
 * node_modules, so nothing has to be installed on the machine.
 */
const FILES = {
  'Inter-400': '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  'Inter-500': '@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf',
  'Inter-600': '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  'Inter-700': '@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf',
  Emoji: '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
} as const;

/** A font file: Inter in one of its weights, or the emoji. */
export type Face = keyof typeof FILES;
export const FACES = Object.keys(FILES) as Face[];
export type InterWeight = 400 | 500 | 600 | 700;

/** The family a face belongs to, as files name it. */
export const familyOf = (face: Face): string => (face === 'Emoji' ? 'Noto Emoji' : 'Inter');

/** The nearest weight there is a file for; between two, the lighter. */
export function faceOf(weight: number): Face {
  const near = Math.min(700, Math.max(400, Math.ceil((weight - 50) / 100) * 100)) as InterWeight;
  return `Inter-${near}`;
}

const find = createRequire(import.meta.url);
const read = new Map<Face, Buffer>();

/** A face's TrueType file; read once. */
export function fontFile(face: Face): Buffer {
  let file = read.get(face);
  if (!file) {
    file = readFileSync(find.resolve(FILES[face]));
    read.set(face, file);
  }
  return file;
}
