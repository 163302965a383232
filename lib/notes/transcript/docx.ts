import { SaxesParser } from 'saxes';
import { AppError } from '../../errors.ts';
import { checkSize } from './bytes.ts';
import { readText } from './index.ts';
import { columnsOf, readTable } from './table.ts';
import { TRANSCRIPT_LIMITS, type Transcript } from './turn.ts';
import { fileInZip } from './zip.ts';

/** What is struck out, moved away, or said twice for older programs. */
const UNREAD = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'mc:Fallback', 'w:pPr', 'w:rPr', 'w:sectPr']);
const SIGNS: Record<string, string> = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
};

interface Document {
  /** Paragraphs outside tables; a line break within one is kept. */
  paragraphs: string[];
  tables: string[][][];
}

/** The words of a Word document's main part, in reading order. Throws AppError docxBroken. */
export function readDocument(xml: string): Document {
  const parser = new SaxesParser();
  const paragraphs: string[] = [];
  const tables: string[][][] = [];
  let unread = 0;
  let depth = 0;
  let inText = false;
  let text = '';
  parser.on('doctype', () => {
    throw new AppError('docxBroken');
  });
  parser.on('error', (cause) => {
    throw new AppError('docxBroken', {}, { cause });
  });
  parser.on('opentag', ({ name, isSelfClosing }) => {
    if (UNREAD.has(name) && !isSelfClosing) unread++;
    if (unread > 0) return;
    if (name === 'w:t') inText = true;
    else if (name === 'w:tbl' && depth++ === 0) tables.push([]);
    else if (name === 'w:tr' && depth === 1) tables.at(-1)?.push([]);
    else if (name === 'w:tc' && depth === 1) tables.at(-1)?.at(-1)?.push('');
    else if (name === 'w:p') text = '';
    else text += SIGNS[name] ?? '';
  });
  parser.on('text', (words) => {
    if (inText && unread === 0) text += words;
  });
  parser.on('closetag', ({ name, isSelfClosing }) => {
    if (UNREAD.has(name) && !isSelfClosing) unread--;
    else if (unread > 0) return;
    else if (name === 'w:t') inText = false;
    else if (name === 'w:tbl') depth--;
    else if (name === 'w:p') close();
  });
  function close() {
    const row = depth > 0 ? tables.at(-1)?.at(-1) : undefined;
    if (!row || row.length === 0) paragraphs.push(text);
    else row[row.length - 1] = `${row.at(-1)}\n${text}`.trim();
    text = '';
  }
  parser.write(xml).close();
  return { paragraphs, tables };
}

/**
 * The transcript in a Word file, as Teams and Meet make them and people write them: by its paragraphs, or
 * by its table when it has one with who speaks and what is said. Throws AppError fileTooLarge, fileEmpty,
 * fileUnsafe, docxBroken, fileBinary for another sort of ZIP, and as readText.
 */
export function readDocx(bytes: Uint8Array): Transcript {
  checkSize(bytes, TRANSCRIPT_LIMITS.docxBytes);
  const main = fileInZip(bytes, /^word\/document\d*\.xml$/);
  if (!main) throw new AppError('fileBinary', { kind: 'zip' });
  const { paragraphs, tables } = readDocument(decode(main));
  const named = tables.find((rows) => columnsOf(rows[0] ?? []) !== null);
  if (named) return readTable(named);
  const rows = tables.flat().filter((row) => row.length > 1);
  // Without names over its columns: the last holds the words, the first the speaker, a time may stand between.
  const spoken = rows.map((row) => `${row.slice(0, -1).join(' ')}: ${row.at(-1)}`);
  const text = [...paragraphs, ...spoken].join('\n\n');
  if (text.trim() === '') throw new AppError('fileEmpty');
  checkSize(new TextEncoder().encode(text), TRANSCRIPT_LIMITS.bytes);
  return readText(text);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError('docxBroken', {}, { cause });
  }
}
