import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Actor } from '../../../lib/auth/can.ts';
import type { SessionUser } from '../../../lib/auth/session.ts';
import { docStates, users, workshops } from '../../../lib/db/schema/index.ts';
import type { Db } from '../../../lib/db/types.ts';
import { LOCALES } from '../../../lib/i18n/locale.ts';
import { openJourney, toJourney } from '../../../lib/journey/document.ts';
import { commentsOn } from '../../../lib/services/comments.ts';
import { createDemo } from '../../../lib/services/demo/index.ts';
import { listFindings } from '../../../lib/services/findings.ts';
import { knowledgeOn, listGuide } from '../../../lib/services/guides.ts';
import { listInterviews, readInterview } from '../../../lib/services/interviews.ts';
import { actorIn } from '../../../lib/services/members.ts';
import { reviewedSnapshot } from '../../../lib/services/snapshots/review.ts';
import { listSnapshots, readSnapshot } from '../../../lib/services/snapshots.ts';
import { journeyDocument } from '../../../lib/sync/protocol.ts';
import { workHere } from '../../../lib/work/here.ts';
import { openTestDatabase } from '../../support/database.ts';

let db: Db;
let close: () => Promise<void>;
let user: SessionUser;

beforeAll(async () => {
  ({ db, close } = await openTestDatabase());
  const [row] = await db
    .insert(users)
    .values({ name: 'Test', email: 'test@example.org' })
    .returning({ id: users.id });
  user = { id: row?.id ?? '', name: 'Test', email: 'test@example.org', kind: 'account' };
});
afterAll(() => close());

