import { useEffect, useRef, useState } from 'react';
import { clock } from '../../../journey/clock.ts';
import { fetchSurroundings, RemoteError, type Surroundings } from '../../remote.ts';
import { useMapText } from '../text.ts';
import styles from './panel.module.css';

interface SurroundingsProps {
  workshopId: string;
  findingId: string;
  /** Whether the keyboard goes here: the button that asked for it is gone. */
  focus: boolean;
}

/** The turns around a finding with its words marked, and the way to the whole interview. */
export function SurroundingsView({ workshopId, findingId, focus }: SurroundingsProps) {
  const t = useMapText();
  const ref = useRef<HTMLDivElement>(null);
  const [found, setFound] = useState<Surroundings | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    fetchSurroundings(workshopId, findingId, abort.signal).then(setFound, (error: unknown) => {
      if (!abort.signal.aborted) setProblem(error instanceof RemoteError ? error.message : t('tray.failed'));
    });
    return () => abort.abort();
  }, [workshopId, findingId, t]);

  useEffect(() => {
    if (focus) ref.current?.focus();
  }, [focus]);

  return (
    <div ref={ref} tabIndex={-1} className={`stack tight ${styles.around}`} aria-busy={!found && !problem}>
      {problem ? (
        <p className="notice warn">{problem}</p>
      ) : found ? (
        <Words workshopId={workshopId} {...found} />
      ) : (
        <p className="soft">…</p>
      )}
    </div>
  );
}

function Words({ workshopId, finding, turns }: Surroundings & { workshopId: string }) {
  const t = useMapText();
  if (!turns) {
    return (
      <>
        <blockquote className={styles.verbatim}>{finding.words}</blockquote>
        <p className="small soft">{t('panel.notShared')}</p>
      </>
    );
  }
  return (
    <>
      <ol className={`plain-list ${styles.turns}`}>
        {turns.map((turn) => (
          <li key={turn.position} data-mine={turn.position === finding.turn || undefined}>
            <span className="small soft">
              {turn.speaker}
              {turn.atMs !== null && ` · ${clock(turn.atMs)}`}
            </span>
            <p>
              {turn.position === finding.turn ? (
                <>
                  {turn.text.slice(0, finding.start)}
                  <mark>{turn.text.slice(finding.start, finding.end)}</mark>
                  {turn.text.slice(finding.end)}
                </>
              ) : (
                turn.text
              )}
            </p>
          </li>
        ))}
      </ol>
      <a
        href={`/workshops/${workshopId}/interviews/${finding.interviewId}?finding=${finding.id}#turn-${finding.turn}`}
      >
        {t('panel.readInterview')}
      </a>
    </>
  );
}
