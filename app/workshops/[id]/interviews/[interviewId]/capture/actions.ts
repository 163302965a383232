'use server';
import { z } from 'zod';
import { defineAction } from '@/app/_lib/action.ts';
import { requireActor } from '@/app/_lib/guard.ts';
import { freezeNotes, startCapture, takeInLate } from '@/lib/services/interviews.ts';

const which = z.object({ workshopId: z.uuid(), interviewId: z.uuid() });

export const startAction = defineAction(which, async ({ workshopId, interviewId }, { db }) =>
  startCapture(db, await requireActor(workshopId, 'interview.list'), interviewId),
);

export const freezeAction = defineAction(which, async ({ workshopId, interviewId }, { db, runtime }) =>
  freezeNotes(db, await requireActor(workshopId, 'interview.list'), interviewId, runtime.rooms),
);

export const takeInLateAction = defineAction(which, async ({ workshopId, interviewId }, { db, runtime }) =>
  takeInLate(db, await requireActor(workshopId, 'interview.list'), interviewId, runtime.rooms),
);
