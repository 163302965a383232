import { afterAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { emptyNotes, type NotesDoc, openNotes, toNotes } from '../../lib/notes/document.ts';
import { openNotesSession } from '../../lib/notes/session.ts';
import { notesDocument } from '../../lib/sync/protocol.ts';
import { buildSync } from '../../server/sync/sync.ts';
import { MemoryStore } from '../support/memory-store.ts';
import { BYTES } from '../support/mutants/bytes.ts';
import { STRUCTS } from '../support/mutants/structs.ts';
import { byHeader } from '../support/network.ts';
import { line, said, unsoundNotes } from '../support/notes.ts';
import { type Random, random } from '../support/random.ts';
import { serve, until } from '../support/sockets.ts';
import { ACTORS } from '../sync/set-up.ts';
import { Attacker, type Outcome } from './attacker.ts';

/** Mutated updates of one of the two who hold an interview, beside the other at work. */
const SEEDS = 4;
const EACH = 500;
const LANES = 4;
const INTERVIEW = '3f6c1d50-93a4-4f1c-9a6e-6f5b8d1f0c11';
const DOCUMENT = notesDocument(INTERVIEW);
const PEOPLE = ACTORS.map((actor) => actor.userId);
const summary = new Map<string, number>();

function ground(): Uint8Array {
  const notes = openNotes(new Y.Doc());
  // Whom the mutations of structs take for the ground's author.
  notes.doc.clientID = 1;
  Y.applyUpdate(notes.doc, emptyNotes());
  said(notes, 'Hej', '"Alltid samma fel', '!! Fakturan kom för sent', '');
  notes.prompts.set('p0', { text: 'ask why', byId: 'ada', atMs: null });
  notes.covered.set('q0', 1_000);
  return Y.encodeStateAsUpdate(notes.doc);
}

const EDITS: ((r: Random, notes: NotesDoc) => void)[] = [
  (r, { lines }) => lines.insert(r.below(lines.length + 1), [line(`rad ${r.below(100)}`, { atMs: 5 })]),
  (_r, { lines }) => ((lines.get(1) as Y.XmlElement).get(0) as Y.XmlText).insert(2, 'xyz'),
  (r, { lines }) => lines.delete(r.below(lines.length), 1),
  (_r, { lines }) => (lines.get(0) as Y.XmlElement).setAttribute('speaker', 'interviewer'),
  (r, { prompts }) => prompts.set(`p${r.below(1e6)}`, { text: 'varför', byId: 'per', atMs: 3 }),
  (_r, { asked }) => asked.set('l1', true),
  (_r, { meta }) => meta.set('clock', { before: 5, since: null }),
];

/** The same bytes for the same seed and index. */
function mutant(seed: number, index: number, state: Uint8Array): { what: string; bytes: Uint8Array } {
  const r = random(seed * 1_000_003 + index);
  const notes = openNotes(new Y.Doc());
  Y.applyUpdate(notes.doc, state);
  notes.doc.clientID = 20_000_000 + seed * 1_000_000 + index;
  const before = Y.encodeStateVector(notes.doc);
  notes.doc.transact(() => r.of(EDITS)(r, notes));
  const bytes = Y.encodeStateAsUpdate(notes.doc, before);
  if (r.chance(0.1)) return { what: 'valid', bytes };
  const changes = r.chance(0.4) ? BYTES : STRUCTS;
  const what = r.of(Object.keys(changes));
  return { what, bytes: changes[what]?.(r, bytes) ?? bytes };
}

test.each(Array.from({ length: SEEDS }, (_, i) => 900 + i))(
  `${EACH} mutated updates of notes, seed %i: none invalid reaches the other, who is not dropped`,
  async (seed) => {
    const state = ground();
    const store = new MemoryStore();
    store.states.set(DOCUMENT, state);
    const { authorise, memberIds } = byHeader(ACTORS);
    const sync = buildSync({
      config: { baseUrl: undefined },
      store,
      memberIds,
      authorise: async (...args) => ({ ...(await authorise(...args)), mayWrite: true }),
      checkDrawing: () => null,
      logger: { info() {}, warn() {}, error() {} },
      faults: { perSecond: 1e9, burst: 1e9 },
    });
    const server = await serve(sync);
    const ada = openNotesSession({
      interviewId: INTERVIEW,
      url: server.url,
      user: { id: 'ada', name: 'ada' },
      readOnly: false,
      WebSocket: server.socketOf('ada'),
    });
    let drops = 0;
    await until(() => ada.state.get().kind === 'saved', 'sync');
    ada.state.subscribe(() => {
      if (['offline', 'closed', 'refused'].includes(ada.state.get().kind)) drops += 1;
    });
    const queue = Array.from({ length: EACH }, (_, i) => i);
    async function lane() {
      const attacker = new Attacker(server, 'per', DOCUMENT);
      for (let index = queue.shift(); index !== undefined; index = queue.shift()) {
        const { what, bytes } = mutant(seed, index, state);
        const kind = index % 2 === 0 ? 'update' : 'step2';
        let outcome: Outcome = await attacker.send(kind, bytes);
        // An honest pace is not what is tried here: once more on a fresh line.
        if (outcome === 4529) outcome = await attacker.send(kind, bytes);
        summary.set(String(outcome), (summary.get(String(outcome)) ?? 0) + 1);
        if (index % 50 !== 0) continue;
        expect(unsoundNotes(ada.notes, PEOPLE), `by ${what}, ${seed}/${index}, or just before`).toEqual([]);
        said(ada.notes, `honest ${index}`);
      }
      attacker.close();
    }
    await Promise.all(Array.from({ length: LANES }, lane));
    await until(() => ada.state.get().kind === 'saved', 'saved');
    expect(drops).toBe(0);
    const stored = openNotes(new Y.Doc());
    Y.applyUpdate(stored.doc, await sync.rooms.read(DOCUMENT));
    await until(() => Y.equalSnapshots(Y.snapshot(stored.doc), Y.snapshot(ada.doc)), 'agreement');
    expect(toNotes(stored)).toEqual(toNotes(ada.notes));
    expect(unsoundNotes(stored, PEOPLE)).toEqual([]);
    const honest = toNotes(stored).lines.filter(({ text }) => text.startsWith('honest'));
    expect(honest.length).toBeGreaterThan(0);
    ada.destroy();
    await server.close();
  },
);

afterAll(() => {
  const outcomes = [...summary].sort(([, a], [, b]) => b - a).map(([what, n]) => `${what} ${n}`);
  console.info(`Mutations of notes: ${outcomes.join(', ')}.`);
});
