import { auditEvents } from '../db/schema/index.ts';
import type { Db } from '../db/types.ts';

export interface AuditEntry {
  workshopId: string | null;
  actorId: string | null;
  /** E.g. `snapshot.taken`, `invitation.created`, `member.joined`. */
  event: string;
  /** Ids, roles, counts: never anybody's words, name or e-mail. */
  detail?: Record<string, string | number | boolean>;
}

/** Writes one audit line; give it the transaction of what it tells about, so that both stand or fall. */
export async function audit(db: Db, { workshopId, actorId, event, detail = {} }: AuditEntry): Promise<void> {
  await db.insert(auditEvents).values({ workshopId, actorId, event, detail });
}
