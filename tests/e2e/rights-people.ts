import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { encode } from 'next-auth/jwt';
import * as Y from 'yjs';
import type { Actor } from '../../lib/auth/can.ts';
import { SHARE_PASS_COOKIE, sharePass } from '../../lib/auth/share-pass.ts';
import { createDocument } from '../../lib/db/documents.ts';
import { openDatabase } from '../../lib/db/open.ts';
import { docStates, workshops } from '../../lib/db/schema/index.ts';
import type { Db } from '../../lib/db/types.ts';
import { addCard } from '../../lib/journey/commands/cards.ts';
import { rename } from '../../lib/journey/commands/structure.ts';
import { openJourney, toJourney } from '../../lib/journey/document.ts';
import { addComment } from '../../lib/services/comments.ts';
import { decide } from '../../lib/services/decisions.ts';
import { storeImage } from '../../lib/services/files.ts';
import { markFinding } from '../../lib/services/findings.ts';
import { importInterview, shareInterview } from '../../lib/services/interviews.ts';
import { createInvitation } from '../../lib/services/invitations.ts';
import { removeMember } from '../../lib/services/members.ts';
import { createShare, findShare, revokeShare } from '../../lib/services/shares.ts';
import { writeSnapshot } from '../../lib/services/snapshots/write.ts';
import { journeyDocument, toBeDocument } from '../../lib/sync/protocol.ts';
import { workHere } from '../../lib/work/here.ts';
import { workshopWith } from '../support/people.ts';
import { PNG } from '../support/pictures.ts';

/** Everybody of the rights table (trust.md). A share link's guest has no session: nobody, but for that link. */
export const PEOPLE = [
  'nobody',
  'shareGuest',
  'leader',
  'participant',
  'noteTaker',
  'interviewer',
  'facilitator',
  'otherWorkshop',
  'removed',
] as const;
export type Person = (typeof PEOPLE)[number];

/** Words that only who may read the thing they stand in may ever be sent. */
export const SECRETS = {
  title: 'Titel-4711',
  shared: 'Delade-ord-4711',
  notesOfNoteTaker: 'Antecknarens-ord-4711',
  notesOfInterviewer: 'Intervjuarens-ord-4711',
  snapshot: 'Ögonblicket-4711',
  link: 'Länken-4711',
  /** Whom a share link is for, as the facilitator wrote it. */
  share: 'Styrelsen-4711',
  /** What leadership decided, whom it was given to, and what was said of it. */
  decision: 'Beslutet-4711',
  owner: 'Ägaren-4711',
  comment: 'Kommentaren-4711',
  /** A touchpoint's name on the to-be map. */
  toBe: 'Önskad-punkt-4711',
} as const;

export interface Installation {
  /** For `launchApp`: the folder and the secret the sessions are signed with. */
  environment: { DATA_DIR: string; AUTH_SECRET: string };
  workshop: string;
  interviews: Record<'shared' | 'notesOfNoteTaker' | 'notesOfInterviewer', { id: string; finding: string }>;
  /** The file id of a picture on the map. */
  picture: string;
  /** Secrets of share links to the first snapshot, by what they are worth now. */
  shares: Record<'open' | 'locked' | 'expired' | 'revoked', string>;
  /** The touchpoint that the snapshots' cards lie in. */
  touchpoint: string;
  /** A Cookie header; empty for nobody. */
  cookies: Record<Person, string>;
}

/** A data folder with a workshop, one person of each kind, and something secret in every place. */
export async function installation(): Promise<Installation> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'utifran-rights-'));
  const secret = randomBytes(32).toString('base64url');
  const { db, close } = await openDatabase({ dataDir, databaseUrl: undefined });
  try {
    const { id, facilitator, rooms, joined } = await workshopWith(db, SECRETS.title);
    const { facilitator: stranger } = await workshopWith(db, 'Another workshop');
    const people = { facilitator, otherWorkshop: stranger } as Record<
      Exclude<Person, 'nobody' | 'shareGuest'>,
      Actor
    >;
    for (const role of ['leader', 'participant', 'noteTaker', 'interviewer'] as const) {
      people[role] = (await joined(role)).actor;
    }
    people.removed = (await joined('participant')).actor;
    await removeMember(db, facilitator, { userId: people.removed.userId }, rooms);

    const interviews = {
      shared: await takeIn(db, facilitator, SECRETS.shared, rooms),
      notesOfNoteTaker: await takeIn(db, people.noteTaker, SECRETS.notesOfNoteTaker, rooms),
      notesOfInterviewer: await takeIn(db, people.interviewer, SECRETS.notesOfInterviewer, rooms),
    };
    await shareInterview(db, facilitator, interviews.shared.id, rooms);
    const { state, touchpoint } = await mapWith(db, facilitator, interviews.shared);
    await branchInto(db, id, { state, touchpoint });
    for (const map of ['asIs', 'asIs'] as const) {
      const taken = { reason: 'manual' as const, takenBy: facilitator.userId, label: SECRETS.snapshot };
      await writeSnapshot(db, { workshopId: id, map, state, ...taken }, workHere);
    }
    await talkAbout(db, facilitator, touchpoint);
    const shares = await sharesOf(db, facilitator);
    const invitation = { role: 'participant', label: SECRETS.link, days: 1, maxUses: null } as const;
    await createInvitation(db, facilitator, invitation);

    const { id: picture } = await storeImage(db, facilitator, PNG);

    const locked = await findShare(db, shares.locked);
    const cookies = {
      nobody: '',
      shareGuest: `${SHARE_PASS_COOKIE}=${sharePass(secret, locked)}; locale=en`,
    } as Record<Person, string>;
    for (const [person, { userId }] of Object.entries(people) as [Person, Actor][]) {
      const token = await encode({ token: { uid: userId, sv: 1 }, secret });
      cookies[person] = `next-auth.session-token=${token}; locale=en`;
    }
    return {
      environment: { DATA_DIR: dataDir, AUTH_SECRET: secret },
      workshop: id,
      interviews,
      picture,
      shares,
      touchpoint,
      cookies,
    };
  } finally {
    await close();
  }
}

