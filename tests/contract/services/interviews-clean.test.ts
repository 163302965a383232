import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '../../../lib/auth/can.ts';
import { auditEvents, findings, interviews, turns } from '../../../lib/db/schema/index.ts';
import type { Db } from '../../../lib/db/types.ts';
import { listFindings, markFinding, readFinding, sourcesOf } from '../../../lib/services/findings.ts';
import {
  keepFlag,
  readInterview,
  saveClean,
  shareInterview,
  unshareInterview,
  updatePlan,
} from '../../../lib/services/interviews.ts';
import { onEachEngine } from '../../support/postgres.ts';
import { codeOf, mapRoom, takeIn, workshopWith } from './interviews-support.ts';

const ROLES = {
  facilitator: 'facilitator',
  interviewer: 'interviewer',
  noteTaker: 'noteTaker',
  otherNoteTaker: 'noteTaker',
  participant: 'participant',
  leader: 'leader',
} as const;

const sockets = { rightsChanged: () => undefined, documentChanged: () => undefined };
const SAID = 'Ring mig på 070-123 45 67 snart, sa jag till chefen. Ingen ringde tillbaka på 070-123 45 67.';
const ASKED = 'Du nådde alltså inte anna.berg@example.se?';

onEachEngine('clean copies', (open) => {
  let db: Db;
  let close: () => Promise<void>;
  let actors: Record<keyof typeof ROLES, Actor>;
  let rooms: ReturnType<typeof mapRoom>;
  let interviewId: string;

  beforeAll(async () => {
    ({ db, close } = await open());
  });
  afterAll(() => close());
  beforeEach(async () => {
    actors = await workshopWith(db, ROLES);
    rooms = mapRoom();
    interviewId = await takeIn(db, actors.noteTaker, {
      turns: [
        { role: 'interviewer', atMs: 0, text: ASKED },
        { role: 'interviewee', atMs: 1_000, text: SAID },
        { role: 'interviewee', atMs: 2_000, text: 'Sedan gav jag upp.' },
      ],
    });
  });

  const markWords = (words: string) => {
    const start = SAID.indexOf(words);
    const passage = { turn: 1, start, end: start + words.length };
    return markFinding(db, actors.noteTaker, { interviewId, ...passage, mark: { kind: 'quote' } }, rooms);
  };
  const coded = (text: string) =>
    text.replaceAll('070-123 45 67', '[TELEFON 1]').replace('anna.berg@example.se', '[E-POST 1]');
  const save = (turn: number, before: string, clean: string, actor: Actor = actors.noteTaker) =>
    saveClean(db, actor, { interviewId, changes: [{ turn, before, clean }] }, rooms);
  const clean = () =>
    saveClean(
      db,
      actors.noteTaker,
      {
        interviewId,
        changes: [ASKED, SAID].map((text, turn) => ({ turn, before: text, clean: coded(text) })),
      },
      rooms,
    );
  const wordsOf = async (id: string) =>
    (await db.select({ words: findings.words }).from(findings).where(eq(findings.id, id)))[0]?.words;

  test('what is flagged keeps it from being shared, until it is replaced or kept', async () => {
    expect(await codeOf(shareInterview(db, actors.noteTaker, interviewId, rooms))).toBe('flagsOpen');
    expect(await save(1, SAID, coded(SAID))).toEqual({ status: 'raw' });
    const mail = { interviewId, kind: 'email' as const, words: 'anna.berg@example.se' };
    expect(await keepFlag(db, actors.noteTaker, { ...mail, kept: true })).toEqual({ status: 'clean' });
    expect(await keepFlag(db, actors.noteTaker, { ...mail, kept: true })).toEqual({ status: 'clean' });
    expect(await keepFlag(db, actors.noteTaker, { ...mail, kept: false })).toEqual({ status: 'raw' });
    expect(await codeOf(shareInterview(db, actors.noteTaker, interviewId, rooms))).toBe('flagsOpen');
    expect(await save(0, ASKED, coded(ASKED))).toEqual({ status: 'clean' });
    await shareInterview(db, actors.noteTaker, interviewId, rooms);
    const [row] = await db.select().from(interviews).where(eq(interviews.id, interviewId));
    expect(row).toMatchObject({ status: 'shared', sharedBy: actors.noteTaker.userId });
    expect(row?.sharedAt).toBeInstanceOf(Date);
  });

  test('findings say what the clean copy says, in the same step; the raw text stays', async () => {
    const quote = await markWords('Ring mig på 070-123 45 67');
    const gone = await markWords('sa jag till chefen');
    expect(quote.words).toBe('Ring mig på 070-123 45 67');
    rooms.told.length = 0;
    await save(1, SAID, coded(SAID).replace(', sa jag till chefen', ''));
    expect([await wordsOf(quote.id), await wordsOf(gone.id)]).toEqual(['Ring mig på [TELEFON 1]', '[…]']);
    expect(new Set(rooms.told.map(({ notice }) => notice.type))).toEqual(new Set(['findings']));
    const later = await markWords('tillbaka på 070-123 45 67');
    expect(later.words).toBe('tillbaka på [TELEFON 1]');
    const [turn] = await db
      .select()
      .from(turns)
      .where(eq(turns.interviewId, interviewId))
      .orderBy(asc(turns.position))
      .offset(1);
    expect(turn?.text).toBe(SAID);
    await save(1, coded(SAID).replace(', sa jag till chefen', ''), SAID);
    expect([await wordsOf(quote.id), await wordsOf(gone.id)]).toEqual([
      'Ring mig på 070-123 45 67',
      'sa jag till chefen',
    ]);
    const [back] = await db
      .select()
      .from(turns)
      .where(eq(turns.interviewId, interviewId))
      .orderBy(asc(turns.position))
      .offset(1);
    expect(back?.clean).toBeNull();
  });

  test('of two who write one turn the later is told, and neither overwrites the other', async () => {
    await save(2, 'Sedan gav jag upp.', 'Sedan slutade jag.');
    expect(await codeOf(save(2, 'Sedan gav jag upp.', 'Då gav jag upp.'))).toBe('cleanChanged');
    // The same once more is no conflict: an answer that got lost on the way.
    await save(2, 'Sedan gav jag upp.', 'Sedan slutade jag.');
    const all = {
      interviewId,
      changes: [
        { turn: 0, before: ASKED, clean: 'x' },
        { turn: 2, before: 'fel', clean: 'y' },
      ],
    };
    expect(await codeOf(saveClean(db, actors.noteTaker, all, rooms))).toBe('cleanChanged');
    const read = await readInterview(db, actors.noteTaker, interviewId);
    expect(read.turns.map((turn) => turn.clean)).toEqual([null, null, 'Sedan slutade jag.']);
  });

  test('who may clean, keep, share and take back: the interview’s own and the facilitator', async () => {
    const tryAll = async (actor: Actor) => [
      await codeOf(save(2, 'Sedan gav jag upp.', 'Sedan gav jag upp.', actor)),
      await codeOf(keepFlag(db, actor, { interviewId, kind: 'name', words: 'Rose', kept: true })),
      await codeOf(unshareInterview(db, actor, interviewId, rooms)),
    ];
    const all = (code: string) => [code, code, code];
    await clean();
    await shareInterview(db, actors.noteTaker, interviewId, rooms);
    expect(await tryAll(actors.participant)).toEqual(all('forbidden'));
    expect(await tryAll(actors.otherNoteTaker)).toEqual(all('forbidden'));
    expect(await tryAll(actors.interviewer)).toEqual(all('forbidden'));
    expect(await tryAll(actors.leader)).toEqual(all('forbidden'));
    expect(await tryAll(actors.facilitator)).toEqual(all('accepted'));
  });

  test('the raw text reaches its team only: every way of reading, by role', async () => {
    const quote = await markWords('Ring mig på 070-123 45 67');
    rooms.place(quote.id, interviewId);
    await clean();
    await shareInterview(db, actors.noteTaker, interviewId, rooms);
    const secret = /070-123|anna\.berg/;
    const told = async (actor: Actor) => {
      const ways = [
        () => readInterview(db, actor, interviewId),
        () => readFinding(db, actor, quote.id),
        () => listFindings(db, actor),
        () => sourcesOf(db, actor.workshopId, [quote.id]),
      ];
      return Promise.all(
        ways.map((way) =>
          way().then(
            (answer) => secret.test(JSON.stringify(answer)),
            (error) => error.code,
          ),
        ),
      );
    };
    expect(await told(actors.facilitator)).toEqual([true, false, false, false]);
    expect(await told(actors.noteTaker)).toEqual([true, false, false, false]);
    expect(await told(actors.interviewer)).toEqual([false, false, false, false]);
    expect(await told(actors.participant)).toEqual([false, false, false, false]);
    expect(await told(actors.leader)).toEqual(['forbidden', false, 'forbidden', false]);

    const read = await readInterview(db, actors.participant, interviewId);
    const [finding] = read.findings;
    const turn = read.turns[1];
    expect(turn?.text.slice(finding?.start, finding?.end)).toBe('Ring mig på [TELEFON 1]');
    const around = await readFinding(db, actors.noteTaker, quote.id);
    const there = around.turns?.find(({ position }) => position === 1);
    expect(there?.text.slice(around.finding.start, around.finding.end)).toBe('Ring mig på [TELEFON 1]');
  });

  test('nobody reads raw text by taking on an interview that has no team any more', async () => {
    const orphan = await takeIn(db, actors.facilitator);
    const team = { alias: 'Kund A', kind: 'customer' as const, interviewerId: actors.interviewer.userId };
    const takeOn = updatePlan(db, actors.interviewer, { interviewId: orphan, ...team }, sockets);
    expect(await codeOf(takeOn)).toBe('forbidden');
    expect(await codeOf(readInterview(db, actors.interviewer, orphan))).toBe('interviewNotShared');
  });

  test('taken back, it is closed again and its findings leave the tray; the audit tells who and when', async () => {
    await markWords('Ring mig på 070-123 45 67');
    await clean();
    await shareInterview(db, actors.noteTaker, interviewId, rooms);
    expect(await listFindings(db, actors.participant)).toHaveLength(1);
    rooms.told.length = 0;
    await unshareInterview(db, actors.noteTaker, interviewId, rooms);
    await unshareInterview(db, actors.noteTaker, interviewId, rooms);
    // Once on each of the two maps.
    expect(rooms.told).toHaveLength(2);
    expect(await listFindings(db, actors.participant)).toEqual([]);
    expect(await codeOf(readInterview(db, actors.participant, interviewId))).toBe('interviewNotShared');
    const lines = await db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.workshopId, actors.noteTaker.workshopId))
      .orderBy(asc(auditEvents.createdAt));
    expect(lines.map(({ event, actorId }) => [event, actorId === actors.noteTaker.userId]).slice(-2)).toEqual(
      [
        ['interview.shared', true],
        ['interview.unshared', true],
      ],
    );
    expect(JSON.stringify(lines)).not.toMatch(/070|TELEFON|chefen/);
  });
});
