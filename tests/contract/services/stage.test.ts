import { and, asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type Actor, ROLES } from '../../../lib/auth/can.ts';
import type { SessionUser } from '../../../lib/auth/session.ts';
import {
  auditEvents,
  comments,
  decisions,
  docStates,
  shareLinks,
  snapshots,
  users,
  workshops,
} from '../../../lib/db/schema/index.ts';
import type { Db } from '../../../lib/db/types.ts';
import { addCard } from '../../../lib/journey/commands/cards.ts';
import { openJourney } from '../../../lib/journey/document.ts';
import type { Runtime } from '../../../lib/runtime.ts';
import { actorIn } from '../../../lib/services/members.ts';
import { thinSnapshots } from '../../../lib/services/snapshots/thin.ts';
import { writeSnapshot } from '../../../lib/services/snapshots/write.ts';
import { setStage, stageOf } from '../../../lib/services/stage.ts';
import { createWorkshop } from '../../../lib/services/workshops.ts';
import { journeyDocument } from '../../../lib/sync/protocol.ts';
import { workHere } from '../../../lib/work/here.ts';
import { openTestDatabase } from '../../support/database.ts';

let db: Db;
let close: () => Promise<void>;
let user: SessionUser;
const told: string[] = [];

const tools = {
  work: workHere,
  rooms: {
    async read(document: string) {
      const [row] = await db.select().from(docStates).where(eq(docStates.doc, document));
      return row?.state ?? new Uint8Array();
    },
    notify: (document: string) => void told.push(document),
  } as unknown as Runtime['rooms'],
};

beforeAll(async () => {
  ({ db, close } = await openTestDatabase());
  const [row] = await db
    .insert(users)
    .values({ name: 'Ulla', email: 'ulla@example.org' })
    .returning({ id: users.id });
  user = { id: row?.id ?? '', name: 'Ulla', email: 'ulla@example.org', kind: 'account' };
});
afterAll(() => close());

async function freshWorkshop(): Promise<Actor> {
  const { id } = await createWorkshop(db, user, { title: 'Prov', template: 'subscription', locale: 'sv' });
  return actorIn(db, user, id);
}

async function write({ workshopId }: Actor): Promise<void> {
  const document = journeyDocument(workshopId);
  const live = openJourney(new Y.Doc());
  Y.applyUpdate(live.doc, await tools.rooms.read(document));
  addCard(live, { kind: 'quote', text: 'Räkningen', cell: null, authorId: user.id });
  const state = Y.encodeStateAsUpdate(live.doc);
  await db.update(docStates).set({ state }).where(eq(docStates.doc, document));
}

const takenIn = ({ workshopId }: Actor) =>
  db.select().from(snapshots).where(eq(snapshots.workshopId, workshopId)).orderBy(asc(snapshots.number));

const auditOf = async ({ workshopId }: Actor, event: string) =>
  (
    await db
      .select({ detail: auditEvents.detail })
      .from(auditEvents)
      .where(and(eq(auditEvents.workshopId, workshopId), eq(auditEvents.event, event)))
  ).map((line) => line.detail);

describe('going on to another stage', () => {
  it('keeps what the one before left on the map, by its name, and says who led on', async () => {
    const actor = await freshWorkshop();
    await setStage(db, actor, 'map', tools);
    await write(actor);
    told.length = 0;
    expect(await setStage(db, actor, 'analyse', tools)).toEqual({ kept: 1 });
    expect(await stageOf(db, actor.workshopId)).toBe('analyse');
    expect((await takenIn(actor)).map(({ label, reason, takenBy }) => [label, reason, takenBy])).toEqual([
      ['Slutet av steget: Kartlägga', 'stage', user.id],
    ]);
    expect(told).toEqual([journeyDocument(actor.workshopId)]);
    expect(await auditOf(actor, 'workshop.stage')).toEqual([
      { from: 'prepare', to: 'map' },
      { from: 'map', to: 'analyse' },
    ]);
  });

  it('takes no snapshot of a map without anything new on it, and may go back', async () => {
    const actor = await freshWorkshop();
    expect(await setStage(db, actor, 'interview', tools)).toEqual({ kept: null });
    await write(actor);
    expect(await setStage(db, actor, 'map', tools)).toEqual({ kept: 1 });
    expect(await setStage(db, actor, 'interview', tools)).toEqual({ kept: null });
    expect(await setStage(db, actor, 'interview', tools)).toEqual({ kept: null });
    expect(await takenIn(actor)).toHaveLength(1);
    expect(await auditOf(actor, 'workshop.stage')).toHaveLength(3);
  });

  it('is the facilitator’s', async () => {
    const actor = await freshWorkshop();
    const may: unknown[] = [];
    for (const role of [...ROLES, null]) {
      await setStage(db, { ...actor, role }, 'map', tools).then(
        () => may.push(role),
        (error) => expect(error).toMatchObject({ code: 'forbidden' }),
      );
    }
    expect(may).toEqual(['facilitator']);
  });
});

