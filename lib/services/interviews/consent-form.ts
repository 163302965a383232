import { eq } from 'drizzle-orm';
import { type Actor, can } from '../../auth/can.ts';
import { workshops } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import { audit } from '../audit.ts';

export const CONSENT_FORM_MAX = 6_000;

/** The workshop's own wording of what interviewees are asked; null while it uses ours. Throws forbidden. */
export async function readConsentForm(db: Db, actor: Actor): Promise<string | null> {
  if (!can(actor, 'interview.list')) throw new AppError('forbidden');
  const [row] = await db
    .select({ text: workshops.consentForm })
    .from(workshops)
    .where(eq(workshops.id, actor.workshopId));
  if (!row) throw new AppError('workshopNotFound');
  return row.text;
}

/**
 * Sets the workshop's own wording; nothing but blanks brings ours back. The facilitator answers for it.
 * Throws forbidden, textTooLong { max }.
 */
export async function saveConsentForm(db: Db, actor: Actor, text: string): Promise<void> {
  if (!can(actor, 'workshop.settings')) throw new AppError('forbidden');
  const consentForm = text.replaceAll('\r\n', '\n').trim() || null;
  if (consentForm && consentForm.length > CONSENT_FORM_MAX)
    throw new AppError('textTooLong', { max: CONSENT_FORM_MAX });
  await db.transaction(async (tx) => {
    await tx.update(workshops).set({ consentForm }).where(eq(workshops.id, actor.workshopId));
    await audit(tx, {
      workshopId: actor.workshopId,
      actorId: actor.userId,
      event: 'consent.form',
      detail: { own: consentForm !== null },
    });
  });
}
