import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { encode } from 'next-auth/jwt';
import type { Actor } from '../../lib/auth/can.ts';
import { openDatabase } from '../../lib/db/open.ts';
import { docStates } from '../../lib/db/schema/index.ts';
import type { Db } from '../../lib/db/types.ts';
import { storeImage } from '../../lib/services/files.ts';
import { markFinding } from '../../lib/services/findings.ts';
import { importInterview, shareInterview } from '../../lib/services/interviews.ts';
import { createInvitation } from '../../lib/services/invitations.ts';
import { removeMember } from '../../lib/services/members.ts';
import { writeSnapshot } from '../../lib/services/snapshots/write.ts';
import { journeyDocument } from '../../lib/sync/protocol.ts';
import { workHere } from '../../lib/work/here.ts';
import { workshopWith } from '../support/people.ts';
import { PNG } from '../support/pictures.ts';

/** Everybody of the rights table (trust.md) but the link guest, who has no session. */
export const PEOPLE = [
  'nobody',
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
} as const;

export interface Installation {
  /** For `launchApp`: the folder and the secret the sessions are signed with. */
  environment: { DATA_DIR: string; AUTH_SECRET: string };
  workshop: string;
  interviews: Record<'shared' | 'notesOfNoteTaker' | 'notesOfInterviewer', { id: string; finding: string }>;
  /** The file id of a picture on the map. */
  picture: string;
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
    const people = { facilitator, otherWorkshop: stranger } as Record<Exclude<Person, 'nobody'>, Actor>;
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
    const [document] = await db
      .select()
      .from(docStates)
      .where(eq(docStates.doc, journeyDocument(id)));
    if (!document) throw new Error('The workshop came without its document.');
    await writeSnapshot(
      db,
      {
        workshopId: id,
        state: document.state,
        label: SECRETS.snapshot,
        reason: 'manual',
        takenBy: facilitator.userId,
      },
      workHere,
    );
    const invitation = { role: 'participant', label: SECRETS.link, days: 1, maxUses: null } as const;
    await createInvitation(db, facilitator, invitation);

    const { id: picture } = await storeImage(db, facilitator, PNG);

    const cookies = { nobody: '' } as Record<Person, string>;
    for (const [person, { userId }] of Object.entries(people) as [Person, Actor][]) {
      const token = await encode({ token: { uid: userId, sv: 1 }, secret });
      cookies[person] = `next-auth.session-token=${token}; locale=en`;
    }
    return {
      environment: { DATA_DIR: dataDir, AUTH_SECRET: secret },
      workshop: id,
      interviews,
      picture,
      cookies,
    };
  } finally {
    await close();
  }
}

type Rooms = Parameters<typeof markFinding>[3];

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
