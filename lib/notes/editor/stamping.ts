import type { Node as LineNode } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { isFinding, type Reading } from '../reading.ts';
import { isTaken } from './bound.ts';
import { readingOf } from './line-reading.ts';
import { attributesOf, FRESH, type LineAttributes } from './schema.ts';

export interface Stamps {
  /** A new id for a line. */
  newId(): string;
  /** What the interview's clock shows, ms; null while it does not run. */
  atMs(): number | null;
  /** A touchpoint's name; undefined for one that is not on the map (any more). */
  nameOf(touchpointId: string): string | undefined;
}

/**
 * What a line knows about itself, kept true while one types: an id of its own, who speaks, when its first
 * letter came, and the touchpoint a `#` line names.
 */
export function stamping(stamps: Stamps): Plugin {
  return new Plugin({
    key: new PluginKey('stamping'),
    appendTransaction: (transactions, before, state) => {
      const mine = transactions.filter((tr) => tr.docChanged && !isTaken(tr));
      return mine.length > 0 ? stamp(before, state, stamps) : null;
    },
  });
}

/** The transaction that stamps what differs between two states; null when all is stamped. */
export function stamp(before: EditorState, state: EditorState, stamps: Stamps): Transaction | null {
  const { old, fresh, start, others } = changedLines(before.doc, state.doc);
  const known = new Map(old.map((node) => [attributesOf(node).id, node]));
  const keepers = keepersOf(fresh, others);
  const speaker = attributesOf(old[0] ?? fresh[0] ?? state.doc.child(0)).speaker;
  const tr = state.tr;
  let pos = start;
  for (const node of fresh) {
    const held = attributesOf(node);
    const isKeeper = held.id !== null && keepers.get(held.id) === node;
    const wanted = isKeeper ? { ...held } : { ...anew(node, speaker), id: stamps.newId() };
    const before = isKeeper ? known.get(held.id) : undefined;
    const isFirst = held.id === null || (isKeeper && (before === undefined || before.content.size === 0));
    settle(wanted, node, isFirst, stamps);
    for (const name of Object.keys(FRESH) as (keyof LineAttributes)[]) {
      if (wanted[name] !== held[name]) tr.setNodeAttribute(pos, name, wanted[name]);
    }
    pos += node.nodeSize;
  }
  return tr.docChanged ? tr : null;
}

/** The second half of a line that was split was said by the same one at the same time. */
function anew(node: LineNode, speaker: LineAttributes['speaker']): LineAttributes {
  const held = attributesOf(node);
  if (held.id === null) return { ...FRESH, speaker };
  return node.content.size > 0 ? { ...held } : { ...FRESH, speaker: held.speaker };
}

/** @param isFirst whether the words of the line have only now begun */
function settle(line: LineAttributes, node: LineNode, isFirst: boolean, stamps: Stamps): void {
  if (node.content.size === 0) line.atMs = null;
  else if (isFirst && line.atMs === null) line.atMs = stamps.atMs();
  const reading = readingOf(node);
  // What is marked is what the one who answers said or felt.
  if (isFinding(reading) && line.speaker === 'interviewer') line.speaker = 'interviewee';
  if (line.touchpointId !== null && !stillNames(line.touchpointId, reading, stamps)) line.touchpointId = null;
}

function stillNames(touchpointId: string, reading: Reading, { nameOf }: Stamps): boolean {
  return reading.kind === 'touchpoint' && reading.words === nameOf(touchpointId)?.trim();
}

/** Of the lines that share an id, the one that goes on as that line: the first with words in it. */
function keepersOf(fresh: readonly LineNode[], others: ReadonlySet<string>): Map<string, LineNode> {
  const keepers = new Map<string, LineNode>();
  for (const node of fresh) {
    const { id } = attributesOf(node);
    if (id === null || others.has(id)) continue;
    const held = keepers.get(id);
    if (!held || (held.content.size === 0 && node.content.size > 0)) keepers.set(id, node);
  }
  return keepers;
}

interface Changed {
  old: LineNode[];
  fresh: LineNode[];
  /** Position of the first of `fresh`. */
  start: number;
  /** Ids of the lines outside; read only when lines were added. */
  others: ReadonlySet<string>;
}

function changedLines(before: LineNode, after: LineNode): Changed {
  const [was, is] = [before.content.content, after.content.content];
  let from = 0;
  let start = 0;
  while (from < was.length && from < is.length && was[from] === is[from]) {
    start += is[from]?.nodeSize ?? 0;
    from += 1;
  }
  let tail = 0;
  const most = Math.min(was.length, is.length) - from;
  while (tail < most && was[was.length - 1 - tail] === is[is.length - 1 - tail]) tail += 1;
  const others = new Set<string>();
  if (is.length > was.length) {
    for (const node of [...is.slice(0, from), ...is.slice(is.length - tail)]) {
      const { id } = attributesOf(node);
      if (id !== null) others.add(id);
    }
  }
  return { old: was.slice(from, was.length - tail), fresh: is.slice(from, is.length - tail), start, others };
}
