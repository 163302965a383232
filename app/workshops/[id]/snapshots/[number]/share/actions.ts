'use server';
import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { createShare, newShare, revokeShare } from '@/lib/services/shares.ts';
import { defineFormAction } from '../../../../../_lib/form-action.ts';
import { requireActor } from '../../../../../_lib/guard.ts';
import { type NewLink, shownOnce } from '../../../../../_lib/new-link.ts';

const place = { workshopId: z.uuid(), number: z.coerce.number().pipe(newShare.shape.number) };

const wanted = z.object({
  ...place,
  label: newShare.shape.label.default(''),
  days: z.coerce.number().pipe(newShare.shape.days),
  passcode: z.preprocess(
    (typed) => (typeof typed === 'string' && typed.trim() !== '' ? typed : null),
    newShare.shape.passcode,
  ),
});

export const makeShare = defineFormAction(wanted, async (input, { db, runtime }): Promise<NewLink> => {
  const actor = await requireActor(input.workshopId, 'snapshot.share');
  const { token } = await createShare(db, actor, input);
  revalidatePath(pathOf(input));
  return shownOnce(runtime.config, `/s/${token}`, input.label);
});

export const switchOff = defineFormAction(
  z.object({ ...place, id: z.uuid() }),
  async (input, { db }): Promise<void> => {
    await revokeShare(db, await requireActor(input.workshopId, 'snapshot.share'), input.id);
    revalidatePath(pathOf(input));
  },
);

const pathOf = ({ workshopId, number }: { workshopId: string; number: number }): string =>
  `/workshops/${workshopId}/snapshots/${number}/share`;
