import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { emptyNotes, NOTES_LIMITS, type NotesDoc, openNotes, toNotes } from '../../../lib/notes/document.ts';
import { judgeNotes, type NotesAuthor, notesChangesOf } from '../../../lib/notes/judge/index.ts';
import { line, said } from '../../support/notes.ts';

const NILS: NotesAuthor = { userId: 'nils', mayWrite: true };

/** Notes with two lines and a prompt of Ines'. */
function notes(): NotesDoc {
  const held = openNotes(new Y.Doc());
  Y.applyUpdate(held.doc, emptyNotes());
  said(held, 'Hej', '"Alltid samma fel');
  held.prompts.set('p0', { text: 'ask why', byId: 'ines', atMs: null });
  return held;
}

/** Judges what `edit` does to a copy of the notes, as one update. */
function verdict(edit: (notes: NotesDoc) => void, by: NotesAuthor = NILS) {
  const ground = Y.encodeStateAsUpdate(notes().doc);
  const client = openNotes(new Y.Doc());
  Y.applyUpdate(client.doc, ground);
  const before = Y.encodeStateVector(client.doc);
  client.doc.transact(() => edit(client));
  const after = openNotes(new Y.Doc());
  Y.applyUpdate(after.doc, ground);
  let found: ReturnType<typeof judgeNotes> | undefined;
  after.doc.on('afterTransaction', (transaction: Y.Transaction) => {
    // Yjs tidies up after formatted text in a second transaction; the first is the edit.
    if (found === undefined) found = judgeNotes(notesChangesOf(transaction, after), by, after);
  });
  Y.applyUpdate(after.doc, Y.encodeStateAsUpdate(client.doc, before));
  if (found === undefined) throw new Error('the edit changed nothing');
  return found;
}
const code = (...args: Parameters<typeof verdict>) => verdict(...args)?.code ?? 'accepted';
const first = ({ lines }: NotesDoc) => lines.get(0) as Y.XmlElement;
const textOf = (held: NotesDoc) => first(held).get(0) as Y.XmlText;

describe('what the two who hold an interview write is taken', () => {
  test.each<[string, (held: NotesDoc) => void]>([
    ['letters typed', (held) => textOf(held).insert(3, ', hej')],
    ['letters removed', (held) => textOf(held).delete(0, 2)],
    ['a line with all its attributes', (held) => held.lines.push([line('!! Fel', { atMs: 61_000 })])],
    ['an empty line', (held) => held.lines.insert(1, [line('')])],
    ['a line whose id comes later', (held) => held.lines.push([new Y.XmlElement('line')])],
    ['a line removed', (held) => held.lines.delete(0)],
    [
      'a line split',
      (held) => {
        textOf(held).delete(1, 2);
        held.lines.insert(1, [line('ej')]);
      },
    ],
    [
      'two pieces of text in one line, as when two begin it at once',
      (held) => first(held).insert(1, [new Y.XmlText('!')]),
    ],
    ['another speaker', (held) => first(held).setAttribute('speaker', 'interviewer')],
    ['a touchpoint taken away', (held) => first(held).removeAttribute('touchpointId')],
    ['a question covered', (held) => held.covered.set('q1', 5_000)],
    ['a prompt', (held) => held.prompts.set('p1', { text: 'hur då?', byId: 'nils', atMs: 3 })],
    ['a prompt seen', (held) => held.seen.set('p0', true)],
    ['asked again', (held) => held.asked.set('l1', true)],
    ['the clock started', (held) => held.meta.set('clock', { before: 0, since: 1_790_000_000_000 })],
    [
      'a thousand lines at once',
      (held) => said(held, ...Array.from({ length: 1_000 }, (_, i) => `line ${i}`)),
    ],
  ])('%s', (_, edit) => expect(code(edit)).toBe('accepted'));

  test('a line both have written up to the limit stands when they come together', () => {
    expect(code((held) => textOf(held).insert(0, 'x'.repeat(2 * NOTES_LIMITS.line - 10)))).toBe('accepted');
  });

  test('another’s prompt may come by a peer, who has no say over whom', () => {
    const bring = (held: NotesDoc) => held.prompts.set('p1', { text: 'why', byId: 'ines', atMs: null });
    expect(code(bring)).toBe('editInvalid');
    expect(code(bring, { ...NILS, mayBring: (userId) => userId === 'ines' })).toBe('accepted');
  });
});

