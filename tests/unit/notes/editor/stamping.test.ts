import { expect, test } from 'vitest';
import { speakerTurned } from '../../../../lib/notes/editor/keys.ts';
import { MiniEditor } from './mini-editor.ts';

const only = (editor: MiniEditor) => {
  const [line, ...more] = editor.shown;
  if (!line || more.length > 0) throw new Error(`There are ${editor.shown.length} lines.`);
  return line;
};

test('a line gets an id and its time with its first letter, and keeps both', () => {
  const a = new MiniEditor('a');
  a.at = 4_000;
  a.type('h');
  a.at = 9_000;
  a.type('ello');
  expect(only(a)).toEqual({
    id: 'a1',
    speaker: 'interviewee',
    atMs: 4_000,
    touchpointId: null,
    text: 'hello',
  });
});

test('a line begun while the clock does not run has no time, and gets none by being edited', () => {
  const a = new MiniEditor('a');
  a.type('before');
  a.at = 5_000;
  a.type(' the start');
  expect(only(a).atMs).toBeNull();
});

test('an empty line has no time; emptied and begun again, it has the new one', () => {
  const a = new MiniEditor('a');
  a.at = 1_000;
  a.type('x');
  a.enter();
  expect(a.shown.map(({ atMs }) => atMs)).toEqual([1_000, null]);
  a.at = 7_000;
  a.type('y');
  expect(a.shown.map(({ atMs }) => atMs)).toEqual([1_000, 7_000]);
  a.backspace();
  a.at = 8_000;
  a.type('z');
  expect(a.shown[1]?.atMs).toBe(8_000);
});

test('a split line stays itself where its words are; the other half was said at the same time', () => {
  const a = new MiniEditor('a');
  a.at = 1_000;
  a.type('one two');
  a.at = 2_000;
  a.go(0, 4);
  a.enter();
  expect(a.shown.map(({ id, text, atMs }) => [id, text, atMs])).toEqual([
    ['a1', 'one ', 1_000],
    ['a2', 'two', 1_000],
  ]);
  a.go(0, 0);
  a.enter();
  expect(a.shown.map(({ id, text }) => [id, text])).toEqual([
    ['a3', ''],
    ['a1', 'one '],
    ['a2', 'two'],
  ]);
});

test('no two lines have one id, whatever is pasted or joined', () => {
  const a = new MiniEditor('a');
  a.type('first');
  a.enter();
  a.type('last');
  const copy = a.state.doc.slice(0, a.state.doc.content.size);
  a.go(0, 2);
  a.dispatch(a.state.tr.replaceSelection(copy));
  a.paste('x', 'y', 'z');
  a.go(1, 0);
  a.backspace();
  const ids = a.shown.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(3);
  expect(a.held).toEqual(a.shown);
});

test('pasted lines are said by the one whose line they are pasted into, now', () => {
  const a = new MiniEditor('a');
  a.type('q');
  a.dispatch(speakerTurned(a.state, 'interviewer'));
  a.enter();
  a.at = 3_000;
  a.paste('one', 'two', 'three');
  expect(a.shown.slice(1).map(({ speaker, atMs }) => [speaker, atMs])).toEqual(
    Array(3).fill(['interviewer', 3_000]),
  );
});

test('one key turns the speaker there and back, and the next line goes on with them', () => {
  const a = new MiniEditor('a');
  a.type('why?');
  a.dispatch(speakerTurned(a.state, 'interviewer'));
  a.enter();
  a.type('because');
  expect(a.shown.map(({ speaker }) => speaker)).toEqual(['interviewer', 'interviewer']);
  a.dispatch(speakerTurned(a.state, 'interviewer'));
  expect(a.shown.map(({ speaker }) => speaker)).toEqual(['interviewer', 'interviewee']);
  expect(a.held).toEqual(a.shown);
});

test('what a sign marks is never under the interviewer', () => {
  const a = new MiniEditor('a');
  a.type('x');
  a.dispatch(speakerTurned(a.state, 'interviewer'));
  a.enter();
  a.type('!');
  expect(a.shown[1]?.speaker).toBe('interviewee');
  a.dispatch(speakerTurned(a.state, 'interviewer'));
  expect(a.shown[1]?.speaker).toBe('companion');
});

test('a touchpoint stays named as long as the line says its name', () => {
  const a = new MiniEditor('a', undefined, { t1: 'The invoice' });
  a.type('# The invoice');
  const named = () => a.shown[0]?.touchpointId;
  a.dispatch(a.state.tr.setNodeAttribute(0, 'touchpointId', 't1'));
  expect(named()).toBe('t1');
  a.enter();
  expect(a.shown.map(({ touchpointId }) => touchpointId)).toEqual(['t1', null]);
  a.go(0);
  a.type('s');
  expect(named()).toBeNull();
});
