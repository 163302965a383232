'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { FindingView, Mark } from '@/lib/services/findings.ts';
import type { TurnView } from '@/lib/services/interviews.ts';
import { focusTurn } from './dom-passage.ts';
import { FindingsPanel } from './findings-panel.tsx';
import { How } from './how.tsx';
import { MarkToolbar } from './mark-toolbar.tsx';
import styles from './reader.module.css';
import { Share } from './share.tsx';
import { TurnList } from './turn-list.tsx';
import { useMarking } from './use-marking.ts';
import { usePassage } from './use-passage.ts';
import { useTurnKeys } from './use-turn-keys.ts';

interface Props {
  workshopId: string;
  interview: { id: string; alias: string; shared: boolean; quoteOnMap: boolean };
  /** Of the words, for the browser's voice and for telling sentences apart. */
  language: string;
  turns: TurnView[];
  initialFindings: FindingView[];
  mayMark: boolean;
  /** The finding the address asks for. */
  wanted: string | null;
}

/** The transcript in a reading column, what is marked in it beside it, and the marking itself. */
export function Reader({ workshopId, interview, language, turns, initialFindings, mayMark, wanted }: Props) {
  const t = useTranslations('interviews');
  const column = useRef<HTMLDivElement>(null);
  const marking = useMarking(workshopId, interview.id, initialFindings);
  const [view, setView] = useState<'text' | 'findings'>('text');
  const [active, setActive] = useState(wanted);
  const [told, setTold] = useState('');
  const passage = usePassage(column, mayMark);
  const keys = useTurnKeys(language);
  const markable = passage !== null && turns[passage.turn]?.role === 'interviewee';

  const show = useCallback((finding: FindingView) => {
    setActive(finding.id);
    setView('text');
    // After the tab has changed on a narrow screen, so that there is something to scroll to.
    requestAnimationFrame(() => {
      const turn = document.getElementById(`turn-${finding.turn}`);
      if (turn) focusTurn(turn);
      turn?.scrollIntoView({ block: 'center' });
    });
  }, []);
  const pick = useCallback((findingId: string) => {
    setActive(findingId);
    document.getElementById(`finding-${findingId}`)?.scrollIntoView({ block: 'nearest' });
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the address the page was opened with
  useEffect(() => {
    const finding = initialFindings.find((f) => f.id === wanted);
    if (finding) show(finding);
  }, []);

  const { add } = marking;
  const mark = useCallback(
    async (chosen: Mark) => {
      if (!passage) return;
      // At once, so that the next words can be selected while the server is still answering.
      document.getSelection()?.removeAllRanges();
      const made = await add(passage, chosen);
      if (!made) return;
      setActive(made.id);
      setTold(t('read.marked', { kind: t(`mark.${made.kind}`), words: made.words }));
    },
    [passage, add, t],
  );

  return (
    <>
      <Share
        workshopId={workshopId}
        interview={interview}
        findings={marking.findings.length}
        mayShare={mayMark}
      />
      <fieldset className={styles.tabs} aria-label={t('read.tabs')}>
        <button type="button" aria-pressed={view === 'text'} onClick={() => setView('text')}>
          {t('read.tabText')}
        </button>
        <button type="button" aria-pressed={view === 'findings'} onClick={() => setView('findings')}>
          {t('read.tabFindings', { n: marking.findings.length })}
        </button>
      </fieldset>
      <div className={styles.layout} data-view={view}>
        <section className={styles.reading} aria-labelledby="transcript">
          <h2 id="transcript" className="visually-hidden">
            {t('read.transcript')}
          </h2>
          {mayMark && <How />}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys of the focused turn, heard once for all */}
          <div ref={column} className={styles.column} onKeyDown={keys}>
            <TurnList
              turns={turns}
              findings={marking.findings}
              active={active}
              language={language}
              onPick={pick}
            />
            {passage && markable && (
              <MarkToolbar
                key={`${passage.turn}-${passage.start}-${passage.end}`}
                passage={passage}
                onMark={mark}
              />
            )}
            {passage && !markable && (
              <p className={styles.refused} style={{ left: passage.left, top: passage.bottom + 8 }}>
                {t('read.interviewerWords')}
              </p>
            )}
          </div>
        </section>
        <aside className={styles.aside}>
          <div role="alert">
            {marking.failure && (
              <p className="notice warn">{marking.failure.message || t('read.unreachable')}</p>
            )}
          </div>
          <FindingsPanel
            marking={marking}
            active={active}
            language={language}
            mayMark={mayMark}
            onShow={show}
          />
        </aside>
      </div>
      <p className="visually-hidden" role="status">
        {passage && markable ? t('read.selected', { words: passage.words }) : told}
      </p>
    </>
  );
}
