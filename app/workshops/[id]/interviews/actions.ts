'use server';
import { z } from 'zod';
import { defineAction } from '@/app/_lib/action.ts';
import { requireActor } from '@/app/_lib/guard.ts';
import {
  castTurns,
  PARTS_IN_TALK,
  parseTranscript,
  TRANSCRIPT_LIMITS,
} from '@/lib/notes/transcript/index.ts';
import { mark, markFinding, removeFinding, TAG_LIMITS, tag, updateFinding } from '@/lib/services/findings.ts';
import { importInterview, interviewDetails, shareInterview } from '@/lib/services/interviews.ts';

const workshopId = z.uuid();
const interviewId = z.uuid();
const findingId = z.uuid();

/** Reads the transcript anew from its bytes: what the browser made of it was only for the preview. */
export const importAction = defineAction(
  z.object({
    workshopId,
    bytes: z.instanceof(Uint8Array),
    fileName: z.string().max(255),
    cast: z.array(z.tuple([z.string(), z.enum(PARTS_IN_TALK)])).max(TRANSCRIPT_LIMITS.turns),
    details: interviewDetails,
  }),
  async (input, { db }) => {
    const actor = await requireActor(input.workshopId, 'interview.create');
    const turns = castTurns(parseTranscript(input.bytes, input.fileName), Object.fromEntries(input.cast));
    return importInterview(db, actor, { ...input.details, turns });
  },
);

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
