import type * as Y from 'yjs';
import { type Delta, editAtCaret, endOfChange, fitted, mapEdit, mapIndex } from './delta.ts';

/** What the binding needs of a textarea or input. */
export interface TextField extends EventTarget {
  value: string;
  selectionStart: number | null;
  selectionEnd: number | null;
  selectionDirection?: 'forward' | 'backward' | 'none' | null;
  setSelectionRange(start: number, end: number, direction?: 'forward' | 'backward' | 'none'): void;
}

export interface FieldBinding {
  /** Origin of the transactions, that of the commands. */
  origin: unknown;
  undo(): void;
  redo(): void;
  /** Called before the first key after a pause, so that undo takes text back in readable steps. */
  pause(): void;
  /** The most characters (UTF-16 code units) the text may have; a longer insertion is cut, never in silence. */
  limit?: number;
  /** Told how many characters did not fit; 0 when the next edit fits again. */
  onCut?(lost: number): void;
  now?(): number;
}

const PAUSE_MS = 1_000;

/**
 * Keeps a text field and a `Y.Text` alike, character by character. The caret stays with its text when
 * others type. While an input method is composing nothing is written into the field (that would tear the
 * composition); what others wrote meanwhile is merged when it ends. Undo keys go to `undo`, which leaves
 * the caret where it changed something: the browser's own history knows nothing of what was set from outside.
 * @returns a function that unbinds.
 */
export function bindField(field: TextField, text: Y.Text, binding: FieldBinding): () => void {
  const now = binding.now ?? (() => Date.now());
  let composing: { base: string; deltas: Delta[] } | null = null;
  let lastKey = now();
  let writing = false;
  let stepping = false;
  let cut = false;
  field.value = text.toString();

  function write(before: string, deltas: readonly Delta[]) {
    const typed = editAtCaret(before, field.value, field.selectionStart ?? field.value.length);
    const { edit, lost } = fitted(
      mapEdit(typed, deltas),
      text.length,
      binding.limit ?? Number.POSITIVE_INFINITY,
    );
    if (edit.remove > 0 || edit.insert !== '') {
      if (now() - lastKey > PAUSE_MS) binding.pause();
      lastKey = now();
      writing = true;
      text.doc?.transact(() => {
        if (edit.remove > 0) text.delete(edit.at, edit.remove);
        if (edit.insert) text.insert(edit.at, edit.insert);
      }, binding.origin);
      writing = false;
    }
    if (lost > 0) {
      field.value = text.toString();
      const caret = edit.at + edit.insert.length;
      field.setSelectionRange(caret, caret);
    }
    if (lost > 0 || cut) binding.onCut?.(lost);
    cut = lost > 0;
  }

  function show(deltas: readonly Delta[]) {
    const next = text.toString();
    if (field.value === next) return;
    const start = deltas.reduce(mapIndex, field.selectionStart ?? 0);
    const end = deltas.reduce(mapIndex, field.selectionEnd ?? 0);
    const direction = field.selectionDirection ?? undefined;
    field.value = next;
    field.setSelectionRange(start, end, direction);
  }

  const observer = (event: Y.YTextEvent) => {
    if (writing) return;
    const delta = event.delta as Delta;
    if (composing) composing.deltas.push(delta);
    else show([delta]);
    const end = stepping ? endOfChange(delta) : null;
    if (end !== null) field.setSelectionRange(end, end);
  };
  const step = (run: () => void) => {
    stepping = true;
    try {
      run();
    } finally {
      stepping = false;
    }
  };
  const onInput = () => {
    if (!composing) write(text.toString(), []);
  };
  const onStart = () => {
    composing = { base: field.value, deltas: [] };
  };
  const onEnd = () => {
    if (!composing) return;
    const { base, deltas } = composing;
    composing = null;
    write(base, deltas);
    show(deltas);
  };
  const onKey = (event: Event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event as KeyboardEvent;
    if (!(ctrlKey || metaKey) || altKey || composing) return;
    const letter = key.toLowerCase();
    if (letter !== 'z' && letter !== 'y') return;
    event.preventDefault();
    event.stopPropagation();
    step(letter === 'y' || shiftKey ? binding.redo : binding.undo);
  };
  const onBefore = (event: Event) => {
    const { inputType } = event as InputEvent;
    if (inputType !== 'historyUndo' && inputType !== 'historyRedo') return;
    event.preventDefault();
    step(inputType === 'historyUndo' ? binding.undo : binding.redo);
  };

  const listeners: [string, (event: Event) => void][] = [
    ['input', onInput],
    ['compositionstart', onStart],
    ['compositionend', onEnd],
    ['keydown', onKey],
    ['beforeinput', onBefore],
  ];
  text.observe(observer);
  for (const [type, listener] of listeners) field.addEventListener(type, listener);
  return () => {
    onEnd();
    text.unobserve(observer);
    for (const [type, listener] of listeners) field.removeEventListener(type, listener);
  };
}
