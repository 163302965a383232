'use client';
import { useRouter } from 'next/navigation';
import { useRef, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl';
import type { Consent } from '@/lib/db/schema/index.ts';
import { withdrawAction } from './actions.ts';
import styles from './erase.module.css';

const PURPOSES = ['quoteOnMap', 'quoteOutside', 'recording'] as const;

interface Props {
  workshopId: string;
  interviewId: string;
  alias: string;
  consent: Consent;
}

/** Each purpose that was agreed to, what taking it back does, and taking it back. */
export function Withdraw({ workshopId, interviewId, alias, consent }: Props) {
  const t = useTranslations('interviews.erase');
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [asked, setAsked] = useState<(typeof PURPOSES)[number]>('quoteOnMap');
  const [told, setTold] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [working, startWorking] = useTransition();
  const takeBack = () =>
    startWorking(async () => {
      setProblem(null);
      try {
        const answer = await withdrawAction({ workshopId, interviewId, purpose: asked });
        if (!answer.ok) return setProblem(answer.error.message);
        setTold(answer.data ? t('withdrawnCards', answer.data) : t('withdrawn'));
      } finally {
        router.refresh();
      }
      dialog.current?.close();
      heading.current?.focus();
    });
  return (
    <section className={`stack ${styles.withdraw}`} aria-labelledby="withdraw">
      <div className="stack tight">
        <h2 id="withdraw" ref={heading} tabIndex={-1}>
          {t('withdrawTitle')}
        </h2>
        <p>{t('withdrawIntro', { alias })}</p>
      </div>
      <p role="status" className={told ? 'notice' : ''}>
        {told}
      </p>
      <ul className={`plain-list ${styles.purposes}`}>
        {PURPOSES.map((purpose) => (
          <li key={purpose}>
            <div className="stack tight">
              <h3>{t(`purposes.${purpose}.name`)}</h3>
              <p className="soft">{t(`purposes.${purpose}.what`)}</p>
            </div>
            {consent[purpose] ? (
              <button
                type="button"
                className="button"
                onClick={() => {
                  setAsked(purpose);
                  setProblem(null);
                  dialog.current?.showModal();
                }}
              >
                {t(`purposes.${purpose}.button`)}
              </button>
            ) : (
              <p className="small soft">{t('notGiven')}</p>
            )}
          </li>
        ))}
      </ul>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby="withdraw-title">
        <div className="stack">
          <h2 id="withdraw-title">{t(`purposes.${asked}.name`)}</h2>
          <p>{t(`purposes.${asked}.what`)}</p>
          <p>{t('confirmWithdraw')}</p>
          {problem && (
            <p className="notice warn" role="alert">
              {problem}
            </p>
          )}
          <div className="row">
            <button
              type="button"
              className="button primary"
              aria-disabled={working}
              onClick={() => !working && takeBack()}
            >
              {working ? t('withdrawing') : t('yes')}
            </button>
            <button type="button" className="button" onClick={() => dialog.current?.close()}>
              {t('cancel')}
            </button>
          </div>
        </div>
      </dialog>
    </section>
  );
}
