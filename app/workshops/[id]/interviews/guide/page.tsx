import Link from 'next/link';
import { requireActor } from '@/app/_lib/guard.ts';
import { page } from '@/app/_lib/page.tsx';
import { workshopOf } from '@/app/_lib/workshop.ts';
import { can } from '@/lib/auth/can.ts';
import { MESSAGES } from '@/lib/i18n/messages.ts';
import { currentLocale, translations } from '@/lib/i18n/server.ts';
import { TIME_ZONE } from '@/lib/i18n/translator.ts';
import { runtime } from '@/lib/runtime.ts';
import { GUIDE_KINDS, listGuide, liveKnowledge, templateQuestions } from '@/lib/services/guides.ts';
import { TEMPLATE_KEYS } from '@/lib/services/templates/index.ts';
import { InterviewsIntl } from '../intl.tsx';
import { InterviewsNav } from '../sub-nav.tsx';
import styles from './guide.module.css';
import { GuideEditor } from './guide-editor.tsx';
import { kindOf } from './kind.ts';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ kind?: string | string[] }>;
}

export async function generateMetadata() {
  return { title: (await translations('interviews'))('guide.title') };
}

/** What is asked, of customers or of employees. */
export default page(async ({ params, searchParams }: Props) => {
  const { id } = await params;
  const kind = kindOf((await searchParams).kind);
  const actor = await requireActor(id, 'interview.list');
  const { db, rooms } = runtime();
  const { locale: language, template } = await workshopOf(id);
  const t = await translations('interviews');
  const templates = await translations('templates');
  const locale = await currentLocale();
  const base = `/workshops/${id}/interviews/guide`;
  return (
    <main id="content" className="page">
      <div className="stack tight">
        <InterviewsNav workshopId={id} current="guide" />
        <div className="row apart">
          <h1>{t('guide.title')}</h1>
          <Link className="button" href={`${base}/print?kind=${kind}`} prefetch={false}>
            {t('guide.print')}
          </Link>
        </div>
        <p className={`soft ${styles.intro}`}>{t('guide.intro')}</p>
        <nav aria-label={t('guide.kinds')}>
          <ul className={styles.kinds}>
            {GUIDE_KINDS.map((each) => (
              <li key={each}>
                <Link href={`${base}?kind=${each}`} aria-current={each === kind ? 'page' : undefined}>
                  {t(`guide.${each}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <InterviewsIntl
        locale={locale}
        messages={{ interviews: { guide: MESSAGES[locale].interviews.guide } }}
        timeZone={TIME_ZONE}
      >
        <GuideEditor
          key={kind}
          workshopId={id}
          kind={kind}
          initial={await listGuide(db, actor, kind)}
          mayChange={can(actor, 'interview.create')}
          language={language}
          templates={ownFirst(template).map((key) => ({
            key,
            name: templates(`${key}.name`),
            questions: templateQuestions(key, kind, language).map((question) => question.text),
          }))}
          knowledge={await liveKnowledge(rooms, id)}
        />
      </InterviewsIntl>
    </main>
  );
});

/** The templates, beginning with the one the workshop was made from. */
const ownFirst = (own: string) => TEMPLATE_KEYS.toSorted((a, b) => Number(b === own) - Number(a === own));
