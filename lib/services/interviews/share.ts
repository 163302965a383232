import { eq } from 'drizzle-orm';
import type { Actor } from '../../auth/can.ts';
import { interviews } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import type { Rooms } from '../../runtime.ts';
import { journeyDocument } from '../../sync/protocol.ts';
import { audit } from '../audit.ts';
import { markableInterview } from './access.ts';

/**
 * Lets the group read the interview and find its findings in the map's tray. Sharing what is shared
 * changes nothing. Throws interviewNotFound, interviewNotShared, forbidden.
 */
export async function shareInterview(
  db: Db,
  actor: Actor,
  interviewId: string,
  rooms: Pick<Rooms, 'notify'>,
): Promise<void> {
  const row = await markableInterview(db, actor, interviewId);
  if (row.status === 'shared') return;
  await db.transaction(async (tx) => {
    await tx.update(interviews).set({ status: 'shared' }).where(eq(interviews.id, row.id));
    await audit(tx, {
      workshopId: actor.workshopId,
      actorId: actor.userId,
      event: 'interview.shared',
      detail: { interviewId: row.id },
    });
  });
  rooms.notify(journeyDocument(actor.workshopId), { type: 'findings' });
}
