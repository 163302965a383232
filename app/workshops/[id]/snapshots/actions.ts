'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { snapshotLabel, snapshotNote, takeSnapshot } from '@/lib/services/snapshots.ts';
import { MAPS } from '@/lib/sync/protocol.ts';
import { defineAction } from '../../../_lib/action.ts';
import { requireActor } from '../../../_lib/guard.ts';

const input = z.object({
  workshopId: z.uuid(),
  label: snapshotLabel,
  note: snapshotNote.optional(),
  map: z.enum(MAPS).optional(),
});

/** Takes a snapshot of one of the two maps as it is now; gives back its number. */
export const takeSnapshotAction = defineAction(
  input,
  async ({ workshopId, label, note, map }, { db, runtime }) => {
    const actor = await requireActor(workshopId, 'snapshot.take');
    const taken = await takeSnapshot(db, actor, { label, note, map }, runtime);
    revalidatePath(`/workshops/${workshopId}/snapshots`);
    return taken;
  },
);
