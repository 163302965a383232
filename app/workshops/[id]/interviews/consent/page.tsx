import Link from 'next/link';
import { requireActor } from '@/app/_lib/guard.ts';
import { page } from '@/app/_lib/page.tsx';
import { workshopOf } from '@/app/_lib/workshop.ts';
import { can } from '@/lib/auth/can.ts';
import { translations } from '@/lib/i18n/server.ts';
import { translator } from '@/lib/i18n/translator.ts';
import { runtime } from '@/lib/runtime.ts';
import { CONSENT_FORM_MAX, plannableInterview, readConsentForm } from '@/lib/services/interviews.ts';
import { ActionForm } from '../../../../_components/action-form.tsx';
import { Submit } from '../../../../_components/submit.tsx';
import { Done } from '../plan/done.tsx';
import { PrintButton } from '../print-button.tsx';
import { InterviewsNav } from '../sub-nav.tsx';
import { saveFormAction } from './actions.ts';
import styles from './consent.module.css';
import { Sheet } from './sheet.tsx';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ interview?: string | string[] }>;
}

export async function generateMetadata() {
  return { title: (await translations('interviews'))('consent.title') };
}

/** The form to be signed on paper, in the workshop's language; `?interview=<id>` puts that alias on it. */
export default page(async ({ params, searchParams }: Props) => {
  const { id } = await params;
  const { interview: wanted } = await searchParams;
  const actor = await requireActor(id, 'interview.list');
  const { db } = runtime();
  const workshop = await workshopOf(id);
  const t = await translations('interviews');
  const own = translator(workshop.locale, 'interviews');
  const interview = typeof wanted === 'string' ? await plannableInterview(db, actor, wanted) : null;
  const wording = await readConsentForm(db, actor);
  const ours = own('consent.form.text', { kind: interview?.kind ?? 'customer' });
  const text = wording ?? ours;
  const maySave = can(actor, 'workshop.settings');
  return (
    <main id="content" className={`page ${styles.page}`}>
      <div className="stack tight no-print">
        <InterviewsNav workshopId={id} current="consent" />
        <div className="row apart">
          <h1>{t('consent.title')}</h1>
          <PrintButton label={t('consent.print')} />
        </div>
        <p className="soft">{t('consent.intro')}</p>
        {interview && (
          <p>
            <Link href={`/workshops/${id}/interviews/plan/${interview.id}`}>{interview.alias}</Link>
          </p>
        )}
      </div>
      {/\[[^\]]+\]/.test(text) && <p className="notice no-print">{t('consent.brackets')}</p>}
      <Sheet t={own} locale={workshop.locale} text={text} alias={interview?.alias ?? null} />
      {maySave && (
        <section className="stack no-print" aria-labelledby="wording">
          <h2 id="wording">{t('consent.own')}</h2>
          <p className="soft">{t('consent.ownText')}</p>
          <ActionForm action={saveFormAction} label={t('consent.own')}>
            <input type="hidden" name="workshopId" value={id} />
            <div className="field">
              <label htmlFor="consent-text">{t('consent.field')}</label>
              <textarea
                key={text}
                id="consent-text"
                name="text"
                rows={18}
                maxLength={CONSENT_FORM_MAX}
                lang={workshop.locale}
                defaultValue={text}
                aria-describedby="consent-text-hint"
              />
              <p className="hint" id="consent-text-hint">
                {t('consent.restore')}
              </p>
            </div>
            <div className="row">
              <Submit working={t('consent.working')}>{t('consent.save')}</Submit>
              <Done text={t('consent.saved')} />
            </div>
          </ActionForm>
        </section>
      )}
    </main>
  );
});
