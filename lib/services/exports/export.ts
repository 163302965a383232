import { type Actor, can } from '../../auth/can.ts';
import type { Db } from '../../db/types.ts';
import { AppError, isAppError } from '../../errors.ts';
import type { ExportInput } from '../../export/export.ts';
import { FORMATS, type Format } from '../../export/formats.ts';
import { withheldCards } from '../../export/tables/about.ts';
import type { Locale } from '../../i18n/locale.ts';
import { translator } from '../../i18n/translator.ts';
import { type OutsideRules, outsideReview } from '../../review/outside.ts';
import { reviewOf } from '../../review/tell.ts';
import type { Runtime } from '../../runtime.ts';
import { audit } from '../audit.ts';
import { quotableInterviews } from '../shares/quotable.ts';
import { reviewInput } from '../snapshots/review.ts';
import { readSnapshotWhole } from '../snapshots.ts';
import { inTurn } from './busy.ts';
import { enclosedWith } from './enclosed.ts';
import { fileName } from './file-name.ts';

export interface Exported {
  bytes: Uint8Array;
  /** Of the content. */
  type: string;
  name: string;
}

/** Whether somebody may have a snapshot in a format. */
export const mayExport = (actor: Pick<Actor, 'role'>, format: Format): boolean =>
  can(actor, format === 'json' ? 'snapshot.exportWhole' : 'snapshot.export');

/**
 * A snapshot as a file. It leaves the workshop, therefore it shows the words only of people who agreed to be
 * quoted outside, as they say now; the journey file alone is whole, and the facilitator's. Written down
 * in the audit log. Throws forbidden, snapshotNotFound, snapshotDamaged, exportBusy { seconds }, exportFailed.
 */
export async function exportFile(
  db: Db,
  actor: Actor,
  { number, format, locale }: { number: number; format: Format; locale: Locale },
  { work, exporting }: Pick<Runtime, 'work'> & { exporting: Map<string, number> },
): Promise<Exported> {
  if (!mayExport(actor, format)) throw new AppError('forbidden');
  const { workshopId } = actor;
  return inTurn(exporting, workshopId, async () => {
    const input = await inputFor(db, actor, { number, format, locale });
    const bytes = await work.run('exportSnapshot', input).catch((cause: unknown) => {
      throw isAppError(cause) ? cause : new AppError('exportFailed', {}, { cause });
    });
    await audit(db, {
      workshopId,
      actorId: actor.userId,
      event: 'snapshot.exported',
      detail: { number, format, withheld: withheldCards(input.review), bytes: bytes.byteLength },
    });
    const name = fileName(input.review.workshop.title, number, format);
    return { bytes, type: FORMATS[format].type, name };
  });
}

async function inputFor(
  db: Db,
  actor: Actor,
  { number, format, locale }: { number: number; format: Format; locale: Locale },
): Promise<ExportInput> {
  const told = await reviewInput(db, actor, number);
  if (format === 'json') {
    const { state, sources } = await readSnapshotWhole(db, actor, number);
    const enclosed = await enclosedWith(db, actor.workshopId, { sources, state });
    return { format, review: reviewOf(told), locale, state, enclosed };
  }
  const review = outsideReview(told, rulesFor(await quotableInterviews(db, actor.workshopId), locale));
  // What leadership decided is nobody's secret from its own readers; who did, and who is to do it, stays inside.
  const decisions = told.decisions.map((decision) => ({ ...decision, owner: '', by: null }));
  return { format, review: { ...review, decisions }, locale, state: null };
}

/** Under their pseudonyms, as in the review: the file is for those who may read it. */
function rulesFor(quotable: ReadonlySet<string>, locale: Locale): OutsideRules {
  const t = translator(locale, 'export');
  return {
    quotable,
    names: 'kept',
    words: { withheld: t('withheld'), person: (kind, n) => t('person', { kind, n }) },
  };
}
