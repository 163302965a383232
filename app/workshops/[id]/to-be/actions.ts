'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { branchToBe } from '@/lib/services/to-be.ts';
import { defineFormAction, type FormState } from '../../../_lib/form-action.ts';
import { requireActor } from '../../../_lib/guard.ts';

const input = z.object({
  workshopId: z.uuid(),
  /** `now`: the as-is map, of which a snapshot is taken first. */
  from: z.union([z.literal('now'), z.coerce.number().int().positive()]),
  over: z.literal('yes').optional(),
});

const branch = defineFormAction(input, async ({ workshopId, from, over }, { db, runtime }) => {
  const actor = await requireActor(workshopId, 'snapshot.restore');
  await branchToBe(db, actor, { from, over: over === 'yes' }, runtime);
  return { workshopId: actor.workshopId };
});

/** Makes the to-be map of a snapshot, and leads to it. */
export async function branchAction(
  state: FormState<{ workshopId: string }>,
  form: FormData,
): Promise<FormState<{ workshopId: string }>> {
  const done = await branch(state, form);
  if (done?.data) redirect(`/workshops/${done.data.workshopId}/to-be`);
  return done;
}
