import Link from 'next/link';
import { requireActor } from '@/app/_lib/guard.ts';
import { page } from '@/app/_lib/page.tsx';
import { workshopOf } from '@/app/_lib/workshop.ts';
import { AppError } from '@/lib/errors.ts';
import { MESSAGES } from '@/lib/i18n/messages.ts';
import { currentLocale, translations } from '@/lib/i18n/server.ts';
import { TIME_ZONE } from '@/lib/i18n/translator.ts';
import { runtime } from '@/lib/runtime.ts';
import { keptIn, personalCards, readInterview } from '@/lib/services/interviews.ts';
import { InterviewsIntl } from '../../intl.tsx';
import styles from './clean.module.css';
import { Cleaner } from './cleaner.tsx';

export async function generateMetadata() {
  return { title: (await translations('interviews'))('clean.link') };
}

/** What was said beside what the group will read, and what in it still looks personal. */
export default page(async ({ params }: { params: Promise<{ id: string; interviewId: string }> }) => {
  const { id, interviewId } = await params;
  const actor = await requireActor(id, 'interview.list');
  const { db, rooms } = runtime();
  const { interview, rights, turns, findings } = await readInterview(db, actor, interviewId);
  if (!rights.mark || !rights.raw) throw new AppError('forbidden');
  // Cleaning goes on while the map cannot be reached.
  const cards = await personalCards(db, interview, id, rooms).catch(() => []);
  const t = await translations('interviews');
  const locale = await currentLocale();
  const { clean, read, role, sharing } = MESSAGES[locale].interviews;
  return (
    <main id="content" className={`page ${styles.page}`}>
      <header className="stack tight">
        <p>
          <Link href={`/workshops/${id}/interviews/${interviewId}`}>{t('clean.back')}</Link>
        </p>
        <h1>{t('clean.title', { alias: interview.alias })}</h1>
        <p className={`soft ${styles.intro}`}>{turns.length === 0 ? t('clean.empty') : t('clean.intro')}</p>
      </header>
      {cards.length > 0 && (
        <div className="notice warn stack tight">
          <p>
            {t('clean.cards', { n: cards.length })}{' '}
            <Link href={`/workshops/${id}/map`}>{t('clean.toMap')}</Link>
          </p>
          <ul className={styles.cards}>
            {cards.map((text, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two cards may say the same
              <li key={i}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      {turns.length > 0 && (
        <InterviewsIntl
          locale={locale}
          messages={{ interviews: { clean, read, role, sharing } }}
          timeZone={TIME_ZONE}
        >
          <Cleaner
            workshopId={id}
            interview={{
              id: interview.id,
              alias: interview.alias,
              shared: interview.status === 'shared',
              quoteOnMap: interview.consent.quoteOnMap,
            }}
            findings={findings.length}
            language={(await workshopOf(id)).locale}
            turns={turns.map(({ position, speaker, role, atMs, text, clean }) => ({
              position,
              speaker,
              role,
              atMs,
              raw: text,
              text: clean ?? text,
            }))}
            kept={await keptIn(db, interview.id)}
          />
        </InterviewsIntl>
      )}
    </main>
  );
});
