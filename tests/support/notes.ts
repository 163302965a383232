import * as Y from 'yjs';
import { LINE, lineAttributes, type NotesDoc, prompt } from '../../lib/notes/document.ts';

let count = 0;

/** A line as the editor writes one. */
export function line(text: string, { atMs }: { atMs?: number } = {}): Y.XmlElement {
  count += 1;
  const element = new Y.XmlElement(LINE);
  element.setAttribute('id', `line${count}`);
  element.setAttribute('speaker', 'interviewee');
  if (atMs !== undefined) element.setAttribute('atMs', atMs as never);
  if (text !== '') element.insert(0, [new Y.XmlText(text)]);
  return element;
}

/** Writes lines at the end. */
export function said({ doc, lines, origin }: NotesDoc, ...texts: string[]): void {
  doc.transact(() => lines.push(texts.map((text) => line(text))), origin);
}

/** What in the notes no client of ours could read or has written; looked at by Yjs' own readers. */
export function unsoundNotes({ lines, prompts, seen, asked }: NotesDoc, people: readonly string[]): string[] {
  const faults: string[] = [];
  for (const [i, element] of lines.toArray().entries()) {
    if (!(element instanceof Y.XmlElement) || element.nodeName !== LINE) {
      faults.push(`line ${i} is none`);
      continue;
    }
    if (!lineAttributes.partial().strict().safeParse(element.getAttributes()).success)
      faults.push(`line ${i} has attributes ${JSON.stringify(element.getAttributes())}`);
    for (const text of element.toArray()) {
      const runs: { insert: unknown; attributes?: unknown }[] =
        text instanceof Y.XmlText ? text.toDelta() : [{ insert: null }];
      if (runs.some((run) => typeof run.insert !== 'string' || run.attributes))
        faults.push(`line ${i} has more than letters`);
    }
  }
  for (const [id, value] of prompts) {
    const held = prompt.strict().safeParse(value);
    if (!held.success || !people.includes(held.data.byId)) faults.push(`prompt ${id}`);
  }
  for (const map of [seen, asked]) for (const value of map.values()) if (value !== true) faults.push('marks');
  return faults;
}
