import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { pauseClock, startClock } from '@/lib/notes/acts.ts';
import { type Clock as ClockValue, clockAt } from '@/lib/notes/document.ts';
import type { NotesSession } from '@/lib/notes/session.ts';
import { startAction } from './actions.ts';
import styles from './bar.module.css';
import type { CaptureProps } from './capture.tsx';

interface Props extends Pick<CaptureProps, 'workshopId' | 'interview'> {
  session: NotesSession;
  clock: ClockValue;
}

/** The time since the start, shown to both; each of them starts and pauses it. */
export function Clock({ workshopId, interview, session, clock }: Props) {
  const t = useTranslations('interviews.capture');
  const { notes } = session;
  const runs = clock.since !== null;
  const failure = useBegun(workshopId, interview, session, runs);
  const now = () => Date.now();
  return (
    <span className={styles.clock}>
      <Figures clock={clock} label={t('clock')} />
      <button
        type="button"
        className={runs ? styles.clockButton : `${styles.clockButton} ${styles.start}`}
        title={t('clockHint')}
        onClick={() => (runs ? pauseClock(notes, now()) : startClock(notes, now()))}
      >
        {t(runs ? 'clockPause' : clock.before > 0 ? 'clockGoOn' : 'clockStart')}
      </button>
      <span role="alert" className={styles.failure}>
        {failure}
      </span>
    </span>
  );
}

/** The figures alone are drawn anew each second, not the page. */
function Figures({ clock, label }: { clock: ClockValue; label: string }) {
  const element = useRef<HTMLTimeElement>(null);
  useEffect(() => {
    const draw = () => {
      const words = hours(clockAt(clock, Date.now()) ?? 0);
      if (element.current && element.current.textContent !== words) element.current.textContent = words;
    };
    draw();
    if (clock.since === null) return;
    const timer = setInterval(draw, 200);
    return () => clearInterval(timer);
  }, [clock]);
  return (
    <time ref={element} role="timer" aria-label={label} className={styles.figures} suppressHydrationWarning>
      {hours(0)}
    </time>
  );
}

/** `01:04:09`. */
function hours(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((n) => String(n).padStart(2, '0'))
    .join(':');
}

/**
 * Tells the server that the interview has begun, once the clock runs: without a connection the clock
 * starts all the same, and it is told when there is one.
 */
function useBegun(workshopId: string, interview: Props['interview'], session: NotesSession, runs: boolean) {
  const t = useTranslations('interviews.capture');
  const { subscribe, get } = session.state;
  const kind = useSyncExternalStore(
    subscribe,
    () => get().kind,
    () => get().kind,
  );
  const told = useRef(interview.begun);
  const [failure, setFailure] = useState('');
  useEffect(() => {
    if (told.current || !runs || kind !== 'saved') return;
    told.current = true;
    const again = (message: string) => {
      told.current = false;
      setFailure(message);
    };
    startAction({ workshopId, interviewId: interview.id }).then(
      (result) => (result.ok ? setFailure('') : again(result.error.message)),
      () => again(t('startFailed')),
    );
  }, [workshopId, interview.id, runs, kind, t]);
  return failure;
}
