import { AppError } from '@/lib/errors.ts';
import { translator } from '@/lib/i18n/translator.ts';
import { outsideWords } from '@/lib/review/outside-words.ts';
import { sharedReview } from '@/lib/services/shares.ts';
import { requireActor } from '../../../../../../_lib/guard.ts';
import { htmlRoute } from '../../../../../../_lib/html-route.tsx';
import { workshopOf } from '../../../../../../_lib/workshop.ts';
import { inLanguage } from '../../../../../../s/[token]/language.ts';
import { SharedDocument } from '../../../../../../s/[token]/shared-document.tsx';
import { WalkDocument } from '../../walk/document.tsx';

/** What whoever holds a link to this snapshot sees, for the facilitator who is about to send one. */
export const GET = htmlRoute<{ id: string; number: string }>(
  async (request, { id, number }, { db, locale }) => {
    const actor = await requireActor(id, 'snapshot.share');
    if (!/^\d{1,9}$/.test(number)) throw new AppError('snapshotNotFound');
    const { title, demo } = await workshopOf(id);
    const at = `/workshops/${id}/snapshots/${Number(number)}/share/preview`;
    const asked = new URL(request.url).searchParams;
    const wished = inLanguage(asked.get('lang'), at);
    if (wished) return wished;
    const share = { workshop: { id: actor.workshopId, title, demo }, number: Number(number) };
    const review = await sharedReview(db, share, outsideWords(locale));
    const { headers } = request;
    if (asked.has('walk'))
      return <WalkDocument review={review} locale={locale} headers={headers} back={at} noReferrer />;
    const t = translator(locale, 'share');
    return (
      <SharedDocument review={review} locale={locale} headers={headers} at={at}>
        <p className="notice no-print">
          {t('guest.preview')} {t('guest.rules')}{' '}
          <a href={`/workshops/${id}/snapshots/${Number(number)}/share`}>{t('guest.previewBack')}</a>
        </p>
      </SharedDocument>
    );
  },
);
