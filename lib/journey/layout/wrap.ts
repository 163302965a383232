import { isJoined, textWidth, type Weight } from './measure.ts';

export interface TextStyle {
  width: number;
  fontSize: number;
  weight?: Weight;
}

/**
 * Breaks text into the lines that are drawn, one element each. Breaks at line ends, spaces and hyphens;
 * a word longer than the line is divided with a hyphen (a Swedish compound) or, where hyphens would
 * mislead (addresses, scripts without spaces), without.
 */
export function breakLines(text: string, style: TextStyle): string[] {
  return text.split(/\r\n|\r|\n/).flatMap((paragraph) => breakParagraph(paragraph, style));
}

function breakParagraph(paragraph: string, style: TextStyle): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(paragraph.trim())) {
    if (fits(line + piece, style)) {
      line += piece;
      continue;
    }
    if (line.trim()) lines.push(line.trimEnd());
    line = piece.trimStart();
    while (!fits(line, style)) {
      const [head, rest] = divide(line, style);
      lines.push(head);
      line = rest;
    }
  }
  lines.push(line.trimEnd());
  return lines;
}

/** Words with the blanks before them; a hyphen or dash inside a word ends a piece. */
function pieces(paragraph: string): string[] {
  return paragraph.match(/\s*[^\s]+?(?:[-‐–—](?=[^\s\d])|(?=\s|$))/gu) ?? [];
}

const fits = (line: string, style: TextStyle) =>
  textWidth(line.trimEnd(), style.fontSize, style.weight) <= style.width;

const LATIN_WORD = /^[(“"]?[A-Za-zÀ-ɏ]+[.,;:!?…)”"’]*$/;

/** Cuts a word that is longer than the line; the head always takes at least one whole character. */
function divide(word: string, style: TextStyle): [head: string, rest: string] {
  const clusters = clustersOf(word);
  let count = 1;
  while (count < clusters.length && fits(clusters.slice(0, count + 1).join(''), style)) count += 1;
  if (!LATIN_WORD.test(word)) {
    return [clusters.slice(0, count).join(''), clusters.slice(count).join('')];
  }
  while (count > 1 && !fits(`${clusters.slice(0, count).join('')}-`, style)) count -= 1;
  const at = syllableBefore(clusters, count);
  return [`${clusters.slice(0, at).join('')}-`, clusters.slice(at).join('')];
}

const VOWEL = /^[aeiouyåäöéèüøæ]$/i;
/** Swedish divides before the last consonant that stands before a vowel; looks back five letters at most. */
function syllableBefore(clusters: string[], count: number): number {
  for (let at = count; at > Math.max(2, count - 5); at -= 1) {
    const here = clusters[at] ?? '';
    const pair = `${clusters[at - 1] ?? ''}${here}`.toLowerCase();
    const splitsSound = ['ck', 'ch', 'sk', 'sj', 'tj', 'ng'].includes(pair);
    if (!VOWEL.test(here) && VOWEL.test(clusters[at + 1] ?? '') && !splitsSound) return at;
  }
  return count;
}

/** User-perceived characters, near enough: marks, joiners and what they join stay together. */
export function clustersOf(text: string): string[] {
  const out: string[] = [];
  let joins = false;
  let flags = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const flag = code >= 0x1f1e6 && code <= 0x1f1ff;
    flags = flag ? flags + 1 : 0;
    if (out.length > 0 && (isJoined(code) || joins || (flag && flags % 2 === 0))) {
      out[out.length - 1] += char;
    } else out.push(char);
    joins = code === 0x200d;
  }
  return out;
}

/** Keeps at most `most` lines; what is left out shows as an ellipsis that still fits. */
export function clampLines(lines: string[], most: number, style: TextStyle): string[] {
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  kept[most - 1] = withEllipsis(kept[most - 1] ?? '', style);
  return kept;
}

/** One line as it is, or as much of its beginning as fits with an ellipsis. */
function cutLine(line: string, style: TextStyle): string {
  return fits(line, style) ? line : withEllipsis(line, style);
}

/**
 * “Alias · 12:04” cut in the alias when it is too wide: the time is short and tells two quotes apart.
 * @param separator before the part that is kept whole; a line without it is cut at its end.
 */
export function cutBefore(line: string, separator: string, style: TextStyle): string {
  const at = line.lastIndexOf(separator);
  if (at < 0 || fits(line, style)) return cutLine(line, style);
  const tail = line.slice(at);
  return (
    cutLine(line.slice(0, at), { ...style, width: style.width - textWidth(tail, style.fontSize) }) + tail
  );
}

function withEllipsis(line: string, style: TextStyle): string {
  let kept = clustersOf(line);
  while (kept.length > 0 && !fits(`${kept.join('')}…`, style)) kept = kept.slice(0, -1);
  return `${kept.join('').trimEnd()}…`;
}
