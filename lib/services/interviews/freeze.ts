import { and, asc, eq, isNotNull, max } from 'drizzle-orm';
import * as Y from 'yjs';
import type { Actor } from '../../auth/can.ts';
import { findings as findingTable, interviews, turns as turnTable } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import { type Line, openNotes, toNotes } from '../../notes/document.ts';
import { type FrozenFinding, type FrozenTurn, frozen } from '../../notes/frozen.ts';
import type { Rooms } from '../../runtime.ts';
import { notesDocument } from '../../sync/protocol.ts';
import { audit } from '../audit.ts';
import { tellMaps } from '../maps.ts';
import type { InterviewRow } from './access.ts';
import { capturableInterview, isBefore } from './capture.ts';
import { requireNotesConsent } from './consent.ts';

type FrozenNotes = ReturnType<typeof frozen>;

/**
 * The notes are done: their lines become the turns of the interview and what was marked its findings, all
 * of it or nothing. From then on it is like an imported one. Done twice, it is done once.
 * Throws interviewNotFound, forbidden, consentMissing, notesEmpty, roomUnavailable.
 */
export async function freezeNotes(
  db: Db,
  actor: Actor,
  interviewId: string,
  rooms: Pick<Rooms, 'read' | 'notify'>,
): Promise<void> {
  const { id } = await capturableInterview(db, actor, interviewId);
  const notes = frozen(await linesOf(id, rooms));
  const isNew = await db.transaction(async (tx) => {
    const row = await locked(tx, id);
    if (!isBefore(row)) return false;
    requireNotesConsent(row);
    if (notes.turns.length === 0) throw new AppError('notesEmpty');
    const written = await write(tx, actor, row, notes, 0);
    await tx.update(interviews).set({ status: 'raw' }).where(eq(interviews.id, id));
    await auditIt(tx, actor, 'interview.noted', id, written);
    return true;
  });
  if (isNew) tell(actor, id, rooms);
}

/**
 * How many lines were typed or changed after the notes were done: somebody was offline, or thought of
 * something. 0 for an interview without live notes. Throws as capturableInterview does, and roomUnavailable.
 */
export async function lateLines(
  db: Db,
  actor: Actor,
  interviewId: string,
  rooms: Pick<Rooms, 'read'>,
): Promise<number> {
  const row = await capturableInterview(db, actor, interviewId);
  const known = await turnsOfLines(db, row.id);
  // Whatever was not captured has no live notes to look into.
  if (isBefore(row) || row.status === 'shared' || known.size === 0) return 0;
  return late(frozen(await linesOf(row.id, rooms)), known).turns.length;
}

/**
 * Takes them in, behind the others: what the transcript has stays as it is.
 * Throws as lateLines does, and notesClosed once the interview is shared.
 * @returns how many there were
 */
export async function takeInLate(
  db: Db,
  actor: Actor,
  interviewId: string,
  rooms: Pick<Rooms, 'read' | 'notify'>,
): Promise<number> {
  const { id } = await capturableInterview(db, actor, interviewId);
  const notes = frozen(await linesOf(id, rooms));
  const count = await db.transaction(async (tx) => {
    const row = await locked(tx, id);
    if (row.status === 'shared') throw new AppError('notesClosed');
    if (isBefore(row)) return 0;
    const more = late(notes, await turnsOfLines(tx, id));
    if (more.turns.length === 0) return 0;
    const [last] = await tx
      .select({ position: max(turnTable.position) })
      .from(turnTable)
      .where(eq(turnTable.interviewId, id));
    const written = await write(tx, actor, row, more, (last?.position ?? -1) + 1);
    // Nobody has looked through these for names yet.
    await tx.update(interviews).set({ status: 'raw' }).where(eq(interviews.id, id));
    await auditIt(tx, actor, 'interview.notedLate', id, written);
    return more.turns.length;
  });
  if (count > 0) tell(actor, id, rooms);
  return count;
}

