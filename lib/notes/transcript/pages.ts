/** A page's foot: `3/5`, `12   3/5` (a number of the next turn beside it), `Page 3 of 5`, `Sida 3 av 5`. */
const FOOT = /^\s*(?:\d+\s{3,})?(?:\d+\s*\/\s*\d+|(?:page|sida)\s+\d+(?:\s+(?:of|av)\s+\d+)?)\s*$/i;
const NUMBER = /^\s*\d{1,5}\s*$/;

const withoutNumber = (line: string): string => line.replace(/^\s*\d{1,5}\s{2,}/, '').trim();

/**
 * The lines of a text that was printed on pages (pdftotext writes a form feed between them): page feet and
 * the numbers beside them go, and where the line at a page's end is printed again on top of the next
 * (some printers do, for a line on the edge), it counts once. Text without form feeds passes unchanged.
 */
export function joinPages(text: string): string[] {
  if (!text.includes('\f')) return text.split('\n');
  const joined: string[] = [];
  for (const page of text.split('\f')) {
    const lines = page.split('\n');
    const foot = lines.findLastIndex((line) => FOOT.test(line));
    // Only the last few lines of a page can be its foot.
    if (foot >= 0 && lines.slice(foot + 1).filter((line) => line.trim() !== '').length <= 1) {
      lines.splice(foot, 1);
      const last = lines.findLastIndex((line) => line.trim() !== '');
      if (last >= foot && NUMBER.test(lines[last] ?? '')) lines.splice(last, 1);
    }
    while (lines.length > 0 && lines.at(-1)?.trim() === '') lines.pop();
    const first = lines.findIndex((line) => line.trim() !== '');
    const top = withoutNumber(lines[first] ?? '');
    const bottom = withoutNumber(joined.findLast((line) => line.trim() !== '') ?? '');
    joined.push(...lines.slice(top.length > 20 && top === bottom ? first + 1 : Math.max(first, 0)));
  }
  return joined;
}
