/**
 * Reads what other programs put on the clipboard as HTML, without a document: nothing in it is ever run,
 * loaded or shown. One pass from front to back, whatever it holds.
 */
type Token = { text: string } | { tag: string; closes: boolean; attributes: string };

function* tokens(html: string): Generator<Token> {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0 || open > at) yield { text: html.slice(at, open < 0 ? undefined : open) };
    if (open < 0) return;
    if (html.startsWith('<!', open) || html.startsWith('<?', open)) {
      const comment = html.startsWith('<!--', open);
      const end = html.indexOf(comment ? '-->' : '>', open);
      if (end < 0) return;
      at = end + (comment ? 3 : 1);
      continue;
    }
    const end = endOfTag(html, open);
    if (end < 0) return;
    const found = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 40));
    if (found) {
      const tag = (found[2] as string).toLowerCase();
      yield { tag, closes: found[1] === '/', attributes: html.slice(open + found[0].length, end) };
    }
    at = found ? end + 1 : open + 1;
    if (!found) yield { text: '<' };
  }
}

/** A tag may hold `>` inside a quoted attribute. */
function endOfTag(html: string, from: number): number {
  let quote = '';
  for (let at = from + 1; at < html.length; at += 1) {
    const c = html[at] as string;
    if (quote) {
      if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '>') return at;
  }
  return -1;
}

const SILENT = new Set(['style', 'script', 'title', 'template', 'head', 'noscript']);
const BLOCKS = new Set(
  'address article blockquote br dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section table tr ul'.split(
    ' ',
  ),
);

/** The rows of the tables in it, cell by cell; a table inside a cell counts as that cell's text. */
export function tableRows(html: string, most: number): string[][] {
  const rows: string[][] = [];
  let depth = 0;
  let silent = 0;
  let row: string[] | null = null;
  let cell: string | null = null;
  const endCell = () => {
    if (row && cell !== null) row.push(tidy(cell));
    cell = null;
  };
  const endRow = () => {
    endCell();
    if (row?.some((text) => text !== '')) rows.push(row);
    row = null;
  };
  for (const token of tokens(html)) {
    if (rows.length >= most) break;
    if ('text' in token) {
      if (silent === 0 && cell !== null) cell += decode(token.text).replace(/[\t\n\r ]+/g, ' ');
      continue;
    }
    const { tag, closes } = token;
    if (SILENT.has(tag)) silent = Math.max(0, silent + (closes ? -1 : 1));
    else if (tag === 'table') depth = Math.max(0, depth + (closes ? -1 : 1));
    else if (depth === 1 && tag === 'tr') {
      endRow();
      if (!closes) row = [];
    } else if (depth === 1 && (tag === 'td' || tag === 'th')) {
      endCell();
      if (!closes) {
        row ??= [];
        cell = '';
      }
    } else if (cell !== null) cell = broken(cell, tag);
  }
  endRow();
  return rows;
}

/** The words in it; what stands in a block of its own stands on a line of its own. */
export function textOf(html: string): string {
  let out = '';
  let silent = 0;
  for (const token of tokens(html)) {
    if ('text' in token) {
      if (silent === 0) out += decode(token.text).replace(/[\t\n\r ]+/g, ' ');
    } else if (SILENT.has(token.tag)) silent = Math.max(0, silent + (token.closes ? -1 : 1));
    else out = broken(out, token.tag);
  }
  return tidy(out);
}

/** The value of the first attribute of that name, whatever it stands on; null when there is none. */
export function attributeIn(html: string, name: string): string | null {
  for (const token of tokens(html)) {
    if ('text' in token) continue;
    const at = token.attributes.toLowerCase().indexOf(`${name.toLowerCase()}=`);
    if (at < 0) continue;
    const rest = token.attributes.slice(at + name.length + 1);
    const quote = rest[0];
    if (quote !== '"' && quote !== "'") return decode(rest.split(/\s/, 1)[0] ?? '');
    const end = rest.indexOf(quote, 1);
    return end < 0 ? null : decode(rest.slice(1, end));
  }
  return null;
}

/** A block begins and ends a line; only `br` leaves an empty one. */
function broken(text: string, tag: string): string {
  if (!BLOCKS.has(tag) || (tag !== 'br' && /\n *$/.test(text))) return text;
  return `${text}\n`;
}

const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  aring: 'å',
  Aring: 'Å',
  auml: 'ä',
  Auml: 'Ä',
  ouml: 'ö',
  Ouml: 'Ö',
  eacute: 'é',
  Eacute: 'É',
  uuml: 'ü',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  euro: '€',
};

/** Character references; what is no known one stays as it is written. */
export function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]{2,8}));/g, (all, dec, hex, name) => {
    if (name) return NAMED[name] ?? all;
    const code = dec ? Number(dec) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      ? String.fromCodePoint(code)
      : all;
  });
}
