import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl';
import { Confirm } from '@/lib/board/ui/confirm.tsx';
import type { OutlineItem } from '@/lib/notes/editor/outline.ts';
import type { NotesSession } from '@/lib/notes/session.ts';
import { freezeAction } from './actions.ts';
import styles from './bar.module.css';

interface Props {
  workshopId: string;
  interviewId: string;
  session: NotesSession;
  outline: OutlineItem[];
  asked: string[];
}

/** Ends the notes: they become the transcript, once everything typed here is safe. */
export function Done({ workshopId, interviewId, session, outline, asked }: Props) {
  const t = useTranslations('interviews.capture');
  const router = useRouter();
  const [asks, setAsks] = useState(false);
  const [failure, setFailure] = useState('');
  const [working, start] = useTransition();
  const findings = outline.filter(({ kind }) => kind === 'finding').length;
  const again = outline.filter(({ kind, lineId }) => kind === 'again' && !asked.includes(lineId)).length;

  const freeze = () =>
    start(async () => {
      setFailure('');
      if (session.state.get().kind !== 'saved') return setFailure(t('doneWait'));
      try {
        const result = await freezeAction({ workshopId, interviewId });
        if (!result.ok) return setFailure(result.error.message);
        router.push(`/workshops/${workshopId}/interviews/${interviewId}`);
      } catch {
        setFailure(t('unreachable'));
      }
    });

  return (
    <>
      <button
        type="button"
        className={`button ${styles.done}`}
        aria-disabled={working}
        onClick={() => !working && setAsks(true)}
      >
        {t(working ? 'doneWorking' : 'done')}
      </button>
      <span role="alert" className={styles.failure}>
        {failure}
      </span>
      {asks && (
        <Confirm
          title={t('doneTitle')}
          confirm={t('doneConfirm')}
          cancel={t('doneCancel')}
          onConfirm={freeze}
          onClose={() => setAsks(false)}
        >
          <p>{t('doneBody', { n: findings })}</p>
          {again > 0 && <p>{t('doneAgain', { n: again })}</p>}
        </Confirm>
      )}
    </>
  );
}
