import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, ROLES } from '../../../lib/auth/can.ts';
import { auditEvents, docStates, shareLinks } from '../../../lib/db/schema/index.ts';
import type { Db } from '../../../lib/db/types.ts';
import { importInterview, withdraw } from '../../../lib/services/interviews.ts';
import {
  countOpening,
  createShare,
  findShare,
  guestOf,
  listShares,
  quotableInterviews,
  revokeShare,
  tryPasscode,
} from '../../../lib/services/shares.ts';
import { writeSnapshot } from '../../../lib/services/snapshots/write.ts';
import { listSnapshots, readSnapshot } from '../../../lib/services/snapshots.ts';
import { journeyDocument } from '../../../lib/sync/protocol.ts';
import { workHere } from '../../../lib/work/here.ts';
import { openTestDatabase } from '../../support/database.ts';
import { recordingRooms, workshopWith } from '../../support/people.ts';

const DAY = 86_400_000;
const PASSCODE = 'ljus-Höst-7';

let db: Db;
let close: () => Promise<void>;
let facilitator: Actor;
let stranger: Actor;

beforeAll(async () => {
  ({ db, close } = await openTestDatabase());
  ({ facilitator } = await workshopWith(db, 'Delat'));
  ({ facilitator: stranger } = await workshopWith(db, 'Ett annat'));
  for (const label of ['Första', 'Andra']) await snap(facilitator, label);
});
afterAll(() => close());

async function snap({ workshopId, userId }: Actor, label: string) {
  const [row] = await db
    .select()
    .from(docStates)
    .where(eq(docStates.doc, journeyDocument(workshopId)));
  const state = row?.state ?? new Uint8Array();
  return writeSnapshot(db, { workshopId, state, label, reason: 'manual', takenBy: userId }, workHere);
}

const plain = { number: 1, label: 'Styrelsen', days: 7, passcode: null };