describe('what no editor of ours writes is refused', () => {
  const formatted = () => {
    const text = new Y.XmlText();
    text.insert(0, 'bold', { bold: true });
    const element = line('');
    element.insert(0, [text]);
    return element;
  };
  test.each<[string, (held: NotesDoc) => void]>([
    ['an element of another name', (held) => held.lines.push([new Y.XmlElement('script')])],
    ['text outside of a line', (held) => held.lines.push([new Y.XmlText('x')])],
    ['a line in a line', (held) => first(held).insert(1, [line('x')])],
    ['an attribute nobody knows', (held) => first(held).setAttribute('onclick', 'x')],
    ['a speaker nobody knows', (held) => first(held).setAttribute('speaker', 'devil')],
    ['a time before the beginning', (held) => first(held).setAttribute('atMs', -1 as never)],
    ['an id without an end', (held) => first(held).setAttribute('id', 'x'.repeat(65))],
    ['a type as an attribute', (held) => first(held).setAttribute('id', new Y.XmlText('x') as never)],
    ['an attribute of the text', (held) => textOf(held).setAttribute('x', 'y')],
    ['formatted text', (held) => held.lines.push([formatted()])],
    ['an embed', (held) => textOf(held).insertEmbed(0, { image: 'x' })],
    ['a prompt in another’s name', (held) => held.prompts.set('p1', { text: 'x', byId: 'ines', atMs: null })],
    ['a prompt changed', (held) => held.prompts.set('p0', { text: 'x', byId: 'nils', atMs: null })],
    ['a prompt taken back', (held) => held.prompts.delete('p0')],
    ['an empty prompt', (held) => held.prompts.set('p1', { text: '', byId: 'nils', atMs: null })],
    ['a prompt that is a type', (held) => held.prompts.set('p1', new Y.Map())],
    ['seen, but not quite', (held) => held.seen.set('p0', 'yes')],
    ['another version', (held) => held.meta.set('version', 2)],
    ['a clock that runs backwards', (held) => held.meta.set('clock', { before: -1, since: null })],
    ['something beside the clock', (held) => held.meta.set('title', 'x')],
    ['a key set to nothing', (held) => held.asked.set('l1', undefined)],
    ['another root', (held) => held.doc.getMap('cards').set('x', 1)],
  ])('%s', (_, edit) => expect(code(edit)).toBe('editInvalid'));

  test('list content under a root that has keys', () => {
    expect(code(({ doc }) => listIn(doc, 'seen'))).toBe('editInvalid');
  });
});

test('whoever may not write is told so, with the words to copy', () => {
  const refusal = verdict((held) => said(held, 'Det var dyrt'), { ...NILS, mayWrite: false });
  expect(refusal).toEqual({ code: 'notesClosed', params: {}, texts: ['Det var dyrt'] });
});

test('a line far beyond the limit and notes without an end are refused', () => {
  const long = verdict((held) => textOf(held).insert(0, 'x'.repeat(2 * NOTES_LIMITS.line)));
  expect(long).toMatchObject({ code: 'textTooLong', params: { max: NOTES_LIMITS.line } });
  const many = Array.from({ length: 2 * NOTES_LIMITS.lines }, () => line('x'));
  expect(code((held) => held.lines.push(many))).toBe('notesFull');
});

test('words are read whatever stands beside them: without an id a line has one from its place', () => {
  const held = notes();
  const bare = new Y.XmlElement('line');
  bare.insert(0, [new Y.XmlText('utan id'), new Y.XmlText(', i två')]);
  held.lines.push([bare]);
  const copy = openNotes(new Y.Doc());
  Y.applyUpdate(copy.doc, Y.encodeStateAsUpdate(held.doc));
  const [last] = toNotes(copy).lines.slice(-1);
  expect(last).toMatchObject({ text: 'utan id, i två', speaker: 'interviewee', atMs: null });
  expect(last?.id).toBe(toNotes(held).lines.at(-1)?.id);
  expect(last?.id).toMatch(/^line-/);
});

/** Puts list content into a root that our clients know as a map, as another program might. */
function listIn(doc: Y.Doc, root: string): void {
  const other = new Y.Doc();
  other.getArray(root).insert(0, [1]);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
}
