import Link from 'next/link';
import { formats, translations } from '@/lib/i18n/server.ts';
import { PURPOSES, type Purpose } from '@/lib/services/interviews.ts';
import { ActionForm } from '../../../../_components/action-form.tsx';
import { Submit } from '../../../../_components/submit.tsx';
import { consentAction } from './actions.ts';
import { Done } from './done.tsx';
import styles from './plan.module.css';

interface Props {
  workshopId: string;
  interview: {
    id: string;
    alias: string;
    status: string;
    consent: Record<Purpose, boolean>;
    consentAt: Date | null;
  };
  /** Who recorded it, as far as they are still here. */
  by: string | null;
  mayWithdraw: boolean;
}

/**
 * What the interviewee agreed to, each purpose by itself. Before anything has been said a tick may be
 * corrected; afterwards what was agreed to is taken back by withdrawing it, which removes words.
 */
export async function ConsentRecord({ workshopId, interview, by, mayWithdraw }: Props) {
  const t = await translations('interviews');
  const format = await formats();
  const { id, alias, consent, consentAt } = interview;
  const correctable = interview.status === 'planned';
  const date = consentAt && format.dateTime(consentAt, { dateStyle: 'long', timeStyle: 'short' });
  const fixed = (purpose: Purpose) => consent[purpose] && !correctable;
  return (
    <section className="stack" aria-labelledby="consent" id="consent-record">
      <div className="row apart">
        <h2 id="consent">{t('consent.recorded')}</h2>
        <Link href={`/workshops/${workshopId}/interviews/consent?interview=${id}`} prefetch={false}>
          {t('consent.blank', { alias })}
        </Link>
      </div>
      <p className="soft">
        {date === null
          ? t('consent.notYet')
          : by
            ? t('consent.recordedAt', { date, name: by })
            : t('consent.recordedAtNobody', { date })}{' '}
        {t('consent.recordedText')}
      </p>
      <ActionForm action={consentAction} label={t('consent.recorded')}>
        <input type="hidden" name="workshopId" value={workshopId} />
        <input type="hidden" name="interviewId" value={id} />
        <ul className={styles.purposes} key={String(consentAt)}>
          {PURPOSES.map((purpose) => (
            <li key={purpose}>
              {fixed(purpose) ? (
                <div className={styles.purpose}>
                  <input type="hidden" name={purpose} value="on" />
                  <span className={styles.agreed} aria-hidden="true">
                    ✓
                  </span>
                  <span>
                    {t(`consent.purpose.${purpose}`)}{' '}
                    <span className="visually-hidden">{t('consent.held')}</span>
                  </span>
                  {mayWithdraw && (
                    <Link
                      className={styles.withdraw}
                      href={`/workshops/${workshopId}/interviews/${id}/erase${purpose === 'notes' ? '' : '#withdraw'}`}
                      prefetch={false}
                    >
                      {t('consent.withdraw')}
                      <span className="visually-hidden"> {t(`consent.purpose.${purpose}`)}</span>
                    </Link>
                  )}
                </div>
              ) : (
                <label className={styles.purpose}>
                  <input type="checkbox" name={purpose} defaultChecked={consent[purpose]} />
                  <span>
                    {t(`consent.purpose.${purpose}`)}
                    {purpose === 'notes' && <span className="small soft"> ({t('consent.required')})</span>}
                  </span>
                </label>
              )}
            </li>
          ))}
        </ul>
        {PURPOSES.some((purpose) => !fixed(purpose)) && (
          <div className="row">
            <Submit className={consent.notes ? 'button' : 'button primary'} working={t('consent.working')}>
              {t(consentAt ? 'consent.update' : 'consent.record')}
            </Submit>
            <Done text={t('consent.saved')} />
          </div>
        )}
      </ActionForm>
      {PURPOSES.some(fixed) && <p className="small soft">{t('consent.withdrawHint')}</p>}
    </section>
  );
}
