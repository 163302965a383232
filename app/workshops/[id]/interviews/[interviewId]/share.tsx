'use client';
import Link from 'next/link';
import { useRef, useState, useTransition } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { shareAction } from '../actions.ts';
import { unshareAction } from './clean/actions.ts';
import styles from './reader.module.css';

interface Props {
  workshopId: string;
  interview: {
    id: string;
    alias: string;
    shared: boolean;
    quoteOnMap: boolean;
    /** ISO. */
    sharedAt?: string | null;
    /** What who shared it is called here; null when they have left. */
    sharedBy?: string | null;
  };
  findings: number;
  mayShare: boolean;
  /** How much of it still looks personal, where that is known. */
  open?: number;
}

/** Whether the group has the interview, giving it to them, and taking it back; what each means is said first. */
export function Share({ workshopId, interview, findings, mayShare, open = 0 }: Props) {
  const t = useTranslations('interviews.read');
  const s = useTranslations('interviews.sharing');
  const format = useFormatter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [shared, setShared] = useState(interview.shared);
  const [problem, setProblem] = useState<string | null>(null);
  const [working, startWorking] = useTransition();
  const run = (action: typeof shareAction, after: boolean) =>
    startWorking(async () => {
      setProblem(null);
      const answer = await action({ workshopId, interviewId: interview.id });
      if (!answer.ok) return setProblem(answer.error.message);
      setShared(after);
      dialog.current?.close();
    });
  const ask = () => {
    setProblem(null);
    dialog.current?.showModal();
  };
  const clean = `/workshops/${workshopId}/interviews/${interview.id}/clean`;
  return (
    <div className="stack tight">
      {shared ? (
        <div className={styles.state}>
          <p role="status">
            {sharedText()} <Link href={`/workshops/${workshopId}/map`}>{t('toMap')}</Link>
          </p>
          {mayShare && (
            <button type="button" className="button" onClick={ask}>
              {s('takeBack')}
            </button>
          )}
        </div>
      ) : (
        <div className={styles.state}>
          <p>{open > 0 ? s('flags', { n: open }) : t('onlyTeam')}</p>
          {mayShare && open === 0 && (
            <button type="button" className="button primary" onClick={ask}>
              {t('share')}
            </button>
          )}
        </div>
      )}
      {!interview.quoteOnMap && <p className="notice">{t('noQuotes')}</p>}
      <dialog ref={dialog} className={styles.dialog} aria-labelledby="share-title">
        <div className="stack">
          <h2 id="share-title">{shared ? s('backTitle') : t('shareTitle')}</h2>
          {shared ? (
            <p>{s('backWhat')}</p>
          ) : (
            <>
              <p>{t('shareWhat', { alias: interview.alias, n: findings })}</p>
              {findings === 0 && <p>{t('shareNone')}</p>}
              <p>
                {t('shareCheck')} <Link href={clean}>{s('toClean')}</Link>
              </p>
            </>
          )}
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
              onClick={() => !working && (shared ? run(unshareAction, false) : run(shareAction, true))}
            >
              {shared
                ? working
                  ? s('backing')
                  : s('backConfirm')
                : working
                  ? t('sharing')
                  : t('shareConfirm')}
            </button>
            <button type="button" className="button" onClick={() => dialog.current?.close()}>
              {t('cancel')}
            </button>
          </div>
        </div>
      </dialog>
    </div>
  );

  function sharedText(): string {
    // Shared here and now: by whoever is looking.
    if (!interview.shared || !interview.sharedAt) return t('shared');
    const date = format.dateTime(new Date(interview.sharedAt), { dateStyle: 'long' });
    return interview.sharedBy ? s('sharedBy', { name: interview.sharedBy, date }) : s('sharedOn', { date });
  }
}
