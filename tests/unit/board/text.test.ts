import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { bindField, type TextField } from '../../../lib/board/text/bind-field.ts';
import { editBetween, mapIndex } from '../../../lib/board/text/delta.ts';

/** A text field as the binding sees it, driven by hand. */
class Field extends EventTarget implements TextField {
  value = '';
  selectionStart = 0;
  selectionEnd = 0;
  setSelectionRange(start: number, end: number) {
    this.selectionStart = start;
    this.selectionEnd = end;
  }
  set(value: string, caret = value.length) {
    this.value = value;
    this.setSelectionRange(caret, caret);
  }
  type(value: string, caret = value.length) {
    this.set(value, caret);
    this.dispatchEvent(new Event('input'));
  }
  press(key: string, extra: object = {}) {
    const event = Object.assign(new Event('keydown', { cancelable: true }), { key, ctrlKey: true, ...extra });
    this.dispatchEvent(event);
    return event;
  }
}

function bound(start: string, limit?: number) {
  const doc = new Y.Doc();
  const text = doc.getText('t');
  text.insert(0, start);
  const origin = Symbol('me');
  const um = new Y.UndoManager(text, { trackedOrigins: new Set([origin]), captureTimeout: 1e9 });
  const field = new Field();
  let clock = 0;
  const cuts: number[] = [];
  const unbind = bindField(field, text, {
    origin,
    undo: () => um.undo(),
    redo: () => um.redo(),
    pause: () => um.stopCapturing(),
    now: () => clock,
    ...(limit === undefined ? {} : { limit }),
    onCut: (lost) => cuts.push(lost),
  });
  const wait = (ms: number) => {
    clock += ms;
  };
  return { doc, text, field, unbind, wait, cuts };
}

describe('a text field bound to shared text', () => {
  it('shows it and writes only what was typed', () => {
    const { text, field } = bound('Hej då');
    const deltas: unknown[] = [];
    text.observe((event) => deltas.push(event.delta));
    field.type('Hej, då');
    expect(text.toString()).toBe('Hej, då');
    expect(deltas).toEqual([[{ retain: 3 }, { insert: ',' }]]);
  });

  it('keeps the caret with its text when another writes before it, and where it is when behind', () => {
    const { text, field } = bound('one two');
    field.setSelectionRange(3, 7);
    text.insert(0, 'zero ');
    expect([field.value, field.selectionStart, field.selectionEnd]).toEqual(['zero one two', 8, 12]);
    text.insert(12, ' three');
    text.delete(0, 5);
    expect([field.value, field.selectionStart]).toEqual(['one two three', 3]);
  });

  it('leaves a composition alone and merges what others wrote when it ends', () => {
    const { text, field } = bound('日: ');
    field.setSelectionRange(3, 3);
    field.dispatchEvent(new Event('compositionstart'));
    field.type('日: k');
    text.insert(0, 'Remote ');
    expect(field.value).toBe('日: k');
    field.type('日: 曜');
    field.dispatchEvent(new Event('compositionend'));
    expect(text.toString()).toBe('Remote 日: 曜');
    expect(field.value).toBe('Remote 日: 曜');
    expect(field.selectionStart).toBe('Remote 日: 曜'.length);
  });

  it('does not lose a composition that is cut short by closing the field', () => {
    const { text, field, unbind } = bound('');
    field.dispatchEvent(new Event('compositionstart'));
    field.type('é');
    unbind();
    expect(text.toString()).toBe('é');
  });

  it('takes back my typing in steps between pauses, never what another wrote', () => {
    const { text, field, wait } = bound('');
    field.type('Hello');
    wait(2_000);
    field.type('Hello there');
    text.insert(0, 'X ');
    expect(field.press('z').defaultPrevented).toBe(true);
    expect(text.toString()).toBe('X Hello');
    field.press('z');
    expect(text.toString()).toBe('X ');
    field.press('Z', { shiftKey: true });
    expect(text.toString()).toBe('X Hello');
    expect(field.value).toBe('X Hello');
  });

  it('writes a letter among others where the caret is, so that who writes beside it is not parted', () => {
    const { text, field } = bound('aaaa');
    const deltas: unknown[] = [];
    text.observe((event) => deltas.push(event.delta));
    field.type('aaaaa', 2);
    expect(deltas).toEqual([[{ retain: 1 }, { insert: 'a' }]]);
    field.type('aaaa', 3);
    expect(deltas[1]).toEqual([{ retain: 3 }, { delete: 1 }]);
  });

  it('leaves the caret where undo and redo changed something', () => {
    const { field, wait } = bound('The end.');
    field.type('The very end.', 9);
    wait(2_000);
    field.setSelectionRange(0, 0);
    field.press('z');
    expect([field.value, field.selectionStart]).toEqual(['The end.', 4]);
    field.setSelectionRange(0, 0);
    field.press('y');
    expect([field.value, field.selectionStart]).toEqual(['The very end.', 9]);
  });

  it('cuts what does not fit between two whole characters, and says how much', () => {
    const { text, field, cuts } = bound('1234567', 12);
    field.type('123👩‍👩‍👧abc4567', 3 + 8 + 3);
    expect(text.toString()).toBe('1234567');
    expect(field.value).toBe('1234567');
    field.type('123abcdefgh4567', 11);
    expect([field.value, field.selectionStart]).toEqual(['123abcde4567', 8]);
    field.type('123abcd4567', 7);
    expect(cuts).toEqual([11, 3, 0]);
  });

  it('cuts nothing of what others wrote while an input method composed', () => {
    const { text, field } = bound('12345', 8);
    field.dispatchEvent(new Event('compositionstart'));
    field.type('12345日曜日', 8);
    text.insert(0, 'ab');
    field.dispatchEvent(new Event('compositionend'));
    expect(text.toString()).toBe('ab12345日');
    expect(field.value).toBe('ab12345日');
  });

  it('never divides an emoji', () => {
    expect(editBetween('a😀b', 'a😁b')).toEqual({ at: 1, remove: 2, insert: '😁' });
    expect(editBetween('👍', '👍👍')).toMatchObject({ remove: 0, insert: '👍' });
  });

  it('maps an index through deletions around it', () => {
    expect(mapIndex(5, [{ retain: 2 }, { delete: 6 }])).toBe(2);
    expect(mapIndex(1, [{ retain: 2 }, { delete: 6 }])).toBe(1);
  });
});
