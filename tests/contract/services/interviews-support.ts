import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import type { Actor } from '../../../lib/auth/can.ts';
import { members, users, workshops } from '../../../lib/db/schema/index.ts';
import type { Db } from '../../../lib/db/types.ts';
import { addCard } from '../../../lib/journey/commands/cards.ts';
import { openJourney } from '../../../lib/journey/document.ts';
import { type ImportInput, importInterview } from '../../../lib/services/interviews.ts';
import type { DocumentName, Notice } from '../../../lib/sync/protocol.ts';

type MemberRole = NonNullable<Exclude<Actor['role'], 'guest'>>;

/** A workshop with one member per role asked for. */
export async function workshopWith<R extends string>(db: Db, roles: Record<R, MemberRole>) {
  const [workshop] = await db
    .insert(workshops)
    .values({ title: 'Fakturan', locale: 'sv', template: 'subscription' })
    .returning({ id: workshops.id });
  const actors = {} as Record<R, Actor>;
  for (const [name, role] of Object.entries(roles) as [R, MemberRole][]) {
    const [user] = await db.insert(users).values({ name, kind: 'guest' }).returning({ id: users.id });
    const actor = { userId: user?.id ?? '', name, functionName: '', workshopId: workshop?.id ?? '', role };
    await db.insert(members).values({ ...actor, displayName: name });
    actors[name] = actor;
  }
  return actors;
}

export const TURNS: ImportInput['turns'] = [
  { speaker: 'Dan', role: 'interviewer', atMs: 0, text: 'Hur märkte du fakturan?' },
  {
    speaker: 'Åsa Berg',
    role: 'interviewee',
    atMs: 4_000,
    text: 'Den bara dök upp. 😡 Jag hade ju sagt upp, två veckor före!  Ingen ringde tillbaka.',
  },
  { speaker: 'Dan', role: 'interviewer', atMs: 9_000, text: 'Och sedan?' },
  { speaker: 'Åsa Berg', role: 'interviewee', atMs: 11_000, text: 'Sedan gav jag upp.' },
];

export const consent = { notes: true, recording: false, quoteOnMap: true, quoteOutside: false };

export const details: Omit<ImportInput, 'turns'> = {
  alias: 'Kund A',
  kind: 'customer',
  heldOn: '2026-11-20',
  consent,
  interviewerId: null,
  noteTakerId: null,
};

export const takeIn = (db: Db, actor: Actor, extra: Partial<ImportInput> = {}) =>
  importInterview(db, actor, { ...details, turns: TURNS, ...extra }).then(({ id }) => id);

/** Rooms with one live map in memory: what is notified is kept, cards can be laid on it. */
export function mapRoom() {
  const journey = openJourney(new Y.Doc());
  const told: { document: DocumentName; notice: Notice }[] = [];
  const reopened: DocumentName[] = [];
  return {
    told,
    place(findingId: string, interviewId: string) {
      const source = { findingId, interviewId };
      addCard(journey, { kind: 'quote', text: 'ändrad', cell: null, authorId: randomUUID(), source });
    },
    async read() {
      return Y.encodeStateAsUpdate(journey.doc);
    },
    notify(document: DocumentName, notice: Notice) {
      told.push({ document, notice });
    },
    reopened,
    documentChanged(document: DocumentName) {
      reopened.push(document);
    },
  };
}

/** The code of the AppError a promise rejects with; anything else is thrown on. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code);
    throw error;
  }
  return 'accepted';
}
