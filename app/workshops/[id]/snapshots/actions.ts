'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { snapshotLabel, snapshotNote, takeSnapshot } from '@/lib/services/snapshots.ts';
import { defineAction } from '../../../_lib/action.ts';
import { requireActor } from '../../../_lib/guard.ts';

const input = z.object({ workshopId: z.uuid(), label: snapshotLabel, note: snapshotNote.optional() });

/** Takes a snapshot of the map as it is now; gives back its number. */
export const takeSnapshotAction = defineAction(
  input,
  async ({ workshopId, label, note }, { db, runtime }) => {
    const actor = await requireActor(workshopId, 'snapshot.take');
    const taken = await takeSnapshot(db, actor, { label, note }, runtime);
    revalidatePath(`/workshops/${workshopId}/snapshots`);
    return taken;
  },
);
