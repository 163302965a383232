'use server';
import { z } from 'zod';
import { defineAction } from '@/app/_lib/action.ts';
import { requireActor } from '@/app/_lib/guard.ts';
import {
  eraseInput,
  eraseInterview,
  resumeErasure,
  withdraw,
  withdrawInput,
} from '@/lib/services/interviews.ts';
import { eraseTools } from './tools.ts';

const workshopId = z.uuid();

/** Answers when all is gone, which takes some seconds. */
export const eraseAction = defineAction(
  eraseInput.extend({ workshopId }),
  async ({ workshopId, ...input }, { db, runtime }) => {
    await eraseInterview(db, await requireActor(workshopId, 'interview.erase'), input, eraseTools(runtime));
  },
);

export const resumeAction = defineAction(
  z.object({ workshopId, interviewId: z.uuid() }),
  async ({ workshopId, interviewId }, { db, runtime }) => {
    const actor = await requireActor(workshopId, 'interview.erase');
    await resumeErasure(db, actor, interviewId, eraseTools(runtime));
  },
);

export const withdrawAction = defineAction(
  withdrawInput.extend({ workshopId }),
  async ({ workshopId, ...input }, { db, runtime }) => {
    const actor = await requireActor(workshopId, 'interview.erase');
    const done = await withdraw(db, actor, input, eraseTools(runtime));
    return done && { cards: done.counts.cards ?? 0, snapshots: done.counts.snapshots ?? 0 };
  },
);
