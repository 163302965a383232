import Link from 'next/link';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { SaveLine } from '@/lib/board/ui/bar/save-line.tsx';
import type { Beside } from '@/lib/notes/beside.ts';
import type { OutlineItem } from '@/lib/notes/editor/outline.ts';
import type { NotesSession } from '@/lib/notes/session.ts';
import styles from './bar.module.css';
import { calmed } from './calmed.ts';
import type { CaptureProps } from './capture.tsx';
import { Clock } from './clock.tsx';
import { Done } from './done.tsx';

interface Props extends Pick<CaptureProps, 'workshopId' | 'interview'> {
  session: NotesSession;
  beside: Beside;
  outline: OutlineItem[];
  /** Of the others. */
  names: string[];
}

/** Above the notes: whose interview, the clock, whether all is saved, who is here, and the end of it. */
export function Bar({ workshopId, interview, session, beside, outline, names }: Props) {
  const t = useTranslations('interviews.capture');
  const state = useMemo(() => calmed(session.state), [session]);
  return (
    <div className={styles.bar}>
      <Link className={styles.back} href={`/workshops/${workshopId}/interviews`} prefetch={false}>
        ← <span className={styles.backWords}>{t('back')}</span>
      </Link>
      <strong className={styles.alias}>{interview.alias}</strong>
      <Clock workshopId={workshopId} interview={interview} session={session} clock={beside.clock} />
      <SaveLine state={state} />
      <span className={styles.space} />
      <span className={styles.here}>
        {names.length > 0 ? t('here', { names: names.join(', ') }) : t('alone')}
      </span>
      {interview.before ? (
        <Done
          workshopId={workshopId}
          interviewId={interview.id}
          session={session}
          outline={outline}
          asked={beside.asked}
        />
      ) : (
        <Link
          className="button"
          href={`/workshops/${workshopId}/interviews/${interview.id}`}
          prefetch={false}
        >
          {t('toTranscript')}
        </Link>
      )}
    </div>
  );
}
