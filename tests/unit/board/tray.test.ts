import { expect, test } from 'vitest';
import type { Finding } from '../../../lib/board/findings.ts';
import { groupsOf, LIFTED, NO_QUERY } from '../../../lib/board/ui/tray/groups.ts';
import { extended, kept, NOTHING, toggled } from '../../../lib/board/ui/tray/selecting.ts';
import { placedTwice } from '../../../lib/board/ui/tray/twice.ts';
import { waiting } from '../../../lib/board/ui/tray/unplaced.ts';
import type { Card, Journey } from '../../../lib/journey/model.ts';

const finding = (
  id: string,
  interviewId: string,
  words: string,
  kind: Finding['kind'] = 'quote',
): Finding => ({
  id,
  interviewId,
  kind,
  words,
  alias: `C-${interviewId}`,
  interviewKind: 'customer',
  atMs: null,
  emoji: null,
  valence: null,
  severity: null,
  touchpointId: null,
});

const card = (id: string, findingId: string | null, fields: Partial<Card> = {}): Card => ({
  id,
  kind: 'quote',
  text: 'words',
  place: { touchpointId: 't1', laneId: 'l1', order: 'a0' },
  evidence: 'observed',
  source: findingId ? { findingId, interviewId: 'i1' } : null,
  authorId: 'u1',
  createdAt: 0,
  emoji: null,
  valence: null,
  severity: null,
  personaId: null,
  reactions: {},
  ...fields,
});

const FINDINGS = new Map(
  [
    finding('f1', 'i1', 'Den första fakturan kom för sent'),
    finding('f2', 'i1', 'Faktura', 'friction'),
    finding('f3', 'i2', 'Ingen svarade i telefon'),
  ].map((f) => [f.id, f]),
);

const journeyOf = (cards: Card[]) => ({ cards }) as Journey;

test('what waits goes by interview, with how many of its findings are left', () => {
  const items = waiting(journeyOf([card('c1', 'f1'), card('c2', null, { place: null })]), FINDINGS);
  const groups = groupsOf(items, FINDINGS, NO_QUERY);
  expect(groups.map(({ id, left, total }) => ({ id, left, total }))).toEqual([
    { id: LIFTED, left: 1, total: 1 },
    { id: 'i1', left: 1, total: 2 },
    { id: 'i2', left: 1, total: 1 },
  ]);
});

test('search ranks within an interview and keeps the counts of what is left', () => {
  const items = waiting(journeyOf([]), FINDINGS);
  const [group, ...rest] = groupsOf(items, FINDINGS, { ...NO_QUERY, typed: 'faktura' });
  expect(rest).toEqual([]);
  expect(group?.items.map((i) => i.id)).toEqual(['f2', 'f1']);
  expect(group?.left).toBe(2);
});

test('search without the accents, by interview and by kind', () => {
  const items = waiting(journeyOf([]), FINDINGS);
  const ids = (asked: Partial<typeof NO_QUERY>) =>
    groupsOf(items, FINDINGS, { ...NO_QUERY, ...asked }).flatMap((g) => g.items.map((i) => i.id));
  expect(ids({ typed: 'forsta' })).toEqual(['f1']);
  expect(ids({ typed: 'c-i2' })).toEqual(['f3']);
  expect(ids({ interviewId: 'i1' })).toEqual(['f1', 'f2']);
  expect(ids({ kind: 'friction' })).toEqual(['f2']);
  expect(ids({ kind: 'friction', interviewId: 'i2' })).toEqual([]);
});

test('what stays the same is the same object, so that the list draws what changed', () => {
  const [before] = waiting(journeyOf([]), FINDINGS);
  const [after] = waiting(journeyOf([card('c9', null)]), FINDINGS);
  expect(after).toBe(before);
});

test('a range is selected from where it began, in the order that is shown', () => {
  const order = ['a', 'b', 'c', 'd', 'e'];
  let selected = toggled(NOTHING, 'b');
  selected = extended(selected, 'd', order);
  expect([...selected.ids]).toEqual(['b', 'c', 'd']);
  expect([...extended(selected, 'a', order).ids].sort()).toEqual(['a', 'b', 'c', 'd']);
  selected = toggled(selected, 'c');
  expect([...selected.ids]).toEqual(['b', 'd']);
  expect([...extended(NOTHING, 'c', order).ids]).toEqual(['c']);
});

test('what is gone is no longer selected', () => {
  const selected = { ids: new Set(['a', 'b']), anchor: 'a' };
  expect(kept(selected, new Set(['a', 'b', 'c']))).toBe(selected);
  expect(kept(selected, new Set(['b']))).toEqual({ ids: new Set(['b']), anchor: null });
});

test('a finding placed by two people at once is told, the first one first; one lifted off again is not', () => {
  const cards = [
    card('later', 'f1', { createdAt: 2 }),
    card('first', 'f1', { createdAt: 1 }),
    card('lifted', 'f2', { place: null }),
    card('placed', 'f2'),
    card('own', null),
  ];
  expect(placedTwice(cards).map((t) => [t.findingId, t.cards.map((c) => c.id)])).toEqual([
    ['f1', ['first', 'later']],
  ]);
});
