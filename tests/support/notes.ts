import * as Y from 'yjs';
import { LINE, type NotesDoc } from '../../lib/notes/document.ts';

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
