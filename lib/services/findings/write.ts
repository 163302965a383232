import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '../../auth/can.ts';
import { findings, interviews, turns } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import { LIMITS } from '../../journey/model.ts';
import { alignSpan } from '../../notes/clean/align.ts';
import type { Rooms } from '../../runtime.ts';
import { audit } from '../audit.ts';
import { type InterviewRow, markableInterview } from '../interviews/access.ts';
import { readMaps, tellMaps } from '../maps.ts';
import { columnsOf, type Mark } from './mark-schema.ts';
import { onMap } from './on-map.ts';
import { TAG_LIMITS } from './tags.ts';
import { type FindingView, viewOf } from './view.ts';

type Notify = Pick<Rooms, 'notify'>;

/** Where the words stand: a turn's position and UTF-16 offsets in its text, end excluded. */
export interface Passage {
  turn: number;
  start: number;
  end: number;
}

const told = (rooms: Notify, actor: Actor) => tellMaps(rooms, actor.workshopId, { type: 'findings' });

/** What a finding that was taken away carried besides, for whoever wants it back. */
export interface Carried {
  tags?: string[] | undefined;
  touchpointId?: string | null | undefined;
}

/**
 * Marks a passage. The words are cut from the stored turn, as its clean copy has them, never taken from the
 * client, without blanks at their ends. The same passage marked again in the same kind takes the new emotion or severity.
 * Throws interviewNotFound, interviewNotShared, forbidden, wordsNotInTurn, wordsOfInterviewer, wordsTooLong.
 */
export async function markFinding(
  db: Db,
  actor: Actor,
  {
    interviewId,
    mark,
    tags = [],
    touchpointId = null,
    ...passage
  }: Passage & Carried & { interviewId: string; mark: Mark },
  rooms: Notify,
): Promise<FindingView> {
  const interview = await markableInterview(db, actor, interviewId);
  const view = await db.transaction(async (tx) => {
    // One mark at a time per interview: two presses of a key must not make two findings.
    await tx
      .select({ id: interviews.id })
      .from(interviews)
      .where(eq(interviews.id, interview.id))
      .for('update');
    const cut = await cutWords(tx, interview.id, passage);
    const place = and(
      eq(findings.interviewId, interview.id),
      eq(findings.turn, cut.turn),
      eq(findings.start, cut.start),
      eq(findings.end, cut.end),
      eq(findings.kind, mark.kind),
    );
    const [again] = await tx.update(findings).set(columnsOf(mark)).where(place).returning();
    if (again) return viewOf(again, interview);
    const [row] = await tx
      .insert(findings)
      .values({
        ...cut,
        ...columnsOf(mark),
        tags: tags.slice(0, TAG_LIMITS.perFinding),
        touchpointId,
        interviewId: interview.id,
        createdBy: actor.userId,
      })
      .returning();
    if (!row) throw new Error('An inserted finding came back without its row.');
    return viewOf(row, interview);
  });
  told(rooms, actor);
  return view;
}

async function cutWords(tx: Db, interviewId: string, { turn: position, start, end }: Passage) {
  const [turn] = await tx
    .select()
    .from(turns)
    .where(and(eq(turns.interviewId, interviewId), eq(turns.position, position)));
  if (!turn || start < 0 || end > turn.text.length) throw new AppError('wordsNotInTurn');
  if (turn.role === 'interviewer') throw new AppError('wordsOfInterviewer');
  const raw = turn.text.slice(start, end);
  const words = raw.trim();
  // Half of a surrogate pair is no character: the offsets did not come from this text.
  if (words === '' || /\p{Cs}/u.test(words)) throw new AppError('wordsNotInTurn');
  if (words.length > LIMITS.cardText) throw new AppError('wordsTooLong', { max: LIMITS.cardText });
  const from = start + (raw.length - raw.trimStart().length);
  const span = { start: from, end: from + words.length };
  return {
    turn: position,
    ...span,
    words: turn.clean === null ? words : cleanWords(turn.text, turn.clean, span),
    speaker: turn.speaker,
    atMs: turn.atMs,
  };
}

/** The passage as the clean copy has it. Throws wordsNotInTurn where nothing is left of it there. */
function cleanWords(raw: string, clean: string, { start, end }: Omit<Passage, 'turn'>): string {
  const span = alignSpan(raw, clean, start, end);
  if (!span) throw new AppError('wordsNotInTurn');
  const words = clean.slice(span.start, span.end);
  if (words.length > LIMITS.cardText) throw new AppError('wordsTooLong', { max: LIMITS.cardText });
  return words;
}

/** Another kind, emotion or severity for a finding; its words stay. Throws notFound, forbidden, interviewNotShared. */
export async function updateFinding(
  db: Db,
  actor: Actor,
  { findingId, mark }: { findingId: string; mark: Mark },
  rooms: Notify,
): Promise<FindingView> {
  const interview = await interviewOf(db, actor, findingId);
  const [row] = await db.update(findings).set(columnsOf(mark)).where(eq(findings.id, findingId)).returning();
  if (!row) throw new AppError('notFound');
  told(rooms, actor);
  return viewOf(row, interview);
}

/**
 * Takes a mark away; the interview keeps its words. Throws notFound, forbidden, interviewNotShared, and
 * findingPlaced while a card of either map stands on it: its evidence must not vanish from under it.
 */
export async function removeFinding(
  db: Db,
  actor: Actor,
  findingId: string,
  rooms: Pick<Rooms, 'notify' | 'read'>,
): Promise<void> {
  const interview = await interviewOf(db, actor, findingId);
  for (const map of await readMaps(db, rooms, actor.workshopId)) {
    if (onMap(map).placed.has(findingId)) throw new AppError('findingPlaced');
  }
  await db.transaction(async (tx) => {
    await tx.delete(findings).where(eq(findings.id, findingId));
    await audit(tx, {
      workshopId: actor.workshopId,
      actorId: actor.userId,
      event: 'finding.removed',
      detail: { findingId, interviewId: interview.id },
    });
  });
  told(rooms, actor);
}

async function interviewOf(db: Db, actor: Actor, findingId: string): Promise<InterviewRow> {
  if (!z.uuid().safeParse(findingId).success) throw new AppError('notFound');
  const [row] = await db
    .select({ interviewId: findings.interviewId })
    .from(findings)
    .innerJoin(interviews, eq(interviews.id, findings.interviewId))
    .where(and(eq(findings.id, findingId), eq(interviews.workshopId, actor.workshopId)));
  if (!row) throw new AppError('notFound');
  return markableInterview(db, actor, row.interviewId);
}
