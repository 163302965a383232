import { eq } from 'drizzle-orm';
import * as Y from 'yjs';
import type { Actor } from '../../auth/can.ts';
import { docStates, interviews } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import { openNotes, toNotes } from '../../notes/document.ts';
import type { Rooms } from '../../runtime.ts';
import { notesDocument } from '../../sync/protocol.ts';
import { audit } from '../audit.ts';
import { plannableInterview } from './plan-access.ts';

/**
 * Takes a planned interview off the plan, with its empty notes. One in which something has been noted is
 * erased instead, since words have to go everywhere. Throws interviewNotFound, forbidden, interviewBegun,
 * roomUnavailable.
 */
export async function callOff(
  db: Db,
  actor: Actor,
  interviewId: string,
  rooms: Pick<Rooms, 'read' | 'remove'>,
): Promise<void> {
  const planned = await plannableInterview(db, actor, interviewId);
  const doc = notesDocument(planned.id);
  if (planned.status !== 'planned' || (await hasWords(db, rooms, doc))) throw new AppError('interviewBegun');
  await db.transaction(async (tx) => {
    const [row] = await tx.select().from(interviews).where(eq(interviews.id, planned.id)).for('update');
    if (row?.status !== 'planned') throw new AppError('interviewBegun');
    await tx.delete(interviews).where(eq(interviews.id, row.id));
    await audit(tx, {
      workshopId: actor.workshopId,
      actorId: actor.userId,
      event: 'interview.calledOff',
      detail: { interviewId: row.id },
    });
  });
  // Nothing was in them; whoever has them open is told that they are gone.
  await rooms.remove(doc);
}

async function hasWords(db: Db, rooms: Pick<Rooms, 'read'>, doc: ReturnType<typeof notesDocument>) {
  const [held] = await db.select({ doc: docStates.doc }).from(docStates).where(eq(docStates.doc, doc));
  if (!held) return false;
  const notes = openNotes(new Y.Doc());
  Y.applyUpdate(notes.doc, await rooms.read(doc));
  const { lines, prompts } = toNotes(notes);
  notes.doc.destroy();
  return lines.some((line) => line.text.trim() !== '') || Object.keys(prompts).length > 0;
}
