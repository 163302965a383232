'use server';
import { z } from 'zod';
import { defineAction } from '@/app/_lib/action.ts';
import { requireActor } from '@/app/_lib/guard.ts';
import {
  cleanChanges,
  keepFlag,
  keepInput,
  readInterview,
  saveClean,
  unshareInterview,
} from '@/lib/services/interviews.ts';

const ids = z.object({ workshopId: z.uuid(), interviewId: z.uuid() });

export const saveCleanAction = defineAction(
  ids.extend({ changes: cleanChanges }),
  async ({ workshopId, ...input }, { db, runtime }) =>
    saveClean(db, await requireActor(workshopId, 'interview.list'), input, runtime.rooms),
);

/** The clean text of some turns as it stands now, for whoever met somebody else's changes. */
export const readCleanAction = defineAction(ids, async ({ workshopId, interviewId }, { db }) => {
  const actor = await requireActor(workshopId, 'interview.list');
  const { turns } = await readInterview(db, actor, interviewId);
  return turns.map(({ position, text, clean }) => ({ position, text: clean ?? text }));
});

export const keepFlagAction = defineAction(
  ids.extend(keepInput.shape),
  async ({ workshopId, ...input }, { db }) =>
    keepFlag(db, await requireActor(workshopId, 'interview.list'), input),
);

export const unshareAction = defineAction(ids, async ({ workshopId, interviewId }, { db, runtime }) =>
  unshareInterview(db, await requireActor(workshopId, 'interview.list'), interviewId, runtime.rooms),
);
