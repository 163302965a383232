import Link from 'next/link';
import { requireActor } from '@/app/_lib/guard.ts';
import { page } from '@/app/_lib/page.tsx';
import { workshopOf } from '@/app/_lib/workshop.ts';
import { translations } from '@/lib/i18n/server.ts';
import { translator } from '@/lib/i18n/translator.ts';
import { runtime } from '@/lib/runtime.ts';
import { listGuide } from '@/lib/services/guides.ts';
import { PrintButton } from '../../print-button.tsx';
import { kindOf } from '../kind.ts';
import styles from './print.module.css';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ kind?: string | string[] }>;
}

export async function generateMetadata() {
  return { title: (await translations('interviews'))('guide.title') };
}

/** Lines to write on under a core question, and under one that is asked if there is time. */
const LINES = { core: 7, extra: 4 } as const;

/** The guide on paper, in the workshop's language: the questions with room for notes under each. */
export default page(async ({ params, searchParams }: Props) => {
  const { id } = await params;
  const kind = kindOf((await searchParams).kind);
  const actor = await requireActor(id, 'interview.list');
  const workshop = await workshopOf(id);
  const questions = await listGuide(runtime().db, actor, kind);
  const t = await translations('interviews');
  const own = translator(workshop.locale, 'interviews');
  const core = questions.filter((question) => question.core);
  return (
    <main id="content" className={`page ${styles.page}`}>
      <div className="row apart no-print">
        <Link href={`/workshops/${id}/interviews/guide?kind=${kind}`}>{t('guide.printBack')}</Link>
        <PrintButton label={t('guide.printNow')} />
      </div>
      <article className={styles.sheet} lang={workshop.locale}>
        <header className={styles.head}>
          <h1>{workshop.title}</h1>
          <p>{own('guide.printFor', { kind })}</p>
          <dl className={styles.fields}>
            {(['printAlias', 'printWhen', 'printTeam'] as const).map((field) => (
              <div key={field}>
                <dt>{own(`guide.${field}`)}</dt>
                <dd />
              </div>
            ))}
          </dl>
          <p className={styles.check}>{own('guide.printConsent')}</p>
        </header>
        <section className={styles.aside}>
          <h2>{own('guide.printOpening')}</h2>
          <p>{own('guide.printOpeningText')}</p>
        </section>
        {questions.map((question) => (
          <section key={question.id} className={styles.question}>
            <h2>
              {question.core ? `${core.indexOf(question) + 1}.` : own('guide.extraMark')} {question.text}
            </h2>
            {question.followUps.length > 0 && (
              <ul className={styles.followUps}>
                {question.followUps.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
            <div className={styles.lines} aria-hidden="true">
              {Array.from({ length: question.core ? LINES.core : LINES.extra }, (_, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: ruled lines are all the same.
                <div key={i} />
              ))}
            </div>
          </section>
        ))}
        <section className={styles.aside}>
          <h2>{own('guide.printClosing')}</h2>
          <p>{own('guide.printClosingText')}</p>
        </section>
      </article>
    </main>
  );
});
