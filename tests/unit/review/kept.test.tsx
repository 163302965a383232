import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holesIn } from '../../../app/workshops/[id]/snapshots/[number]/holes.tsx';
import { keptReport } from '../../../app/workshops/[id]/snapshots/[number]/kept.tsx';
import { reviewOf } from '../../../lib/review/tell.ts';
import { forgetPages, type Runtime, runtime, setRuntime } from '../../../lib/runtime.ts';
import type { ReviewHead } from '../../../lib/services/snapshots/review.ts';
import { workHere } from '../../../lib/work/here.ts';
import { demoSnapshot } from './demo-snapshot.ts';

const workshop = { title: 'Resan', demo: true };
const snapshot = demoSnapshot('sv');
const head: ReviewHead = {
  workshop,
  snapshot: { number: 2, map: 'asIs', sha256: 'a' },
  last: null,
  decisions: [],
};
let readings: number;
const read = async () => {
  readings += 1;
  return reviewOf({ workshop, snapshot, last: null, decisions: [] });
};

beforeEach(() => {
  readings = 0;
  const markup = async (element: ReactElement) => renderToStaticMarkup(element);
  // What the page takes of the runtime, and nothing else.
  setRuntime({ markup, work: workHere } as Partial<Runtime> as Runtime);
});
afterEach(() => setRuntime(undefined));

test('is read once for all who ask for it, and anew for another language, hash or decision', async () => {
  const [one, two] = await Promise.all([keptReport(head, 'sv', read), keptReport(head, 'sv', read)]);
  expect(two).toBe(one);
  expect(readings).toBe(1);
  await keptReport(head, 'en', read);
  await keptReport({ ...head, snapshot: { ...head.snapshot, sha256: 'b' } }, 'sv', read);
  expect(readings).toBe(3);
});

test('holds the map, and holes for what differs from reader to reader', async () => {
  const { html, label, journey } = await keptReport(head, 'sv', read);
  expect(html).toContain('<svg');
  expect(holesIn(html).map(({ kind }) => kind)).not.toContain('map');
  expect(holesIn(html).some(({ kind }) => kind === 'acts')).toBe(true);
  expect([label, journey]).toEqual([snapshot.label, snapshot.journey]);
});

test('is let go of when something was erased, also what was being written at that moment', async () => {
  const underWay = keptReport(head, 'sv', read);
  forgetPages(runtime());
  await underWay;
  expect(runtime().reports?.size ?? 0).toBe(0);
  await keptReport(head, 'sv', read);
  expect(readings).toBe(2);
});

test('is not kept when it could not be read', async () => {
  await expect(keptReport(head, 'sv', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  await keptReport(head, 'sv', read);
  expect(readings).toBe(1);
});

test('only the latest few are kept', async () => {
  for (let i = 0; i < 12; i += 1)
    await keptReport({ ...head, snapshot: { ...head.snapshot, sha256: String(i) } }, 'sv', read);
  expect(runtime().reports?.size).toBe(8);
});
