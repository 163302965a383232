import { expect } from 'vitest';
import * as Y from 'yjs';
import { checkDrawingRecord } from '../../../lib/board/schema/index.ts';
import { addCard } from '../../../lib/journey/commands/cards.ts';
import { addLane, addPhase, addTouchpoint } from '../../../lib/journey/commands/structure.ts';
import { type JourneyDoc, openJourney, readMeta } from '../../../lib/journey/document.ts';
import {
  type Author,
  beforeIn,
  beforeOf,
  changesOf,
  type JudgeContext,
  judge,
} from '../../../lib/journey/judge/index.ts';

export const author = (userId: string, role: 'facilitator' | 'participant' | 'leader'): Author => ({
  userId,
  mayWrite: role !== 'leader',
  mayStructure: (opened) => role === 'facilitator' || (role === 'participant' && opened === 'everyone'),
  maySettings: role === 'facilitator',
});
export const FIA = author('fia', 'facilitator');
export const PER = author('per', 'participant');
export const ADA = author('ada', 'participant');
export const LEO = author('leo', 'leader');

export const SOURCE = { findingId: 'f1', interviewId: 'i1' };

/** A map with one cell and one card of Per's in it. */
export function map(rules: { structure?: string; cards?: string } = {}) {
  const j = openJourney(new Y.Doc(), 'test');
  const meta = {
    version: 1,
    title: 'Invoice',
    locale: 'en',
    structure: 'facilitator',
    cards: 'everyone',
    ...rules,
  };
  j.doc.transact(() => {
    for (const [key, value] of Object.entries(meta)) j.meta.set(key, value);
  });
  const phaseId = addPhase(j, { name: 'Before', part: 'before' });
  const touchpointId = addTouchpoint(j, { name: 'The bill', phaseId });
  const laneId = addLane(j, { name: 'Says', kind: 'quote' });
  const cell = { touchpointId, laneId };
  const cardId = addCard(j, { kind: 'quote', text: 'Why so much?', cell, authorId: 'per', source: SOURCE });
  return { j, phaseId, touchpointId, laneId, cell, cardId };
}

/** Judges what `edit` does to a copy of the map, as one update. */
export function verdict(
  made: ReturnType<typeof map>,
  by: Author,
  edit: (j: JourneyDoc) => void,
  context: Partial<JudgeContext> = {},
) {
  const client = openJourney(new Y.Doc(), 'client');
  Y.applyUpdate(client.doc, Y.encodeStateAsUpdate(made.j.doc));
  const before = Y.encodeStateVector(client.doc);
  client.doc.transact(() => edit(client));
  const after = openJourney(new Y.Doc());
  Y.applyUpdate(after.doc, Y.encodeStateAsUpdate(made.j.doc));
  let found: ReturnType<typeof judge> | undefined;
  after.doc.on('afterTransaction', (transaction: Y.Transaction) => {
    // Yjs tidies up after formatted text in a second transaction; the first is the edit.
    if (found !== undefined) return;
    const changes = changesOf(transaction, after);
    const on = (before: JudgeContext['before']) =>
      judge(changes, by, after, { before, checkDrawing: checkDrawingRecord, ...context });
    found = on(beforeIn(transaction, after, readMeta(made.j.meta)));
    // What is read back out of the transaction is what another copy says.
    expect(on(beforeOf(made.j))).toEqual(found);
  });
  Y.applyUpdate(after.doc, Y.encodeStateAsUpdate(client.doc, before));
  if (found === undefined) throw new Error('the edit changed nothing');
  return found;
}

export const code = (...args: Parameters<typeof verdict>) => verdict(...args)?.code ?? 'accepted';
