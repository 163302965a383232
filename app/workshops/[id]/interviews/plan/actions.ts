'use server';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { defineFormAction } from '@/app/_lib/form-action.ts';
import { requireActor } from '@/app/_lib/guard.ts';
import { AppError } from '@/lib/errors.ts';
import { fromWallTime } from '@/lib/i18n/wall-time.ts';
import {
  callOff,
  PURPOSES,
  planDetails,
  planInterview,
  recordConsent,
  updatePlan,
} from '@/lib/services/interviews.ts';

const workshopId = z.uuid();
const interviewId = z.uuid();
/** What an empty choice of a form means. */
const orNull = (value: string) => (value === '' ? null : value);

const fields = planDetails.pick({ alias: true, kind: true, segment: true }).extend({
  workshopId,
  personaId: z.string().default('').transform(orNull),
  plannedAt: z
    .string()
    .default('')
    .transform((local) => {
      if (local === '') return null;
      const at = fromWallTime(local);
      if (!at) throw new AppError('invalidInput', { field: 'plannedAt' });
      return at;
    }),
  interviewerId: z.string().default('').transform(orNull),
  noteTakerId: z.string().default('').transform(orNull),
});

/** Plans an interview and opens its page, where the consent comes next. */
export const planAction = defineFormAction(fields, async ({ workshopId, ...input }, { db }) => {
  const actor = await requireActor(workshopId, 'interview.create');
  const { id } = await planInterview(db, actor, input);
  redirect(`/workshops/${workshopId}/interviews/plan/${id}`);
});

export const changePlanAction = defineFormAction(
  fields.extend({ interviewId }),
  async ({ workshopId, ...input }, { db, runtime }): Promise<true> => {
    const actor = await requireActor(workshopId, 'interview.create');
    await updatePlan(db, actor, input, runtime.rooms);
    revalidatePath(`/workshops/${workshopId}/interviews`, 'layout');
    return true;
  },
);

/** A box of a form that is not ticked is not sent. */
const ticked = z
  .string()
  .optional()
  .transform((value) => value === 'on');

export const consentAction = defineFormAction(
  z.object({
    workshopId,
    interviewId,
    notes: ticked,
    recording: ticked,
    quoteOnMap: ticked,
    quoteOutside: ticked,
  }),
  async ({ workshopId, interviewId, ...given }, { db, runtime }): Promise<(typeof PURPOSES)[number][]> => {
    const actor = await requireActor(workshopId, 'interview.create');
    await recordConsent(db, actor, { interviewId, consent: given }, runtime.rooms);
    revalidatePath(`/workshops/${workshopId}/interviews`, 'layout');
    return PURPOSES.filter((purpose) => given[purpose]);
  },
);

export const callOffAction = defineFormAction(
  z.object({ workshopId, interviewId }),
  async ({ workshopId, interviewId }, { db, runtime }) => {
    await callOff(db, await requireActor(workshopId, 'interview.create'), interviewId, runtime.rooms);
    redirect(`/workshops/${workshopId}/interviews`);
  },
);