describe('a link to one snapshot', () => {
  it('is made by the facilitator alone, and its secret is stored nowhere', async () => {
    for (const role of ROLES.filter((r) => r !== 'facilitator'))
      await expect(createShare(db, { ...facilitator, role }, plain)).rejects.toMatchObject({
        code: 'forbidden',
      });
    const { id, token } = await createShare(db, facilitator, { ...plain, passcode: PASSCODE });
    expect(Buffer.from(token, 'base64url').length * 8).toBeGreaterThanOrEqual(128);
    const [row] = await db.select().from(shareLinks).where(eq(shareLinks.id, id));
    const stored = JSON.stringify(row);
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(PASSCODE);
    expect(JSON.stringify(await listShares(db, facilitator, 1))).not.toContain(row?.tokenHash);
  });

  it.each([
    ['no days', { days: 0 }, 'days'],
    ['more than a year', { days: 366 }, 'days'],
    ['half a day', { days: 0.5 }, 'days'],
    ['a passcode anybody guesses', { passcode: '12345' }, 'passcode'],
    ['a passcode of blanks', { passcode: '          ' }, 'passcode'],
    ['a passcode like a book', { passcode: 'x'.repeat(101) }, 'passcode'],
    ['a label like a book', { label: 'x'.repeat(81) }, 'label'],
  ])('takes no %s', async (_what, over, field) => {
    await expect(createShare(db, facilitator, { ...plain, ...over })).rejects.toMatchObject({
      code: 'invalidInput',
      params: { field },
    });
  });

  it('leads to a snapshot that is there, of one’s own workshop', async () => {
    await expect(createShare(db, facilitator, { ...plain, number: 99 })).rejects.toMatchObject({
      code: 'snapshotNotFound',
    });
    await expect(createShare(db, stranger, plain)).rejects.toMatchObject({ code: 'snapshotNotFound' });
  });

  it('makes whoever holds it a guest of that snapshot and of nothing else', async () => {
    const { token } = await createShare(db, facilitator, plain);
    const guest = guestOf(await findShare(db, token));
    expect(await readSnapshot(db, guest, 1)).toMatchObject({ number: 1, label: 'Första', by: null });
    await expect(readSnapshot(db, guest, 2)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(listSnapshots(db, guest)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(listShares(db, guest, 1)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is counted, and says when it was opened last', async () => {
    const { id, token } = await createShare(db, facilitator, { ...plain, label: 'Räknad' });
    const share = await findShare(db, token);
    const at = new Date('2026-11-22T10:00:00Z');
    await countOpening(db, share.id);
    await countOpening(db, share.id, at);
    expect((await listShares(db, facilitator, 1)).find((s) => s.id === id)).toMatchObject({
      label: 'Räknad',
      openings: 2,
      lastOpenedAt: at,
      state: 'open',
      hasPasscode: false,
    });
  });

  it('ends on its day, and at once when it is switched off', async () => {
    const { id, token } = await createShare(db, facilitator, plain);
    const soon = new Date(Date.now() + 7 * DAY - 60_000);
    const late = new Date(Date.now() + 7 * DAY + 60_000);
    expect((await findShare(db, token, soon)).id).toBe(id);
    await expect(findShare(db, token, late)).rejects.toMatchObject({ code: 'shareExpired', status: 410 });
    await expect(revokeShare(db, stranger, id)).rejects.toMatchObject({ code: 'notFound' });
    await revokeShare(db, facilitator, id);
    await expect(findShare(db, token)).rejects.toMatchObject({ code: 'shareRevoked', status: 410 });
    expect((await listShares(db, facilitator, 1)).find((s) => s.id === id)?.state).toBe('revoked');
  });

  it('leads nowhere when a letter is wrong', async () => {
    const { token } = await createShare(db, facilitator, plain);
    for (const wrong of ['', token.slice(1), `${token}x`, token.toUpperCase(), '\0'])
      await expect(findShare(db, wrong)).rejects.toMatchObject({ code: 'shareUnknown', status: 404 });
  });

  it('leaves lines in the audit without a word or a secret in them', async () => {
    const made = { number: 2, label: 'Till Eva', days: 30, passcode: PASSCODE };
    const { id, token } = await createShare(db, facilitator, made);
    await revokeShare(db, facilitator, id);
    const lines = (await db.select().from(auditEvents)).filter(
      ({ detail }) => (detail as { shareId?: string }).shareId === id,
    );
    expect(lines.map(({ event, detail, actorId }) => ({ event, detail, actorId }))).toEqual([
      {
        event: 'share.created',
        detail: { shareId: id, number: 2, days: 30, passcode: true },
        actorId: facilitator.userId,
      },
      { event: 'share.revoked', detail: { shareId: id }, actorId: facilitator.userId },
    ]);
    for (const secret of [token, PASSCODE, 'Eva']) expect(JSON.stringify(lines)).not.toContain(secret);
  });
});

describe('its passcode', () => {
  it('opens it as it was chosen, with blanks at its ends or without, and otherwise not', async () => {
    const { token } = await createShare(db, facilitator, { ...plain, passcode: ` ${PASSCODE} ` });
    const share = await findShare(db, token);
    await tryPasscode(share, PASSCODE);
    await tryPasscode(share, `${PASSCODE}\n`);
    for (const wrong of ['', PASSCODE.toUpperCase(), `${PASSCODE}1`])
      await expect(tryPasscode(share, wrong)).rejects.toMatchObject({ code: 'passcodeWrong' });
  });
});

it('whose words may leave the workshop is what each of them agreed to, as it stands now', async () => {
  const rooms = recordingRooms();
  const { facilitator: actor } = await workshopWith(db, 'Samtycke');
  const ids: string[] = [];
  for (const quoteOutside of [true, false, true]) {
    const { id } = await importInterview(db, actor, {
      alias: `Person ${ids.length}`,
      kind: 'customer',
      heldOn: null,
      consent: { notes: true, recording: false, quoteOnMap: true, quoteOutside },
      interviewerId: null,
      noteTakerId: null,
      turns: [
        { speaker: 'A', role: 'interviewer', atMs: null, text: 'Hur?' },
        { speaker: 'B', role: 'interviewee', atMs: null, text: 'Så.' },
      ],
    });
    ids.push(id);
  }
  expect(await quotableInterviews(db, actor.workshopId)).toEqual(new Set([ids[0], ids[2]]));
  await withdraw(db, actor, { interviewId: ids[0] as string, purpose: 'quoteOutside' }, {
    rooms,
    tell: () => undefined,
  } as never);
  expect(await quotableInterviews(db, actor.workshopId)).toEqual(new Set([ids[2]]));
});
