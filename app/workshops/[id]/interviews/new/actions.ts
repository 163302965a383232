'use server';
import { z } from 'zod';
import { defineAction } from '@/app/_lib/action.ts';
import { requireActor } from '@/app/_lib/guard.ts';
import { importInput, importInterview } from '@/lib/services/interviews.ts';

/**
 * Stores what the browser read of a transcript: turns with their parts, voices told apart by numbers. The
 * file itself, and the names in it, stay with whoever takes it in.
 */
export const importAction = defineAction(
  importInput.extend({ workshopId: z.uuid() }),
  async ({ workshopId, ...input }, { db }) =>
    importInterview(db, await requireActor(workshopId, 'interview.create'), input),
);