/** A to-be map on which that touchpoint has a name of its own. */
async function branchInto(db: Db, workshopId: string, from: { state: Uint8Array; touchpoint: string }) {
  const live = openJourney(new Y.Doc());
  Y.applyUpdate(live.doc, from.state);
  rename(live, 'touchpoints', from.touchpoint, SECRETS.toBe);
  await createDocument(db, toBeDocument(workshopId), Y.encodeStateAsUpdate(live.doc));
  await db.update(workshops).set({ toBeAt: new Date(), toBeFrom: 1 }).where(eq(workshops.id, workshopId));
}

type Rooms = Parameters<typeof markFinding>[3];

/** The workshop's map (`encodeStateAsUpdate`) with a quote and a friction on it, from that interview. */
async function mapWith(
  db: Db,
  { workshopId, userId }: Actor,
  { id, finding }: { id: string; finding: string },
) {
  const [document] = await db
    .select()
    .from(docStates)
    .where(eq(docStates.doc, journeyDocument(workshopId)));
  if (!document) throw new Error('The workshop came without its document.');
  const live = openJourney(new Y.Doc());
  Y.applyUpdate(live.doc, document.state);
  const { touchpoints, lanes } = toJourney(live);
  const touchpointId = touchpoints[0]?.id ?? '';
  for (const kind of ['quote', 'friction'] as const)
    addCard(live, {
      kind,
      text: SECRETS.shared,
      cell: { touchpointId, laneId: lanes.find((lane) => lane.kind === kind)?.id ?? '' },
      authorId: userId,
      source: { findingId: finding, interviewId: id },
      severity: kind === 'friction' ? 3 : null,
    });
  return { state: Y.encodeStateAsUpdate(live.doc), touchpoint: touchpointId };
}

/** A decision and a comment on the first snapshot's one friction. */
async function talkAbout(db: Db, facilitator: Actor, touchpoint: string): Promise<void> {
  const subject = { kind: 'friction', id: touchpoint } as const;
  const { decision: text, owner, comment } = SECRETS;
  const said = { choice: 'do', text, owner, functionName: 'Ekonomi', dueOn: '2027-01-31' } as const;
  await decide(db, facilitator, { number: 1, subject, revision: 0, status: 'open', ...said });
  await addComment(db, facilitator, { number: 1, subject, text: comment });
}

/** The passcode of the locked one. */
export const PASSCODE = 'höst-och-vår-7';

async function sharesOf(db: Db, facilitator: Actor): Promise<Installation['shares']> {
  const link = { number: 1, label: SECRETS.share, days: 1, passcode: null };
  const longAgo = new Date(Date.now() - 2 * 86_400_000);
  const open = await createShare(db, facilitator, link);
  const locked = await createShare(db, facilitator, { ...link, passcode: PASSCODE });
  const expired = await createShare(db, facilitator, link, longAgo);
  const revoked = await createShare(db, facilitator, link);
  await revokeShare(db, facilitator, revoked.id);
  return { open: open.token, locked: locked.token, expired: expired.token, revoked: revoked.token };
}

/** An interview with one marked passage, `words`. */
async function takeIn(db: Db, actor: Actor, words: string, rooms: Rooms) {
  const { id } = await importInterview(db, actor, {
    alias: `Alias ${words}`,
    kind: 'customer',
    heldOn: null,
    consent: { notes: true, recording: false, quoteOnMap: true, quoteOutside: false },
    interviewerId: null,
    noteTakerId: null,
    turns: [
      { speaker: 'A', role: 'interviewer', atMs: null, text: 'How?' },
      { speaker: 'B', role: 'interviewee', atMs: null, text: words },
    ],
  });
  const passage = { interviewId: id, turn: 1, start: 0, end: words.length };
  const finding = await markFinding(db, actor, { ...passage, mark: { kind: 'quote' } }, rooms);
  return { id, finding: finding.id };
}
