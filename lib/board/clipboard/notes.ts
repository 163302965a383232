import { z } from 'zod';
import { attributeIn, textOf } from './html.ts';

/** A sticky note of another whiteboard: its words, and where it lay. */
const position = z.object({ x: z.number(), y: z.number() }).catch({ x: 0, y: 0 });
interface Note {
  text: string;
  x: number;
  y: number;
  /** About the height of a note, to tell rows of them apart. */
  height: number;
}

/**
 * The notes Miro or Mural put on the clipboard, in reading order; null when it is neither's. Both hide their
 * own format in an attribute (observed, not documented); beside it the words of all notes run together.
 */
export function stickyNotes(html: string): string[] | null {
  const notes = miroNotes(html) ?? muralNotes(html);
  return notes && inReadingOrder(notes.filter((note) => note.text !== ''));
}

const MIRO = /\(miro-data-v1\)([\s\S]*?)\(\/miro-data-v1\)/;
/** Miro writes each byte of its JSON that much higher. */
const MIRO_SHIFT = 59;

const miroContent = z.object({
  data: z.object({
    objects: z.array(
      z.object({
        widgetData: z
          .object({
            type: z.string(),
            json: z.object({
              text: z.string().optional().catch(undefined),
              _position: z.object({ offsetPx: position }).optional().catch(undefined),
              size: z.object({ height: z.number() }).optional().catch(undefined),
            }),
          })
          .optional()
          .catch(undefined),
      }),
    ),
  }),
});

function miroNotes(html: string): Note[] | null {
  const packed = MIRO.exec(attributeIn(html, 'data-meta') ?? '')?.[1];
  if (!packed) return null;
  const content = miroContent.safeParse(fromBase64(packed, MIRO_SHIFT));
  if (!content.success) return null;
  return content.data.data.objects.flatMap(({ widgetData }) => {
    if (!widgetData?.json.text || !['sticker', 'shape', 'text'].includes(widgetData.type)) return [];
    const { text, _position, size } = widgetData.json;
    return [{ text: textOf(text), ...(_position?.offsetPx ?? { x: 0, y: 0 }), height: size?.height ?? 200 }];
  });
}

const MURAL = /^mly:\/\/([A-Za-z0-9+/=_-]+)$/;
const words = z.string().optional().catch(undefined);
const muralContent = z.object({
  widgets: z.array(
    z.object({
      x: z.number().catch(0),
      y: z.number().catch(0),
      height: z.number().catch(140),
      properties: z.object({ htmlText: words, text: words, title: words }).catch({}),
    }),
  ),
});

function muralNotes(html: string): Note[] | null {
  const packed = MURAL.exec(attributeIn(html, 'hiddenContent') ?? '')?.[1];
  if (!packed) return null;
  const content = muralContent.safeParse(fromBase64(packed, 0));
  if (!content.success) return null;
  return content.data.widgets.map(({ x, y, height, properties }) => {
    const said = [properties.htmlText, properties.text, properties.title].find((t) => t && t.trim() !== '');
    return { text: textOf(said ?? ''), x, y, height };
  });
}

function fromBase64(packed: string, shift: number): unknown {
  try {
    const binary = atob(packed.replace(/\s/g, '').replace(/-/g, '+').replace(/_/g, '/'));
    const bytes = Uint8Array.from(binary, (c) => (c.charCodeAt(0) - shift + 256) % 256);
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

/** Rows from the top, each from the left: notes that overlap by half in height are one row. */
function inReadingOrder(notes: Note[]): string[] {
  const rows: Note[][] = [];
  for (const note of [...notes].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && note.y - first.y < first.height / 2) row.push(note);
    else rows.push([note]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.x - b.x).map((note) => note.text));
}
