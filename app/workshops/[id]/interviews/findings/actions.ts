'use server';
import { z } from 'zod';
import { defineAction } from '@/app/_lib/action.ts';
import { requireActor } from '@/app/_lib/guard.ts';
import { mergeTags, outlookOfMerge, retagFindings, tag, tagChange } from '@/lib/services/findings.ts';

const workshopId = z.uuid();

/** Puts tags on findings and takes them off; what it gives back as `undo` is what takes it back. */
export const retagAction = defineAction(
  z.object({ workshopId, changes: z.array(tagChange).min(1).max(1_000) }),
  async ({ workshopId, changes }, { db }) =>
    retagFindings(db, await requireActor(workshopId, 'interview.list'), changes),
);

/** What merging a tag into another would change. */
export const outlookAction = defineAction(
  z.object({ workshopId, from: tag }),
  async ({ workshopId, from }, { db }) =>
    outlookOfMerge(db, await requireActor(workshopId, 'interview.list'), from),
);

export const mergeAction = defineAction(
  z.object({ workshopId, from: tag, into: tag }),
  async ({ workshopId, from, into }, { db }) =>
    mergeTags(db, await requireActor(workshopId, 'interview.list'), { from, into }),
);
