import type { Node as LineNode } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import { signed } from '../marks/emotions.ts';
import { readingOf } from './line-reading.ts';
import { attributesOf } from './schema.ts';

/** What a line's margin says in words and figures of the reader's language. */
export interface MarginWords {
  /** `12:04` of the interview's clock. */
  clock(atMs: number): string;
  /** Who speaks, in a letter or two. */
  speaker: Record<'interviewee' | 'interviewer' | 'companion', string>;
}

/** After which a line has been on the screen for certain, ms. */
const LAID_OUT = 5_000;

/**
 * A line as it stands on the page. What its margin shows is in `data-` attributes and drawn by the style
 * sheet: nothing but words is within the reach of the caret, and only the line that changed is touched.
 * @param isOld whether it was there when the notes were opened
 */
export function lineView(node: LineNode, words: MarginWords, isOld: boolean): NodeView {
  const dom = document.createElement('p');
  let shown = node;
  show(dom, node, words);
  // Skipped while it is out of sight; but not at once, the first letters may be typed before it is laid out.
  const rest = () => set(dom, 'rests', '');
  const timer = isOld ? undefined : setTimeout(rest, LAID_OUT);
  if (isOld) rest();
  return {
    dom,
    contentDOM: dom,
    update(next: LineNode) {
      if (next.type !== shown.type) return false;
      if (next !== shown) show(dom, next, words);
      shown = next;
      return true;
    },
    destroy: () => clearTimeout(timer),
    ignoreMutation: (mutation) => mutation.type === 'attributes' && mutation.target === dom,
  };
}

function show(dom: HTMLElement, node: LineNode, words: MarginWords): void {
  const { id, speaker, atMs, touchpointId } = attributesOf(node);
  const reading = readingOf(node);
  set(dom, 'line', id ?? '');
  set(dom, 'kind', reading.kind);
  set(dom, 'by', reading.kind === 'touchpoint' || reading.kind === 'again' ? null : speaker);
  set(dom, 'who', words.speaker[speaker]);
  set(dom, 'at', atMs === null ? null : words.clock(atMs));
  set(dom, 'glyph', glyphOf(reading, touchpointId !== null));
  set(dom, 'weight', weightOf(reading));
}

type Reading = ReturnType<typeof readingOf>;

function glyphOf(reading: Reading, isNamed: boolean): string | null {
  if (reading.kind === 'quote') return '”';
  if (reading.kind === 'friction') return '!'.repeat(reading.severity);
  if (reading.kind === 'emotion') return `${reading.emoji} ${signed(reading.valence)}`;
  if (reading.kind === 'again') return '?';
  if (reading.kind === 'touchpoint') return isNamed ? '◆' : '◇';
  return null;
}

/** A friction's severity, an emotion's valence in whole steps: −2 … 2. */
function weightOf(reading: Reading): string | null {
  if (reading.kind === 'friction') return String(reading.severity);
  if (reading.kind === 'emotion') return String(Math.round(reading.valence));
  return null;
}

function set(dom: HTMLElement, name: string, value: string | null): void {
  if (value === null) delete dom.dataset[name];
  else if (dom.dataset[name] !== value) dom.dataset[name] = value;
}
