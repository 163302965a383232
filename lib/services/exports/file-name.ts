import { FORMATS, type Format } from '../../export/formats.ts';

/** What tells apart the files that have the same ending. */
const PART: Partial<Record<Format, string>> = {
  report: 'report',
  mapA3: 'map A3',
  mapA1: 'map A1',
  curves: 'curves',
};
const MOST_LETTERS = 80;

/** A file's name from what the workshop is called: what no file system or header takes is left away. */
export function fileName(title: string, number: number, format: Format): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\\/:*?"<>|%;]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const short = [...plain].slice(0, MOST_LETTERS).join('').trim() || 'journey';
  const part = PART[format];
  return `${short} ${number}${part ? ` ${part}` : ''}.${FORMATS[format].extension}`;
}

/**
 * The header that makes a browser save a body under a name (RFC 6266): plain letters for those that read no
 * others, and the whole name encoded for all the rest.
 */
export function disposition(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^\x20-\x7e]/g, '_')
    .replace(/["\\]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