describe.each(LOCALES)('the demo workshop in %s', (locale) => {
  let actor: Actor;

  beforeAll(async () => {
    const { id } = await createDemo(db, user, locale, workHere);
    actor = await actorIn(db, user, id);
  });

  async function liveMap() {
    const [held] = await db
      .select()
      .from(docStates)
      .where(eq(docStates.doc, journeyDocument(actor.workshopId)));
    const live = openJourney(new Y.Doc());
    Y.applyUpdate(live.doc, held?.state ?? new Uint8Array());
    return toJourney(live);
  }

  it('is marked as fictional and belongs to whoever opened it', async () => {
    const [row] = await db.select().from(workshops).where(eq(workshops.id, actor.workshopId));
    expect(row).toMatchObject({ demo: true, locale, template: 'demo' });
    expect(actor.role).toBe('facilitator');
  });

  it('has six customers and two employees, shared, each with 15 to 40 turns', async () => {
    const { interviews } = await listInterviews(db, actor);
    expect(interviews.filter((i) => i.kind === 'customer' && i.status === 'shared')).toHaveLength(6);
    expect(interviews.filter((i) => i.kind === 'employee')).toHaveLength(2);
    for (const interview of interviews.filter((i) => i.status !== 'planned')) {
      expect(interview.status).toBe('shared');
      expect([interview.consented, interview.segment === '']).toEqual([true, false]);
      expect(interview.turns).toBeGreaterThanOrEqual(15);
      expect(interview.turns).toBeLessThanOrEqual(40);
    }
  });

  it('has one interview on the plan, still to be held and without a consent, for a persona of the map', async () => {
    const { interviews } = await listInterviews(db, actor);
    const { personas } = await liveMap();
    const planned = interviews.filter((i) => i.status === 'planned');
    expect(planned).toHaveLength(1);
    expect(planned[0]).toMatchObject({ kind: 'customer', consented: false, turns: 0, findings: 0 });
    expect(Number(planned[0]?.plannedAt)).toBeGreaterThan(Date.now());
    for (const { kind, personaId } of interviews) {
      expect(personas.some((p) => p.id === personaId)).toBe(kind === 'customer');
    }
  });

  it('has a guide of four questions to customers and three to employees, two of which test something', async () => {
    const customer = await listGuide(db, actor, 'customer');
    expect(customer).toHaveLength(4);
    expect(await listGuide(db, actor, 'employee')).toHaveLength(3);
    expect(customer.flatMap((q) => q.tests?.kind ?? [])).toEqual(['figure', 'belief']);
    const known = knowledgeOn(await liveMap());
    // The figure that is tested is one of the map's own.
    expect(known.map((k) => k.text)).toContain(customer[1]?.tests?.text);
  });

  it('tells three personas apart, and how and with whom one meets at most touchpoints', async () => {
    const { personas, touchpoints, cards } = await liveMap();
    expect(personas).toHaveLength(3);
    expect(touchpoints.filter((t) => t.channel && t.owner).length).toBe(touchpoints.length - 1);
    expect(touchpoints.filter((t) => t.personas.length === 1)).toHaveLength(1);
    const voices = cards.filter((c) => c.source && c.evidence === 'observed');
    expect(voices.every((c) => personas.some((p) => p.id === c.personaId))).toBe(true);
  });

  it('has every finding’s words in its turn, and never those of the interviewer', async () => {
    const { interviews } = await listInterviews(db, actor);
    let count = 0;
    for (const { id } of interviews) {
      const { turns, findings } = await readInterview(db, actor, id);
      for (const f of findings) {
        const turn = turns[f.turn];
        expect(turn?.text.slice(f.start, f.end)).toBe(f.words);
        expect(turn?.role).toBe('interviewee');
        expect(turn?.text).not.toMatch(/[{}|]/);
        count += 1;
      }
    }
    expect(count).toBe(62);
  });

  it('holds a map of 60 to 90 readable cards whose sources exist, with some findings still in the tray', async () => {
    const journey = await liveMap();
    expect(journey.unreadable).toEqual([]);
    expect(journey.cards.length).toBeGreaterThanOrEqual(60);
    expect(journey.cards.length).toBeLessThanOrEqual(90);
    expect(journey.cards.every((c) => c.place !== null)).toBe(true);
    const findings = new Map((await listFindings(db, actor)).map((f) => [f.id, f]));
    const placed = journey.cards.flatMap((c) => (c.source ? [c.source.findingId] : []));
    for (const findingId of placed) expect(findings.has(findingId)).toBe(true);
    expect(findings.size - placed.length).toBe(7);
  });

  it('has been reviewed twice: decisions, a comment, a note, and a function that was missed', async () => {
    const review = await reviewedSnapshot(db, actor, 2);
    expect(review.since?.last.number).toBe(1);
    expect(review.snapshot.note).not.toBe('');
    expect(review.asked.missing).toEqual([locale === 'sv' ? 'Försäljning' : 'Sales']);
    const decided = review.decisions.map(({ subject, number, choice, status }) => [
      subject.kind,
      number,
      choice,
      status,
    ]);
    expect(decided).toHaveLength(4);
    expect(decided).toEqual(
      expect.arrayContaining([
        ['friction', 1, 'do', 'open'],
        ['friction', 1, 'notNow', 'open'],
        ['opportunity', 2, 'do', 'open'],
        ['friction', 2, 'ask', 'done'],
      ]),
    );
    // Each on something that the report tells of.
    const told = [
      ...review.frictions.map((f) => f.touchpointId),
      ...review.opportunities.map((o) => o.cardId),
    ];
    for (const { subject } of review.decisions) expect(told).toContain(subject.id);
    expect([...(await commentsOn(db, actor, 2)).values()].flat()).toHaveLength(2);
  });

  it('tells two moments: capital +2 with a buffer, then 0 without one', async () => {
    const [second, first] = await listSnapshots(db, actor);
    expect(first?.head?.map.capital).toMatchObject({
      plain: 2,
      marked: 7,
      requiredBuffer: 2,
      alarm: 'none',
    });
    expect(first?.head?.map.ratio.counted).toEqual({ plus: 4, minus: 2, plusFor12: 24 });
    // 0 +1 +1 +1 0 −1 −1 −1 −1 · +1; by weight −3 −2 −2 −3 for the four minus.
    expect(second?.head?.map.capital).toMatchObject({
      plain: 0,
      weighted: -6,
      marked: 10,
      alarm: 'atRisk',
    });
    expect(second?.head?.map.capital.points.map((p) => p.plain)).toEqual([0, 1, 2, 3, 3, 2, 1, 0, -1, -1, 0]);
    expect(second?.head?.map.ratio.counted).toEqual({ plus: 4, minus: 4, plusFor12: 48 });
    expect(first?.head?.group.customerInterviews).toBe(3);
    expect(second?.head?.group).toMatchObject({ customerInterviews: 6, employeeInterviews: 2 });
  });

  it('has a chain that colours a good ending, mirrored frictions and a touchpoint nobody spoke of', async () => {
    const { figures, journey } = await readSnapshot(db, actor, 2);
    const name = (id: string | undefined) => journey.touchpoints.findIndex((t) => t.id === id);
    expect(figures.chains.map((c) => c.touchpointIds.map(name))).toEqual([[5, 6, 7, 8, 10]]);
    expect(figures.coverage.assumed.map(name)).toEqual([9]);
    expect(figures.coverage).toMatchObject({ observed: 49, total: 52, interviews: 6 });
    const [worst] = figures.frictions;
    expect(name(worst?.touchpointId)).toBe(5);
    expect(worst).toMatchObject({ severity: 3, reach: 4, score: 12, mirrored: true });
    expect(figures.frictions.filter((f) => f.mirrored)).toHaveLength(4);
  });

  it('writes each language as itself', async () => {
    const journey = await liveMap();
    const text = journey.cards.map((c) => c.text).join(' ');
    expect(/[åäö]/.test(text)).toBe(locale === 'sv');
  });
});

it('is refused to guests, and leaves nothing behind', async () => {
  const before = await db.select({ id: workshops.id }).from(workshops);
  await expect(createDemo(db, { ...user, kind: 'guest' }, 'en', workHere)).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect(await db.select({ id: workshops.id }).from(workshops)).toHaveLength(before.length);
});
