import Link from 'next/link';
import { requireActor } from '@/app/_lib/guard.ts';
import { page } from '@/app/_lib/page.tsx';
import { can } from '@/lib/auth/can.ts';
import { currentLocale, formats, translations } from '@/lib/i18n/server.ts';
import { runtime } from '@/lib/runtime.ts';
import { plannableInterview } from '@/lib/services/interviews.ts';
import { listMembers } from '@/lib/services/members.ts';
import { ActionForm } from '../../../../../_components/action-form.tsx';
import { Submit } from '../../../../../_components/submit.tsx';
import { callOffAction, changePlanAction } from '../actions.ts';
import { ConsentRecord } from '../consent-record.tsx';
import { planChoices } from '../form-data.ts';
import { NextSteps } from '../next-steps.tsx';
import styles from '../plan.module.css';
import { PlanForm } from '../plan-form.tsx';

interface Props {
  params: Promise<{ id: string; interviewId: string }>;
}

export async function generateMetadata() {
  return { title: (await translations('interviews'))('plan.link') };
}

/** One interview as it is arranged: what comes next, the consent per purpose, and what is agreed. */
export default page(async ({ params }: Props) => {
  const { id, interviewId } = await params;
  const actor = await requireActor(id, 'interview.create');
  const { db } = runtime();
  const interview = await plannableInterview(db, actor, interviewId);
  const t = await translations('interviews');
  const format = await formats();
  const members = await listMembers(db, actor);
  const begun = interview.status !== 'planned';
  const mayErase = can(actor, 'interview.erase');
  const base = `/workshops/${id}/interviews`;
  const own = interview.interviewerId === actor.userId || interview.noteTakerId === actor.userId;
  return (
    <main id="content" className={`page ${styles.page}`}>
      <div className="stack tight">
        <p>
          <Link href={base}>{t('plan.back')}</Link>
        </p>
        <h1>{interview.alias}</h1>
        <p className="soft">
          {[
            t(`kind.${interview.kind}`),
            t(`status.${interview.status}`),
            begun && interview.heldOn
              ? format.dateTime(new Date(`${interview.heldOn}T12:00:00Z`), { dateStyle: 'full' })
              : interview.plannedAt &&
                format.dateTime(interview.plannedAt, { dateStyle: 'full', timeStyle: 'short' }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <NextSteps
        workshopId={id}
        interview={interview}
        mayCapture={can(actor, 'interview.capture', { ownInterview: own })}
      />
      <ConsentRecord
        workshopId={id}
        interview={interview}
        by={members.find(({ userId }) => userId === interview.consentBy)?.name ?? null}
        mayWithdraw={mayErase}
      />
      <section className="stack" aria-labelledby="details">
        <h2 id="details">{t('plan.details')}</h2>
        <PlanForm
          action={changePlanAction}
          locale={await currentLocale()}
          label={t('plan.details')}
          workshopId={id}
          interviewId={interview.id}
          planned={interview}
          kindOpen={!begun}
          {...(await planChoices(actor, [interview.interviewerId, interview.noteTakerId]))}
        />
      </section>
      {!begun ? (
        <details className={styles.off}>
          <summary className="button quiet danger">{t('plan.cancel')}…</summary>
          <ActionForm action={callOffAction} className="notice warn stack">
            <input type="hidden" name="workshopId" value={id} />
            <input type="hidden" name="interviewId" value={interview.id} />
            <p>{t('plan.cancelText')}</p>
            <div>
              <Submit className="button danger" working={t('plan.working')}>
                {t('plan.cancelConfirm', { alias: interview.alias })}
              </Submit>
            </div>
          </ActionForm>
        </details>
      ) : (
        mayErase && (
          <p>
            <Link
              className={`button quiet danger ${styles.erase}`}
              href={`${base}/${interview.id}/erase`}
              prefetch={false}
            >
              {t('plan.erase')}…
            </Link>
          </p>
        )
      )}
    </main>
  );
});
