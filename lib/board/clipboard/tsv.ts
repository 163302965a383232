/**
 * Rows and cells as spreadsheets put them on the clipboard as text: tabs between cells, a cell in quotation
 * marks (doubled inside it) when it holds a line break, a tab or a quotation mark.
 */
export function tsvRows(text: string, most: number): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const endRow = () => {
    if (row.some((cell) => cell !== '')) rows.push(row);
    row = [];
  };
  while (at < text.length && rows.length < most) {
    const quoted = text[at] === '"' ? readQuoted(text, at) : null;
    if (quoted) {
      row.push(quoted.cell.trim());
      at = quoted.end;
    } else {
      const rest = /[\t\n\r]/g;
      rest.lastIndex = at;
      const end = rest.exec(text)?.index ?? text.length;
      row.push(text.slice(at, end).trim());
      at = end;
    }
    if (text[at] === '\t') {
      at += 1;
      // A tab that ends the text leaves an empty cell behind it, which says nothing.
      continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    at += 1;
    endRow();
  }
  endRow();
  return rows;
}

/** A cell in quotation marks; null when they do not close at a cell's end, and are words like any others. */
function readQuoted(text: string, from: number): { cell: string; end: number } | null {
  let cell = '';
  let at = from + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return null;
    cell += text.slice(at, close);
    const next = text[close + 1];
    if (next === '"') {
      cell += '"';
      at = close + 2;
      continue;
    }
    if (next === undefined || next === '\t' || next === '\n' || next === '\r') {
      return { cell: cell.replace(/\r\n?/g, '\n'), end: close + 1 };
    }
    return null;
  }
}
