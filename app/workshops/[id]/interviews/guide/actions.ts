'use server';
import { z } from 'zod';
import { defineAction } from '@/app/_lib/action.ts';
import { requireActor } from '@/app/_lib/guard.ts';
import type { Actor } from '@/lib/auth/can.ts';
import type { Db } from '@/lib/db/types.ts';
import {
  addQuestion,
  applyTemplate,
  GUIDE_KINDS,
  GUIDE_LIMITS,
  type GuideKind,
  type GuideQuestion,
  listGuide,
  moveQuestion,
  questionInput,
  removeQuestion,
  updateQuestion,
} from '@/lib/services/guides.ts';
import { TEMPLATE_KEYS } from '@/lib/services/templates/index.ts';

const guide = { workshopId: z.uuid(), kind: z.enum(GUIDE_KINDS) };
const place = z.int().min(0).max(GUIDE_LIMITS.questions);

/** Every change answers with the guide as it stands afterwards: somebody else may be at it too. */
async function changed<T extends { workshopId: string; kind: GuideKind }>(
  db: Db,
  input: T,
  change: (actor: Actor) => Promise<unknown>,
): Promise<GuideQuestion[]> {
  const actor = await requireActor(input.workshopId, 'interview.create');
  await change(actor);
  return listGuide(db, actor, input.kind);
}

export const addQuestionAction = defineAction(
  z.object({ ...guide, id: z.uuid().optional(), at: place.optional(), question: questionInput }),
  async ({ workshopId, question, ...input }, { db }) =>
    changed(db, { workshopId, ...input }, (actor) => addQuestion(db, actor, { ...question, ...input })),
);

export const updateQuestionAction = defineAction(
  z.object({ ...guide, id: z.uuid(), question: questionInput }),
  async ({ workshopId, kind, id, question }, { db }) =>
    changed(db, { workshopId, kind }, (actor) => updateQuestion(db, actor, { ...question, id, kind })),
);

export const moveQuestionAction = defineAction(
  z.object({ ...guide, id: z.uuid(), to: place }),
  async ({ workshopId, kind, id, to }, { db }) =>
    changed(db, { workshopId, kind }, (actor) => moveQuestion(db, actor, { id, kind, to })),
);

export const removeQuestionAction = defineAction(
  z.object({ ...guide, id: z.uuid() }),
  async ({ workshopId, kind, id }, { db }) =>
    changed(db, { workshopId, kind }, (actor) => removeQuestion(db, actor, { id, kind })),
);

export const applyTemplateAction = defineAction(
  z.object({ ...guide, template: z.enum(TEMPLATE_KEYS) }),
  async ({ workshopId, kind, template }, { db }) =>
    changed(db, { workshopId, kind }, (actor) => applyTemplate(db, actor, { kind, template })),
);
