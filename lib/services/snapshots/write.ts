import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { eq, max } from 'drizzle-orm';
import * as Y from 'yjs';
import { snapshots, workshops } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { figures } from '../../journey/analysis/index.ts';
import { openJourney, toJourney } from '../../journey/document.ts';
import { audit } from '../audit.ts';
import { sourcesOf } from '../findings.ts';
import { contentHash, storable } from './canonical.ts';
import { erasedIn, withoutErased } from './erase.ts';
import { type Group, groupOf } from './group.ts';
import { findingIds, type Sources, withCheckedEvidence } from './sources.ts';

const compress = promisify(gzip);

export interface NewSnapshot {
  workshopId: string;
  /** The live document (`encodeStateAsUpdate`). */
  state: Uint8Array;
  label: string;
  reason: 'manual' | 'demo';
  takenBy: string;
  /** Default now; the demo's history lies in the past. */
  takenAt?: Date;
  /** Default who has been interviewed and who sits at the table now. */
  group?: Group;
}

/**
 * Stores a snapshot under the workshop's next number, with its sources, figures and hash. The only way
 * a snapshot comes to be; none changes afterwards but by erasing (erase.ts).
 * @param db the database, or the transaction that makes the rest of a demo
 */
export async function writeSnapshot(db: Db, input: NewSnapshot): Promise<{ number: number }> {
  const { workshopId, label, reason, takenBy, takenAt } = input;
  const live = openJourney(new Y.Doc());
  Y.applyUpdate(live.doc, input.state);
  const journey = storable(toJourney(live));
  live.doc.destroy();

  const found: Sources = storable(await sourcesOf(db, workshopId, findingIds(journey)));
  const checked = withCheckedEvidence(journey, found);

  return db.transaction(async (tx) => {
    // Two taken at once must get two numbers, and none may be passed over: the workshop's row is the queue.
    await tx
      .select({ id: workshops.id })
      .from(workshops)
      .where(eq(workshops.id, workshopId))
      .for('no key update');
    // Erasing takes the same queue: what was erased since the map was read must not come back in here.
    const whole = { journey: checked, sources: found, state: input.state };
    const { state, ...content } = withoutErased(whole, await erasedIn(tx, workshopId)) ?? whole;
    const [last] = await tx
      .select({ number: max(snapshots.number) })
      .from(snapshots)
      .where(eq(snapshots.workshopId, workshopId));
    const number = (last?.number ?? 0) + 1;
    await tx.insert(snapshots).values({
      journey: content.journey,
      sources: content.sources,
      workshopId,
      number,
      label: storable(label),
      reason,
      state: new Uint8Array(await compress(state)),
      figures: { map: figures(content.journey), group: input.group ?? (await groupOf(tx, workshopId)) },
      sha256: contentHash({ journey: content.journey, sources: content.sources }),
      takenBy,
      ...(takenAt && { createdAt: takenAt }),
    });
    await audit(tx, { workshopId, actorId: takenBy, event: 'snapshot.taken', detail: { number, reason } });
    return { number };
  });
}
