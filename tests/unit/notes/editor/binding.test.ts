import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { textChange } from '../../../../lib/notes/editor/text-change.ts';
import { random } from '../../../support/random.ts';
import { MiniEditor, sync } from './mini-editor.ts';

const textsOf = (editor: MiniEditor) => editor.shown.map(({ text }) => text);

describe('the editor and the live document', () => {
  it('hold the same after typing, splitting, joining and pasting', () => {
    const a = new MiniEditor('a');
    a.type('one two');
    a.go(0, 3);
    a.enter();
    a.paste('x', 'y', 'z');
    a.backspace();
    expect(textsOf(a)).toEqual(['one', 'x', 'y', ' two']);
    expect(a.held).toEqual(a.shown);
  });

  it('shows what the other types, line by line, and leaves my caret where it is', () => {
    const [a, b] = [new MiniEditor('a'), new MiniEditor('b')];
    a.type('first');
    a.enter();
    a.type('second');
    sync(a, b);
    b.go(1, 3);
    a.go(0);
    a.type(' of all');
    a.enter();
    a.type('between');
    sync(a, b);
    expect(textsOf(b)).toEqual(['first of all', 'between', 'second']);
    expect(b.caret).toEqual({ line: 2, at: 3 });
    b.type('!');
    expect(textsOf(b)[2]).toBe('sec!ond');
  });

  it('keeps the nodes of lines nobody touched, so that nothing of them is drawn again', () => {
    const [a, b] = [new MiniEditor('a'), new MiniEditor('b')];
    a.paste(...Array.from({ length: 50 }, (_, i) => `line ${i}`));
    sync(a, b);
    const before = b.state.doc.content.content;
    a.go(20);
    a.type('x');
    sync(a, b);
    const same = b.state.doc.content.content.filter((node, i) => node === before[i]);
    expect(same).toHaveLength(49);
  });

  it('keeps both beginnings when two put the first letter into one empty line', () => {
    const [a, b] = [new MiniEditor('a'), new MiniEditor('b')];
    a.type('x');
    a.backspace();
    sync(a, b);
    a.type('ab');
    b.type('cd');
    sync(a, b);
    expect(textsOf(a)).toEqual(textsOf(b));
    expect([...(textsOf(a)[0] ?? '')].sort().join('')).toBe('abcd');
    b.go(0, 3);
    b.type('!');
    sync(a, b);
    expect(textsOf(a)).toEqual(textsOf(b));
    expect(textsOf(a)[0]).toHaveLength(5);
  });

  it('keeps both lines when two begin an empty document at once', () => {
    const [a, b] = [new MiniEditor('a'), new MiniEditor('b')];
    a.type('from a');
    b.type('from b');
    sync(a, b);
    expect(textsOf(a).sort()).toEqual(['from a', 'from b']);
    expect(a.shown).toEqual(b.shown);
  });

  it('lets the text of a line that one splits keep what the other adds to it', () => {
    const [a, b] = [new MiniEditor('a'), new MiniEditor('b')];
    a.type('he came late');
    sync(a, b);
    a.go(0, 7);
    a.enter();
    b.go(0, 2);
    b.type(' always');
    sync(a, b);
    expect(textsOf(a)).toEqual(['he always came', ' late']);
    expect(a.shown).toEqual(b.shown);
  });

  it('undoes my own typing and nobody else’s', () => {
    const [a, b] = [new MiniEditor('a'), new MiniEditor('b')];
    a.type('mine');
    sync(a, b);
    b.go(0);
    b.type(' yours');
    sync(a, b);
    while (a.undo.canUndo()) a.undo.undo();
    sync(a, b);
    expect(textsOf(b).join('')).toBe(' yours');
    expect(a.shown).toEqual(b.shown);
  });

  it('leaves lines nobody here can read where they are, unseen', () => {
    const doc = new Y.Doc();
    const odd = new Y.XmlElement('picture');
    doc.getXmlFragment('lines').insert(0, [odd, new Y.XmlElement('list')]);
    const a = new MiniEditor('a', doc);
    a.type('words');
    a.enter();
    a.type('more');
    expect(textsOf(a)).toEqual(['words', 'more']);
    expect(a.held).toEqual(a.shown);
    expect(a.notes.lines.length).toBe(4);
    expect(a.notes.lines.toArray()).toContain(odd);
  });

  it.each(Array.from({ length: 40 }, (_, i) => i + 1))('agree after anything two do, seed %i', (seed) => {
    const { below: pick } = random(seed);
    const editors = [new MiniEditor('a'), new MiniEditor('b')] as const;
    for (let step = 0; step < 120; step += 1) {
      const editor = editors[pick(2)] as MiniEditor;
      const line = pick(editor.state.doc.childCount);
      const letters = Array.from(editor.state.doc.child(line).textContent);
      editor.go(line, letters.slice(0, pick(letters.length + 1)).join('').length);
      const { caret } = editor;
      const acts = [
        () => editor.type(['a', 'bb', '😀', '!', '"', 'å'][pick(6)] ?? ''),
        () => editor.type('word '),
        () => editor.enter(),
        () => caret.at !== 1 && editor.backspace(),
        () => editor.paste('p', '😡', 'r'),
        () => editor.dispatch(editor.state.tr.delete(0, editor.state.doc.child(0).nodeSize)),
        () => editor.undo.undo(),
        () => sync(...editors),
      ];
      if (editor.state.doc.childCount > 1 || step % 8 !== 5) acts[pick(acts.length)]?.();
      expect(editor.held).toEqual(editor.shown.filter(({ id }) => id !== null));
    }
    sync(...editors);
    expect(editors[0].shown).toEqual(editors[1].shown);
    for (const editor of editors) expect(editor.held).toEqual(editor.shown);
  });
});

describe('the stretch in which two texts differ', () => {
  it('is as short as can be, at the caret where letters are alike', () => {
    expect(textChange('abc', 'abXc')).toEqual({ at: 2, remove: 0, insert: 'X' });
    expect(textChange('aaa', 'aaaa', 2)).toEqual({ at: 1, remove: 0, insert: 'a' });
    expect(textChange('same', 'same')).toBeNull();
  });

  it('never cuts an emoji in two', () => {
    expect(textChange('a😀b', 'a😁b')).toEqual({ at: 1, remove: 2, insert: '😁' });
    // The second halves are alike here.
    expect(textChange('\u{1f600}', '\u{1fa00}')).toEqual({ at: 0, remove: 2, insert: '\u{1fa00}' });
  });
});
