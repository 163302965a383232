'use server';
import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { STAGES } from '@/lib/journey/stages.ts';
import { setStage } from '@/lib/services/stage.ts';
import { defineFormAction } from '../_lib/form-action.ts';
import { requireActor } from '../_lib/guard.ts';

const input = z.object({ workshopId: z.uuid(), stage: z.enum(STAGES) });

/** Leads the group to a stage; gives back which, and the number of the snapshot that keeps the one before. */
export const goToStage = defineFormAction(input, async ({ workshopId, stage }, { db, runtime }) => {
  const actor = await requireActor(workshopId, 'workshop.settings');
  const { kept } = await setStage(db, actor, stage, runtime);
  revalidatePath(`/workshops/${workshopId}`, 'layout');
  return { stage, kept };
});