describe('thinning', () => {
  const HOUR = 3_600_000;
  const now = new Date('2026-11-22T12:30:00Z');
  const daysAgo = (days: number, minutes = 0) =>
    new Date(now.getTime() - days * 24 * HOUR + minutes * 60_000);

  async function aged(actor: Actor, takenAt: Date, reason: 'activity' | 'manual' = 'activity') {
    const { workshopId } = actor;
    const state = await tools.rooms.read(journeyDocument(workshopId));
    return writeSnapshot(db, { workshopId, state, label: 'x', reason, takenBy: null, takenAt }, workHere);
  }
  const failed = (_: string, cause: unknown) => {
    throw cause;
  };
  const numbersIn = async (actor: Actor) => (await takenIn(actor)).map(({ number }) => number);

  it('removes what the rule lets go, with a line that has the numbers, and never uses one again', async () => {
    const actor = await freshWorkshop();
    for (const minutes of [0, 5, 10, 15]) await aged(actor, daysAgo(2, minutes));
    await aged(actor, daysAgo(2, 12), 'manual');
    expect(await thinSnapshots(db, now, failed)).toBe(3);
    // The last of the hour, and the one that somebody took.
    expect(await numbersIn(actor)).toEqual([4, 5]);
    expect(await auditOf(actor, 'snapshot.thinned')).toEqual([{ numbers: '1, 2, 3', count: 3 }]);
    expect((await aged(actor, now)).number).toBe(6);
    expect(await thinSnapshots(db, now, failed)).toBe(0);
    expect(await auditOf(actor, 'snapshot.thinned')).toHaveLength(1);
  });

  it('leaves what a decision, a comment, a link or the to-be map refers to', async () => {
    const actor = await freshWorkshop();
    const { workshopId } = actor;
    const taken = [];
    for (const minutes of [0, 1, 2, 3, 4, 5]) taken.push(await aged(actor, daysAgo(2, minutes)));
    const [decided, commented, shared, branched] = taken;
    const subject = { workshopId, subjectKind: 'snapshot', subjectId: '' } as const;
    await db.insert(decisions).values({
      ...{ ...subject, snapshotId: decided?.id ?? '', revision: 1 },
      ...{ choice: 'do', status: 'open' },
    });
    await db.insert(comments).values({ ...subject, snapshotId: commented?.id ?? '', text: 'Varför?' });
    const expiresAt = new Date(now.getTime() + HOUR);
    await db
      .insert(shareLinks)
      .values({ workshopId, snapshotId: shared?.id ?? '', tokenHash: workshopId, expiresAt });
    await db
      .update(workshops)
      .set({ toBeFrom: branched?.number ?? 0 })
      .where(eq(workshops.id, workshopId));
    expect(await thinSnapshots(db, now, failed)).toBe(1);
    expect(await numbersIn(actor)).toEqual([1, 2, 3, 4, 6]);
  });

  it('is done once by two servers at once', async () => {
    const actor = await freshWorkshop();
    for (const minutes of [0, 1, 2]) await aged(actor, daysAgo(2, minutes));
    const gone = await Promise.all([thinSnapshots(db, now, failed), thinSnapshots(db, now, failed)]);
    expect(gone.reduce((a, b) => a + b)).toBe(2);
    expect(await auditOf(actor, 'snapshot.thinned')).toHaveLength(1);
  });
});
