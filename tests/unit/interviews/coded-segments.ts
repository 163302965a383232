export interface CodedSegment {
  /** The transcript: P1 … P7. */
  document: string;
  code: string;
  words: string;
}

/** A row begins with the transcript's name; the code stands beside it, and the words from a column on. */
const ROW = /^(P\d)\s{2,}\S/;
const indentOf = (line: string): number => line.length - line.trimStart().length;
const isWrapped = (line: string): boolean => indentOf(line) > 40;

/**
 * The rows of MAXQDA's list as pdftotext printed it: two columns side by side, the right one wrapped. Where
 * it begins differs from page to page, and a long code leaves one blank before it: what is wrapped next tells.
 */
export function readCodedSegments(text: string): CodedSegment[] {
  const rows: CodedSegment[] = [];
  const lines = text.replace(/\f/g, '').split('\n');
  let column = 0;
  for (const [i, line] of lines.entries()) {
    if (ROW.test(line)) {
      const wrapped = lines.slice(i + 1, i + 8).find((next) => ROW.test(next) || isWrapped(next)) ?? '';
      if (isWrapped(wrapped)) column = indentOf(wrapped);
      // A code as wide as its column pushes nothing aside; one narrower leaves at least two blanks.
      const gap = /\S\s{2,}(?=\S)/.exec(line.slice(5));
      const at =
        line[column - 1] === ' ' && line[column] !== ' ' ? column : 5 + (gap ? gap.index + gap[0].length : 0);
      rows.push({ document: line.slice(0, 2), code: line.slice(2, at).trim(), words: line.slice(at) });
    } else {
      const last = rows.at(-1);
      if (last) last.words += `\n${line.trim()}`;
    }
  }
  return rows;
}
