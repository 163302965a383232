import * as Y from 'yjs';
import { z } from 'zod';

/**
 * The live notes of one interview, `notes:<interviewId>`: what the note-taker types, line by line, and what
 * the two who hold it tell each other on the way. Two people type at once and lose nothing.
 *
 * - `lines`: a `Y.XmlFragment` as y-prosemirror keeps it: `Y.XmlElement`s named `line`, each with the
 *   attributes of `lineAttributes` and one `Y.XmlText` without formatting (none while the line is empty).
 * - `covered`: by id of a guide question, `atMs` when it was asked.
 * - `prompts`: by id, a plain value (`prompt`), written once; `seen` by id, true once the other has read it.
 * - `asked`: by line id, true once what a `?` line wanted to ask again has been asked.
 * - `meta`: `version`, and `clock` as one plain value.
 */
export interface NotesDoc {
  doc: Y.Doc;
  /** Put on every transaction of ours but the editor's. */
  origin: unknown;
  lines: Y.XmlFragment;
  covered: Y.Map<unknown>;
  prompts: Y.Map<unknown>;
  seen: Y.Map<unknown>;
  asked: Y.Map<unknown>;
  meta: Y.Map<unknown>;
}

export const NOTES_VERSION = 1;
export const LINE = 'line';
/** Its root's name, as the editor must call it too. */
export const LINES = 'lines';
export const NOTES_MAPS = ['covered', 'prompts', 'seen', 'asked', 'meta'] as const;
export type NotesMap = (typeof NOTES_MAPS)[number];

export const NOTES_LIMITS = {
  /** Lines of one document: six hours of a line every three seconds. */
  lines: 8_000,
  /** UTF-16 code units in one line. */
  line: 4_000,
  prompts: 500,
  prompt: 200,
  id: 64,
} as const;

/** companion: another one who answers, such as a partner who comes along. */
export const SPEAKERS = ['interviewee', 'interviewer', 'companion'] as const;
export type Speaker = (typeof SPEAKERS)[number];

const id = z.string().min(1).max(NOTES_LIMITS.id);
/** Milliseconds of the interview's clock. */
const atMs = z.number().int().nonnegative().max(86_400_000);

export const lineAttributes = z.object({
  id,
  speaker: z.enum(SPEAKERS),
  /** When its first letter was typed; null where the clock did not run. */
  atMs: atMs.nullable(),
  /** The touchpoint a `#` line names, by its id in the journey document. */
  touchpointId: id.nullable(),
});

export interface Line extends z.infer<typeof lineAttributes> {
  /** As typed, with the sign it begins with. */
  text: string;
}

export const prompt = z.object({
  text: z.string().min(1).max(NOTES_LIMITS.prompt),
  byId: z.string().min(1).max(64),
  atMs: atMs.nullable(),
});
export type Prompt = z.infer<typeof prompt>;

/** The interview's clock: `before` ms had run when it was last started; it runs since `since` (ms since 1970). */
export const clock = z.object({ before: atMs, since: z.number().int().positive().nullable() });
export type Clock = z.infer<typeof clock>;
export const STOPPED: Clock = { before: 0, since: null };

/** What the clock shows at `now` (ms since 1970), in ms; null while it has never been started. */
export function clockAt({ before, since }: Clock, now: number): number | null {
  if (since === null) return before === 0 ? null : before;
  return before + Math.max(0, now - since);
}

/** The notes as plain values. */
export interface Notes {
  lines: Line[];
  covered: Record<string, number | null>;
  prompts: Record<string, Prompt & { seen: boolean }>;
  /** Line ids, sorted. */
  asked: string[];
  clock: Clock;
}

/** Defines the types on `doc`; must run before any update is applied, see `openJourney`. */
export function openNotes(doc: Y.Doc, origin: unknown = null): NotesDoc {
  return {
    doc,
    origin,
    lines: doc.getXmlFragment(LINES),
    covered: doc.getMap('covered'),
    prompts: doc.getMap('prompts'),
    seen: doc.getMap('seen'),
    asked: doc.getMap('asked'),
    meta: doc.getMap('meta'),
  };
}

/** What a new interview's notes begin as (`encodeStateAsUpdate`); written by the server when it is planned. */
export function emptyNotes(): Uint8Array {
  const notes = openNotes(new Y.Doc());
  notes.meta.set('version', NOTES_VERSION);
  const state = Y.encodeStateAsUpdate(notes.doc);
  notes.doc.destroy();
  return state;
}

const LINE_DEFAULTS = { speaker: 'interviewee', atMs: null, touchpointId: null };

/** What is written in a line, as typed. */
export function readText(line: Y.XmlElement): string {
  return line
    .toArray()
    .map((child) => (child instanceof Y.XmlText ? child.toString() : ''))
    .join('');
}

/**
 * A line's plain values; null for what is no line of ours. Attributes nobody can read fall back: no words
 * are passed over because something beside them is missing.
 */
export function readLineOf(element: unknown): Line | null {
  if (!(element instanceof Y.XmlElement) || element.nodeName !== LINE) return null;
  const text = readText(element);
  const held: Record<string, unknown> = { ...LINE_DEFAULTS, ...element.getAttributes() };
  const parsed = lineAttributes.safeParse(held);
  if (parsed.success) return { ...parsed.data, text };
  const known = id.safeParse(held.id);
  return lineOf(known.success ? known.data : placeOf(element), text);
}

const lineOf = (lineId: string, text: string): Line => ({
  ...lineAttributes.parse({ ...LINE_DEFAULTS, id: lineId }),
  text,
});

/** Where Yjs put it: the same for everybody, for good. */
const placeOf = ({ _item }: Y.XmlElement): string => `line-${_item?.id.client}-${_item?.id.clock}`;

/** The notes of a document; what nobody here can read is left out. */
export function toNotes(notes: NotesDoc): Notes {
  return { lines: notes.lines.toArray().flatMap((element) => readLineOf(element) ?? []), ...readMaps(notes) };
}

/** What stands beside the lines. */
export function readMaps(notes: NotesDoc): Omit<Notes, 'lines'> {
  const held = clock.safeParse(notes.meta.get('clock'));
  return {
    covered: Object.fromEntries(
      [...notes.covered].flatMap(([key, value]) => {
        const parsed = atMs.nullable().safeParse(value);
        return parsed.success ? [[key, parsed.data]] : [];
      }),
    ),
    prompts: Object.fromEntries(
      [...notes.prompts].flatMap(([key, value]) => {
        const parsed = prompt.safeParse(value);
        return parsed.success ? [[key, { ...parsed.data, seen: notes.seen.get(key) === true }]] : [];
      }),
    ),
    asked: [...notes.asked].flatMap(([key, value]) => (value === true ? [key] : [])).sort(),
    clock: held.success ? held.data : STOPPED,
  };
}
