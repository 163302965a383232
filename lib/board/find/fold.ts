/**
 * Text made comparable: without case, accents and typographic quotes, so that “forsta” meets “första”. In
 * Swedish å, ä and ö are letters of their own; what was typed with them therefore ranks first (rank.ts).
 */
export function fold(text: string): string {
  let out = '';
  for (const char of text) out += foldChar(char);
  return out;
}

const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '\n': ' ',
  '\u00a0': ' ',
};
const cache = new Map<string, string>();

function foldChar(char: string): string {
  if (char >= ' ' && char <= '@') return char;
  let folded = cache.get(char);
  if (folded === undefined) {
    const low = char.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
    folded = LETTERS[low] ?? low;
    cache.set(char, folded);
  }
  return folded;
}

/**
 * Where in `text` the folded pieces stand, as [start, end) in UTF-16 units, sorted and without overlap; to
 * be marked in a result. Pieces that do not occur are passed over.
 */
export function placesOf(text: string, pieces: readonly string[]): [number, number][] {
  // For each unit of the folded text, where its character begins in the original.
  const from: number[] = [];
  let folded = '';
  let at = 0;
  for (const char of text) {
    const piece = foldChar(char);
    for (let i = 0; i < piece.length; i++) from.push(at);
    folded += piece;
    at += char.length;
  }
  from.push(at);
  const found: [number, number][] = [];
  for (const piece of pieces) {
    const index = wordStart(folded, piece);
    if (piece === '' || index < 0) continue;
    const end = index + piece.length;
    found.push([from[index] ?? at, from[end] ?? at]);
  }
  found.sort((a, b) => a[0] - b[0]);
  return found.reduce<[number, number][]>((out, span) => {
    const last = out.at(-1);
    if (last && span[0] < last[1]) last[1] = Math.max(last[1], span[1]);
    else out.push([...span]);
    return out;
  }, []);
}

/** Where a piece stands, at the beginning of a word if it does anywhere; −1 when it does not occur. */
export function wordStart(folded: string, piece: string): number {
  const first = folded.indexOf(piece);
  for (let at = first; at >= 0; at = folded.indexOf(piece, at + 1)) {
    if (at === 0 || !isWordChar(folded.charCodeAt(at - 1))) return at;
  }
  return first;
}

/** Letters and digits; whatever lies beyond ASCII counts as a letter after folding. */
function isWordChar(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127;
}
