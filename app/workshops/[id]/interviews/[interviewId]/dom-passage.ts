import type { Range as Span } from '@/lib/notes/marks/segments.ts';
import { trimmed, wholeWords } from '@/lib/notes/marks/spans.ts';

/** A stretch of one turn, by the turn's position and UTF-16 offsets in its text. */
export interface Passage extends Span {
  turn: number;
  words: string;
}

const TEXT = '[data-turn-text]';

const textOf = (node: Node | null): HTMLElement | null =>
  (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>(TEXT) ?? null;

/** How many characters of `host` stand before a point in the page. */
function offsetIn(host: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange();
  before.selectNodeContents(host);
  before.setEnd(node, offset);
  return before.toString().length;
}

/**
 * The turn's whole words that the browser's selection touches, without blanks at the ends; null when it is empty
 * or in no turn. A selection over several turns counts for the one it began in.
 */
export function selectedPassage(within: HTMLElement): Passage | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const host = textOf(selection.anchorNode) ?? textOf(range.startContainer);
  if (!host || !within.contains(host)) return null;
  const text = host.textContent ?? '';
  const whole = document.createRange();
  whole.selectNodeContents(host);
  const startsInside = range.compareBoundaryPoints(Range.START_TO_START, whole) >= 0;
  const endsInside = range.compareBoundaryPoints(Range.END_TO_END, whole) <= 0;
  const span = trimmed(text, {
    start: startsInside ? offsetIn(host, range.startContainer, range.startOffset) : 0,
    end: endsInside ? offsetIn(host, range.endContainer, range.endOffset) : text.length,
  });
  if (!span) return null;
  const { start, end } = wholeWords(text, span);
  return { start, end, turn: Number(host.dataset.turnText), words: text.slice(start, end) };
}

/** The point `offset` characters into `host`, as the browser's ranges want it. */
function pointAt(host: HTMLElement, offset: number): [Node, number] {
  const walker = document.createTreeWalker(host, NodeFilter.SHOW_TEXT);
  let left = offset;
  let last: Node = host;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left <= length) return [node, left];
    left -= length;
    last = node;
  }
  return [last, last.textContent?.length ?? 0];
}

/** Selects words of a turn as if a mouse had done it. */
export function selectWords(host: HTMLElement, { start, end }: Span): void {
  document.getSelection()?.setBaseAndExtent(...pointAt(host, start), ...pointAt(host, end));
}

/** Gives a turn the focus and makes it the one that Tab leads to. */
export function focusTurn(turn: HTMLElement): void {
  const was = turn.parentElement?.querySelector<HTMLElement>('[data-turn][tabindex="0"]');
  if (was) was.tabIndex = -1;
  turn.tabIndex = 0;
  turn.focus({ preventScroll: true });
}
