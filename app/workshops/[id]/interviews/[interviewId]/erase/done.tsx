'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, useTransition } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { ErasureState } from '@/lib/services/interviews.ts';
import { resumeAction } from './actions.ts';

/** What was erased, by numbers; or that it is still going on, and how to go on. */
export function Done({
  workshopId,
  interviewId,
  erasure,
}: {
  workshopId: string;
  interviewId: string;
  erasure: ErasureState;
}) {
  const t = useTranslations('interviews.erase');
  const format = useFormatter();
  const router = useRouter();
  const heading = useRef<HTMLHeadingElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [working, startWorking] = useTransition();
  // The form that was here is gone, and the keyboard with it.
  useEffect(() => heading.current?.focus(), []);
  const { counts, begunAt, completedAt } = erasure;
  const goOn = () =>
    startWorking(async () => {
      setProblem(null);
      const answer = await resumeAction({ workshopId, interviewId });
      if (!answer.ok) setProblem(answer.error.message);
      router.refresh();
    });
  const { turns = 0, findings = 0, cards = 0, snapshots = 0 } = counts;
  return (
    <div className="stack">
      <h1 ref={heading} tabIndex={-1}>
        {completedAt ? t('doneTitle') : t('unfinishedTitle')}
      </h1>
      {!completedAt && (
        <>
          <p className="notice warn">{t('unfinished')}</p>
          <p className="row">
            <button
              type="button"
              className="button primary"
              aria-disabled={working}
              onClick={() => !working && goOn()}
            >
              {working ? t('erasing') : t('goOn')}
            </button>
          </p>
        </>
      )}
      {problem && (
        <p className="notice warn" role="alert">
          {problem}
        </p>
      )}
      <p>{t('done', { date: format.dateTime(begunAt, { dateStyle: 'long', timeStyle: 'short' }) })}</p>
      <p>{t('doneWhat', { turns, findings, cards, snapshots })}</p>
      <p className="soft">{t('backups')}</p>
      <p>
        <Link className="button" href={`/workshops/${workshopId}/interviews`}>
          {t('toList')}
        </Link>
      </p>
    </div>
  );
}
