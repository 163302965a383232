'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { defineFormAction } from '@/app/_lib/form-action.ts';
import { requireActor } from '@/app/_lib/guard.ts';
import { restoreSnapshot } from '@/lib/services/snapshots.ts';

const input = z.object({ workshopId: z.uuid(), number: z.coerce.number().int().positive() });

/** Restores a snapshot and leads to the list, which says what was done and how to undo it. */
export const restoreAction = defineFormAction(input, async ({ workshopId, number }, { db, runtime }) => {
  const actor = await requireActor(workshopId, 'snapshot.restore');
  const { safety } = await restoreSnapshot(db, actor, number, runtime);
  const query = new URLSearchParams({ restored: String(number), ...(safety && { safety: String(safety) }) });
  redirect(`/workshops/${workshopId}/snapshots?${query}`);
});
