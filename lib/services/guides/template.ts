import { eq } from 'drizzle-orm';
import { type Actor, can } from '../../auth/can.ts';
import { guideQuestions, workshops } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import type { Locale } from '../../i18n/locale.ts';
import { TEMPLATE_GUIDES, type TemplateGuide } from '../templates/guides/index.ts';
import type { TemplateKey } from '../templates/template.ts';
import { GUIDE_KINDS, GUIDE_LIMITS, type GuideKind } from './limits.ts';
import type { GuideQuestion } from './question.ts';
import { withGuide } from './write.ts';

const rowsOf = (guide: TemplateGuide, kind: GuideKind, locale: Locale) =>
  guide[kind].map((question) => ({
    kind,
    text: question.text[locale],
    followUps: question.followUps.map((line) => line[locale]),
    tests: question.tests ? { kind: question.tests.kind, text: question.tests.text[locale] } : null,
  }));

/** A template's questions in one language, as they would stand in the guide. */
export const templateQuestions = (key: TemplateKey, kind: GuideKind, locale: Locale) =>
  rowsOf(TEMPLATE_GUIDES[key], kind, locale);

/** Gives a workshop that is being made its guides; asks no rights. */
export async function writeGuides(
  tx: Db,
  workshopId: string,
  guide: TemplateGuide,
  locale: Locale,
): Promise<void> {
  await tx
    .insert(guideQuestions)
    .values(
      GUIDE_KINDS.flatMap((kind) =>
        rowsOf(guide, kind, locale).map((question, position) => ({ ...question, workshopId, position })),
      ),
    );
}

/**
 * Adds a template's questions of one kind, in the workshop's language, behind those that are there; what
 * stands there word for word is not added again. Throws forbidden, guideFull { max }.
 * @returns the ids that were added, so that it can be taken back
 */
export async function applyTemplate(
  db: Db,
  actor: Actor,
  { kind, template }: { kind: GuideKind; template: TemplateKey },
): Promise<GuideQuestion['id'][]> {
  if (!can(actor, 'interview.create')) throw new AppError('forbidden');
  return withGuide(db, actor, kind, async (tx, rows) => {
    const [workshop] = await tx
      .select({ locale: workshops.locale })
      .from(workshops)
      .where(eq(workshops.id, actor.workshopId));
    if (!workshop) throw new AppError('workshopNotFound');
    const fresh = templateQuestions(template, kind, workshop.locale).filter(
      (question) => !rows.some((row) => row.text === question.text),
    );
    if (fresh.length === 0) return [];
    if (rows.length + fresh.length > GUIDE_LIMITS.questions)
      throw new AppError('guideFull', { max: GUIDE_LIMITS.questions });
    const added = await tx
      .insert(guideQuestions)
      .values(
        fresh.map((question, i) => ({
          ...question,
          workshopId: actor.workshopId,
          position: rows.length + i,
        })),
      )
      .returning({ id: guideQuestions.id });
    return added.map((row) => row.id);
  });
}
