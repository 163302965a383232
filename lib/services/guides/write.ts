import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Actor, can } from '../../auth/can.ts';
import { guideQuestions, workshops } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import { GUIDE_LIMITS, type GuideKind } from './limits.ts';
import { type GuideQuestion, type QuestionInput, questionInput, questionOf } from './question.ts';

type Row = typeof guideQuestions.$inferSelect;

/** `id`: a removed question's own, when it comes back; `at`: its place among its kind, else last. */
export interface NewQuestion extends QuestionInput {
  id?: string;
  kind: GuideKind;
  at?: number;
}

function parsed(input: QuestionInput) {
  const result = questionInput.safeParse(input);
  if (result.success) return result.data;
  const field = result.error.issues[0]?.path.join('.') ?? '';
  throw new AppError('invalidInput', { field }, { cause: result.error });
}

/** Runs `work` on the questions of one kind while nobody else changes the workshop's guide. */
export async function withGuide<T>(
  db: Db,
  actor: Actor,
  kind: GuideKind,
  work: (tx: Db, rows: Row[]) => Promise<T>,
): Promise<T> {
  if (!can(actor, 'interview.create')) throw new AppError('forbidden');
  return db.transaction(async (tx) => {
    await tx
      .select({ id: workshops.id })
      .from(workshops)
      .where(eq(workshops.id, actor.workshopId))
      .for('no key update');
    const rows = await tx
      .select()
      .from(guideQuestions)
      .where(and(eq(guideQuestions.workshopId, actor.workshopId), eq(guideQuestions.kind, kind)))
      .orderBy(asc(guideQuestions.position), asc(guideQuestions.createdAt), asc(guideQuestions.id));
    return work(tx, rows);
  });
}

/** Numbers the questions as they stand in `ids`; rows that stand right are left alone. */
async function number(tx: Db, rows: readonly Row[], ids: readonly string[]): Promise<void> {
  for (const [position, id] of ids.entries()) {
    if (rows.find((row) => row.id === id)?.position === position) continue;
    await tx.update(guideQuestions).set({ position }).where(eq(guideQuestions.id, id));
  }
}

/** Adds a question. Throws forbidden, invalidInput { field }, guideFull { max }. */
export async function addQuestion(db: Db, actor: Actor, input: NewQuestion): Promise<GuideQuestion> {
  const { kind, at } = input;
  const values = parsed(input);
  if (input.id !== undefined && !z.uuid().safeParse(input.id).success)
    throw new AppError('invalidInput', { field: 'id' });
  return withGuide(db, actor, kind, async (tx, rows) => {
    if (rows.length >= GUIDE_LIMITS.questions)
      throw new AppError('guideFull', { max: GUIDE_LIMITS.questions });
    const position = Math.min(Math.max(at ?? rows.length, 0), rows.length);
    const [row] = await tx
      .insert(guideQuestions)
      .values({
        ...(input.id && { id: input.id }),
        ...values,
        kind,
        position,
        workshopId: actor.workshopId,
      })
      // Brought back twice at once: it is there, that is all that was wanted.
      .onConflictDoNothing({ target: guideQuestions.id })
      .returning();
    if (!row) {
      const held = rows.find((r) => r.id === input.id);
      if (!held) throw new AppError('invalidInput', { field: 'id' });
      return questionOf(held);
    }
    const ids = rows.map((r) => r.id);
    await number(tx, rows, ids.toSpliced(position, 0, row.id));
    return questionOf(row);
  });
}

/** Another wording, follow-ups, core or what it tests. Throws forbidden, notFound, invalidInput { field }. */
export async function updateQuestion(
  db: Db,
  actor: Actor,
  { id, kind, ...input }: QuestionInput & { id: string; kind: GuideKind },
): Promise<GuideQuestion> {
  const values = parsed(input);
  return withGuide(db, actor, kind, async (tx, rows) => {
    if (!rows.some((row) => row.id === id)) throw new AppError('notFound');
    const [row] = await tx.update(guideQuestions).set(values).where(eq(guideQuestions.id, id)).returning();
    if (!row) throw new AppError('notFound');
    return questionOf(row);
  });
}

/** Moves a question to place `to` (0-based) of its kind, or as near to it as there are places. Throws forbidden, notFound. */
export async function moveQuestion(
  db: Db,
  actor: Actor,
  { id, kind, to }: { id: string; kind: GuideKind; to: number },
): Promise<void> {
  await withGuide(db, actor, kind, async (tx, rows) => {
    if (!rows.some((row) => row.id === id)) throw new AppError('notFound');
    const others = rows.map((row) => row.id).filter((other) => other !== id);
    await number(tx, rows, others.toSpliced(Math.min(Math.max(to, 0), others.length), 0, id));
  });
}

/** Takes a question out of the guide; what was asked and answered stays in its interviews. Throws forbidden, notFound. */
export async function removeQuestion(
  db: Db,
  actor: Actor,
  { id, kind }: { id: string; kind: GuideKind },
): Promise<void> {
  await withGuide(db, actor, kind, async (tx, rows) => {
    if (!rows.some((row) => row.id === id)) throw new AppError('notFound');
    await tx.delete(guideQuestions).where(eq(guideQuestions.id, id));
    await number(
      tx,
      rows,
      rows.map((row) => row.id).filter((other) => other !== id),
    );
  });
}
