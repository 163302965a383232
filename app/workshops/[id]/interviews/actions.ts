'use server';
import { z } from 'zod';
import { defineAction } from '@/app/_lib/action.ts';
import { requireActor } from '@/app/_lib/guard.ts';
import { mark, markFinding, removeFinding, TAG_LIMITS, tag, updateFinding } from '@/lib/services/findings.ts';
import { shareInterview } from '@/lib/services/interviews.ts';

const workshopId = z.uuid();
const interviewId = z.uuid();
const findingId = z.uuid();

export const markAction = defineAction(
  z.object({
    workshopId,
    interviewId,
    turn: z.int().nonnegative(),
    start: z.int().nonnegative(),
    end: z.int().positive(),
    mark,
    tags: z.array(tag).max(TAG_LIMITS.perFinding).optional(),
    touchpointId: z.string().max(64).nullish(),
  }),
  async ({ workshopId, ...input }, { db, runtime }) =>
    markFinding(db, await requireActor(workshopId, 'interview.list'), input, runtime.rooms),
);

export const changeMarkAction = defineAction(
  z.object({ workshopId, findingId, mark }),
  async ({ workshopId, ...input }, { db, runtime }) =>
    updateFinding(db, await requireActor(workshopId, 'interview.list'), input, runtime.rooms),
);

export const removeMarkAction = defineAction(
  z.object({ workshopId, findingId }),
  async ({ workshopId, findingId }, { db, runtime }) =>
    removeFinding(db, await requireActor(workshopId, 'interview.list'), findingId, runtime.rooms),
);

export const shareAction = defineAction(
  z.object({ workshopId, interviewId }),
  async ({ workshopId, interviewId }, { db, runtime }) =>
    shareInterview(db, await requireActor(workshopId, 'interview.list'), interviewId, runtime.rooms),
);
