'use client';
import Link from 'next/link';
import { useRef, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl';
import { shareAction } from '../actions.ts';
import styles from './reader.module.css';

interface Props {
  workshopId: string;
  interview: { id: string; alias: string; shared: boolean; quoteOnMap: boolean };
  findings: number;
  mayShare: boolean;
}

/** Whether the group has the interview, and giving it to them, with what that means said first. */
export function Share({ workshopId, interview, findings, mayShare }: Props) {
  const t = useTranslations('interviews.read');
  const dialog = useRef<HTMLDialogElement>(null);
  const [shared, setShared] = useState(interview.shared);
  const [problem, setProblem] = useState<string | null>(null);
  const [sharing, startSharing] = useTransition();
  const share = () =>
    startSharing(async () => {
      const answer = await shareAction({ workshopId, interviewId: interview.id });
      if (!answer.ok) return setProblem(answer.error.message);
      setShared(true);
      dialog.current?.close();
    });
  return (
    <div className="stack tight">
      {shared ? (
        <p className={styles.state} role="status">
          {t('shared')} <Link href={`/workshops/${workshopId}/map`}>{t('toMap')}</Link>
        </p>
      ) : (
        <div className={styles.state}>
          <p>{t('onlyTeam')}</p>
          {mayShare && (
            <button type="button" className="button primary" onClick={() => dialog.current?.showModal()}>
              {t('share')}
            </button>
          )}
        </div>
      )}
      {!interview.quoteOnMap && <p className="notice">{t('noQuotes')}</p>}
      <dialog ref={dialog} className={styles.dialog} aria-labelledby="share-title">
        <div className="stack">
          <h2 id="share-title">{t('shareTitle')}</h2>
          <p>{t('shareWhat', { alias: interview.alias, n: findings })}</p>
          {findings === 0 && <p>{t('shareNone')}</p>}
          <p>{t('shareCheck')}</p>
          {problem && (
            <p className="notice warn" role="alert">
              {problem}
            </p>
          )}
          <div className="row">
            <button type="button" className="button primary" aria-disabled={sharing} onClick={share}>
              {sharing ? t('sharing') : t('shareConfirm')}
            </button>
            <button type="button" className="button" onClick={() => dialog.current?.close()}>
              {t('cancel')}
            </button>
          </div>
        </div>
      </dialog>
    </div>
  );
}
