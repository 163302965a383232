import { eq } from 'drizzle-orm';
import type { Actor } from '../../auth/can.ts';
import { interviews } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import type { Rooms } from '../../runtime.ts';
import { notesDocument } from '../../sync/protocol.ts';
import { audit } from '../audit.ts';
import { tellMaps } from '../maps.ts';
import { markableInterview } from './access.ts';
import { countOpenFlags } from './open-flags.ts';

type Notify = Pick<Rooms, 'notify' | 'documentChanged'>;

/**
 * Lets the group read the interview's clean copy and find its findings in the map's tray. Sharing what is
 * shared changes nothing. Throws interviewNotFound, interviewNotShared, forbidden, notesNotDone before
 * there are turns, and flagsOpen { n } while something in it still looks personal.
 */
export async function shareInterview(
  db: Db,
  actor: Actor,
  interviewId: string,
  rooms: Notify,
): Promise<void> {
  const { id } = await markableInterview(db, actor, interviewId);
  const isNew = await db.transaction(async (tx) => {
    // Nobody edits the clean copy between the look at its flags and the sharing.
    const [row] = await tx.select().from(interviews).where(eq(interviews.id, id)).for('update');
    if (!row) throw new AppError('interviewNotFound');
    if (row.status === 'shared') return false;
    if (row.status === 'planned' || row.status === 'capturing') throw new AppError('notesNotDone');
    const open = await countOpenFlags(tx, id);
    if (open > 0) throw new AppError('flagsOpen', { n: open });
    await tx
      .update(interviews)
      .set({ status: 'shared', sharedAt: new Date(), sharedBy: actor.userId })
      .where(eq(interviews.id, id));
    await auditIt(tx, actor, 'interview.shared', id);
    return true;
  });
  if (isNew) told(actor, id, rooms);
}

/**
 * Takes a shared interview back: the group no longer reads it and its findings leave the tray. What was
 * placed on the map stays there with its words; only what stands behind it is closed again. Throws
 * interviewNotFound, interviewNotShared, forbidden.
 */
export async function unshareInterview(
  db: Db,
  actor: Actor,
  interviewId: string,
  rooms: Notify,
): Promise<void> {
  const row = await markableInterview(db, actor, interviewId);
  if (row.status !== 'shared') return;
  await db.transaction(async (tx) => {
    const status = (await countOpenFlags(tx, row.id)) === 0 ? 'clean' : 'raw';
    await tx
      .update(interviews)
      .set({ status, sharedAt: null, sharedBy: null })
      .where(eq(interviews.id, row.id));
    await auditIt(tx, actor, 'interview.unshared', row.id);
  });
  told(actor, row.id, rooms);
}

const auditIt = (tx: Db, actor: Actor, event: string, interviewId: string) =>
  audit(tx, {
    workshopId: actor.workshopId,
    actorId: actor.userId,
    event,
    detail: { interviewId },
  });

function told(actor: Actor, interviewId: string, rooms: Notify): void {
  tellMaps(rooms, actor.workshopId, { type: 'findings' });
  // Nobody writes in the notes of what the group reads.
  rooms.documentChanged(notesDocument(interviewId));
}