async function linesOf(interviewId: string, rooms: Pick<Rooms, 'read'>): Promise<Line[]> {
  const notes = openNotes(new Y.Doc());
  Y.applyUpdate(notes.doc, await rooms.read(notesDocument(interviewId)));
  const { lines } = toNotes(notes);
  notes.doc.destroy();
  return lines;
}

/** Two who press at the same time do it one after the other. */
async function locked(tx: Db, interviewId: string): Promise<InterviewRow> {
  const [row] = await tx.select().from(interviews).where(eq(interviews.id, interviewId)).for('update');
  if (!row) throw new AppError('interviewNotFound');
  return row;
}

/** What each line was frozen as, as often as it was. */
async function turnsOfLines(db: Db, interviewId: string): Promise<Map<string, Set<string>>> {
  const rows = await db
    .select({ lineId: turnTable.lineId, text: turnTable.text })
    .from(turnTable)
    .where(and(eq(turnTable.interviewId, interviewId), isNotNull(turnTable.lineId)))
    .orderBy(asc(turnTable.position));
  const known = new Map<string, Set<string>>();
  for (const { lineId, text } of rows) {
    if (lineId !== null) known.set(lineId, (known.get(lineId) ?? new Set()).add(text));
  }
  return known;
}

/** The turns no line had become yet, and what was marked in them. */
function late({ turns, findings }: FrozenNotes, known: ReadonlyMap<string, Set<string>>): FrozenNotes {
  const fresh = turns.filter(({ lineId, text }) => !known.get(lineId)?.has(text));
  const ids = new Set(fresh.map(({ lineId }) => lineId));
  return { turns: fresh, findings: findings.filter(({ turnOf }) => ids.has(turnOf)) };
}

const ROWS_AT_ONCE = 1_000;

async function write(
  tx: Db,
  actor: Actor,
  { id: interviewId, alias }: InterviewRow,
  { turns, findings }: FrozenNotes,
  first: number,
): Promise<{ turns: number; findings: number }> {
  const rows = turns.map(({ lineId, speaker, atMs, text }, i) => ({
    interviewId,
    position: first + i,
    ...voiceOf(speaker, alias),
    atMs,
    text,
    lineId,
  }));
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await tx.insert(turnTable).values(rows.slice(at, at + ROWS_AT_ONCE));
  }
  const turnOf = new Map(rows.map((row) => [row.lineId, row]));
  const marked = onceEach(findings).flatMap(({ lineId: _line, turnOf: line, ...finding }) => {
    const turn = turnOf.get(line);
    if (!turn) return [];
    const { speaker, atMs, position } = turn;
    return [{ ...finding, interviewId, speaker, atMs, turn: position, createdBy: actor.userId }];
  });
  for (let at = 0; at < marked.length; at += ROWS_AT_ONCE) {
    await tx.insert(findingTable).values(marked.slice(at, at + ROWS_AT_ONCE));
  }
  return { turns: rows.length, findings: marked.length };
}

/** As `voicesOf` names them in a transcript. */
function voiceOf(speaker: FrozenTurn['speaker'], alias: string) {
  if (speaker === 'interviewer') return { speaker: 'Interviewer', role: 'interviewer' as const };
  return { speaker: speaker === 'companion' ? `${alias} 2` : alias, role: 'interviewee' as const };
}

/** One passage is one finding of a kind: of two signs alone behind one answer the later one holds. */
function onceEach(findings: readonly FrozenFinding[]): FrozenFinding[] {
  return [...new Map(findings.map((one) => [`${one.turnOf} ${one.kind}`, one])).values()];
}

const auditIt = (tx: Db, actor: Actor, event: string, interviewId: string, counts: Record<string, number>) =>
  audit(tx, {
    workshopId: actor.workshopId,
    actorId: actor.userId,
    event,
    detail: { interviewId, ...counts },
  });

function tell(actor: Actor, interviewId: string, rooms: Pick<Rooms, 'notify'>): void {
  tellMaps(rooms, actor.workshopId, { type: 'findings' });
  rooms.notify(notesDocument(interviewId), { type: 'findings' });
}
