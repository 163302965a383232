import { getSchema, Node } from '@tiptap/core';
import type { Node as LineNode } from '@tiptap/pm/model';
import type { Line, Speaker } from '../document.ts';
import { LINE } from '../document.ts';

/** What a line of the editor carries besides its text. `id` is null until it is stamped, see stamping.ts. */
export type LineAttributes = Omit<Line, 'text' | 'id'> & { id: string | null };

export const FRESH: LineAttributes = {
  id: null,
  speaker: 'interviewee',
  atMs: null,
  touchpointId: null,
};

export const attributesOf = (node: LineNode): LineAttributes => node.attrs as LineAttributes;

const attribute = (value: unknown) => ({ default: value, rendered: false, parseHTML: () => value });

export const Doc = Node.create({ name: 'doc', topNode: true, content: `${LINE}+` });
export const Words = Node.create({ name: 'text' });

/** One line: text without formatting. What is copied out of the notes is words alone. */
export const LineType = Node.create({
  name: LINE,
  content: 'text*',
  marks: '',
  whitespace: 'pre',
  defining: true,
  addAttributes: () => ({
    id: attribute(FRESH.id),
    speaker: attribute(FRESH.speaker satisfies Speaker),
    atMs: attribute(FRESH.atMs),
    touchpointId: attribute(FRESH.touchpointId),
  }),
  parseHTML: () => [{ tag: 'p' }, { tag: 'li' }, { tag: 'h1' }, { tag: 'h2' }, { tag: 'h3' }],
  renderHTML: () => ['p', 0],
});

/** The schema by itself, for what works without a browser. */
export const schemaOfNotes = () => getSchema([Doc, LineType, Words]);
