import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../../lib/auth/can.ts';
import type { SnapshotReason } from '../../../lib/db/schema/index.ts';
import type { Db } from '../../../lib/db/types.ts';
import { decide } from '../../../lib/services/decisions.ts';
import { readReview, reviewedSnapshot, reviewHead } from '../../../lib/services/snapshots/review.ts';
import { writeSnapshot } from '../../../lib/services/snapshots/write.ts';
import { templateJourney } from '../../../lib/services/templates/index.ts';
import { workHere } from '../../../lib/work/here.ts';
import { openTestDatabase } from '../../support/database.ts';
import { workshopWith } from '../../support/people.ts';

let db: Db;
let close: () => Promise<void>;
let facilitator: Actor;
let leader: Actor;

beforeAll(async () => {
  ({ db, close } = await openTestDatabase());
  const made = await workshopWith(db, 'Elräkningen');
  facilitator = made.facilitator;
  leader = (await made.joined('leader', 'Lena Led')).actor;
  for (const reason of ['manual', 'manual', 'activity', 'session', 'manual'] as const) await taken(reason);
});
afterAll(() => close());

async function taken(reason: SnapshotReason, map: 'asIs' | 'toBe' = 'asIs') {
  const state = templateJourney('subscription', 'sv', 'Elräkningen');
  const { workshopId } = facilitator;
  return writeSnapshot(db, { workshopId, state, label: reason, reason, map, takenBy: null }, workHere);
}

const lastOf = async (number: number) => (await reviewHead(db, leader, number)).last?.number ?? null;

it('is held against the newest earlier snapshot that somebody took, as long as nobody spoke of any', async () => {
  expect(await lastOf(1)).toBeNull();
  expect(await lastOf(2)).toBe(1);
  // The ones between came by themselves.
  expect(await lastOf(5)).toBe(2);
});

it('is held against the one decided on, once there is a decision; never against one of the other map', async () => {
  const subject = { kind: 'snapshot', id: '' } as const;
  const said = { choice: 'do', text: 'x', owner: '', functionName: '', dueOn: null, status: 'open' } as const;
  await decide(db, leader, { number: 3, subject, revision: 0, ...said });
  expect(await lastOf(5)).toBe(3);
  expect(await lastOf(3)).toBe(2);
  const { number } = await taken('manual', 'toBe');
  expect(await lastOf(number)).toBeNull();
});

it('has the same head for whoever may read it, and another after a decision', async () => {
  const head = await reviewHead(db, leader, 5);
  expect(await reviewHead(db, facilitator, 5)).toEqual(head);
  const said = { choice: 'ask', text: '', owner: '', functionName: '', dueOn: null, status: 'open' } as const;
  await decide(db, leader, { number: 5, subject: { kind: 'snapshot', id: '' }, revision: 1, ...said });
  expect(await reviewHead(db, leader, 5)).not.toEqual(head);
});

it('tells what its head names, and nobody else is told anything', async () => {
  const review = await readReview(db, leader, await reviewHead(db, leader, 5));
  expect(review.snapshot.number).toBe(5);
  expect(review.phases.length).toBeGreaterThan(0);
  await expect(reviewHead(db, { ...leader, role: null }, 5)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(reviewedSnapshot(db, leader, 99)).rejects.toMatchObject({ code: 'snapshotNotFound' });
});
