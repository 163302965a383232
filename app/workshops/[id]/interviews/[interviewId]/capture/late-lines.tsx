'use client';
import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl';
import { takeInLateAction } from './actions.ts';

interface Props {
  workshopId: string;
  interviewId: string;
  late: number;
}

/** Offers what came into the notes after they were done; nothing of it is lost, nothing comes by itself. */
export function LateLines({ workshopId, interviewId, late }: Props) {
  const t = useTranslations('interviews.capture');
  const [failure, setFailure] = useState('');
  const [working, start] = useTransition();
  const take = () =>
    start(async () => {
      setFailure('');
      try {
        const result = await takeInLateAction({ workshopId, interviewId });
        // The reader holds its findings itself: it begins anew with all of them.
        if (result.ok) location.reload();
        else setFailure(result.error.message);
      } catch {
        setFailure(t('unreachable'));
      }
    });
  return (
    <div className="notice row apart">
      <p>{t('late', { n: late })}</p>
      <button type="button" className="button" aria-disabled={working} onClick={() => !working && take()}>
        {t('lateTake', { n: late })}
      </button>
      <span role="alert">{failure}</span>
    </div>
  );
}
