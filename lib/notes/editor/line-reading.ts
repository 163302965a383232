import type { Node as LineNode } from '@tiptap/pm/model';
import type { Line } from '../document.ts';
import { type Reading, readLine } from '../reading.ts';
import { attributesOf } from './schema.ts';

const readings = new WeakMap<LineNode, Reading>();
const lines = new WeakMap<LineNode, Line>();

/** What a line's sign makes of it; read once for as long as the line is not touched. */
export function readingOf(node: LineNode): Reading {
  let reading = readings.get(node);
  if (!reading) {
    reading = readLine(node.textContent);
    readings.set(node, reading);
  }
  return reading;
}

/** The lines of an editor's document as plain values; an untouched line is the same object as before. */
export function linesOf(doc: LineNode): Line[] {
  return doc.content.content.flatMap((node) => {
    const held = lines.get(node);
    if (held) return [held];
    const { id, ...rest } = attributesOf(node);
    if (id === null) return [];
    const line = { id, ...rest, text: node.textContent };
    lines.set(node, line);
    return [line];
  });
}
