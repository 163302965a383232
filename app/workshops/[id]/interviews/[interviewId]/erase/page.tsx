import Link from 'next/link';
import { requireActor } from '@/app/_lib/guard.ts';
import { page } from '@/app/_lib/page.tsx';
import { MESSAGES } from '@/lib/i18n/messages.ts';
import { currentLocale, translations } from '@/lib/i18n/server.ts';
import { TIME_ZONE } from '@/lib/i18n/translator.ts';
import { runtime } from '@/lib/runtime.ts';
import { previewErasure, readErasure } from '@/lib/services/interviews.ts';
import { InterviewsIntl } from '../../intl.tsx';
import { Done } from './done.tsx';
import styles from './erase.module.css';
import { EraseForm } from './erase-form.tsx';
import { Goes } from './goes.tsx';
import { Withdraw } from './withdraw.tsx';

export async function generateMetadata() {
  return { title: (await translations('interviews'))('erase.link') };
}

/** What erasing would take with it, and doing it; afterwards, under the same address, what was done. */
export default page(async ({ params }: { params: Promise<{ id: string; interviewId: string }> }) => {
  const { id, interviewId } = await params;
  const actor = await requireActor(id, 'interview.erase');
  const { db, rooms, work } = runtime();
  const t = await translations('interviews');
  const locale = await currentLocale();
  const { erase } = MESSAGES[locale].interviews;
  const done = await readErasure(db, actor, interviewId);
  if (done) {
    return (
      <main id="content" className={`page ${styles.page}`}>
        <InterviewsIntl locale={locale} messages={{ interviews: { erase } }} timeZone={TIME_ZONE}>
          <Done workshopId={id} interviewId={interviewId} erasure={done} />
        </InterviewsIntl>
      </main>
    );
  }
  const preview = await previewErasure(db, actor, interviewId, { rooms, work });
  const { alias, consent } = preview.interview;
  return (
    <main id="content" className={`page ${styles.page}`}>
      <header className="stack tight">
        <p>
          <Link href={`/workshops/${id}/interviews/${interviewId}`}>{t('clean.back')}</Link>
        </p>
        <h1>{t('erase.title', { alias })}</h1>
        <p>{t('erase.intro', { alias })}</p>
      </header>
      <Goes preview={preview} />
      <InterviewsIntl locale={locale} messages={{ interviews: { erase } }} timeZone={TIME_ZONE}>
        <EraseForm workshopId={id} interviewId={interviewId} alias={alias} copies={preview.copies} />
        <Withdraw workshopId={id} interviewId={interviewId} alias={alias} consent={consent} />
      </InterviewsIntl>
    </main>
  );
});
