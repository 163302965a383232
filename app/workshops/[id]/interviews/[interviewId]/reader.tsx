'use client';
import { type ComponentProps, useCallback, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';
import type { FindingView, Mark } from '@/lib/services/findings.ts';
import type { TurnView } from '@/lib/services/interviews.ts';
import { useKnownTags } from '../tags/use-known-tags.ts';
import { FindingsPanel } from './findings-panel.tsx';
import { How } from './how.tsx';
import { MarkToolbar } from './mark-toolbar.tsx';
import styles from './reader.module.css';
import { Share } from './share.tsx';
import { TurnList } from './turn-list.tsx';
import { useCleanView } from './use-clean-view.ts';
import { useMarking } from './use-marking.ts';
import { usePassage } from './use-passage.ts';
import { usePointed } from './use-pointed.ts';
import { useTurnKeys } from './use-turn-keys.ts';
import { useUndoKey } from './use-undo-key.ts';

interface Props {
  workshopId: string;
  interview: ComponentProps<typeof Share>['interview'];
  /** Of the words, for the browser's voice and for telling sentences apart. */
  language: string;
  turns: TurnView[];
  initialFindings: FindingView[];
  /** Tags in use in the workshop, those used most first. */
  initialTags: string[];
  mayMark: boolean;
  /** The finding the address asks for. */
  wanted: string | null;
}

/** The transcript in a reading column, what is marked in it beside it, and the marking itself. */
export function Reader(props: Props) {
  const { workshopId, interview, language, turns, initialFindings, initialTags, mayMark, wanted } = props;
  const t = useTranslations('interviews');
  const column = useRef<HTMLDivElement>(null);
  const marking = useMarking(workshopId, interview.id, initialFindings);
  const { acts, last, failure } = marking;
  const { cleaned, clean, setClean, shownTurns, shownFindings, behind } = useCleanView(
    turns,
    marking.findings,
  );
  const pointed = usePointed(marking, wanted, mayMark);
  const { view, setView, active, setActive, opened, told, setTold, show, pick, open } = pointed;
  const { passage, readNow } = usePassage(column, mayMark);
  const readAtOnce = useCallback(() => mayMark && flushSync(readNow), [mayMark, readNow]);
  const keys = useTurnKeys(language, pointed.keys, readAtOnce);
  const knownTags = useKnownTags(initialTags, marking.findings);
  const markable = passage !== null && turns[passage.turn]?.role === 'interviewee';

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the address the page was opened with
  useEffect(() => {
    const finding = initialFindings.find((f) => f.id === wanted);
    if (finding) show(finding);
  }, []);

  const mark = useCallback(
    async (chosen: Mark) => {
      const raw = passage && behind(passage);
      if (!raw) return;
      // At once, so that the next words can be selected while the server is still answering.
      document.getSelection()?.removeAllRanges();
      const made = await acts.add(raw, chosen);
      if (!made) return;
      setActive(made.id);
      setTold(t('read.marked', { kind: t(`mark.${made.kind}`), words: made.words }));
    },
    [passage, behind, acts, setActive, setTold, t],
  );
  const { undo: takeBack } = marking;
  const undo = useCallback(async () => {
    const done = await takeBack();
    if (done) setTold(t(`across.undone.${done}`));
  }, [takeBack, setTold, t]);
  useUndoKey(mayMark, undo);

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
          {cleaned && (
            <fieldset className={styles.versions} aria-label={t('across.version')}>
              <button type="button" aria-pressed={!clean} onClick={() => setClean(false)}>
                {t('across.raw')}
              </button>
              <button type="button" aria-pressed={clean} onClick={() => setClean(true)}>
                {t('across.clean')}
              </button>
            </fieldset>
          )}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys of the focused turn, heard once for all */}
          <div ref={column} className={styles.column} onKeyDown={keys}>
            <TurnList
              turns={shownTurns}
              findings={shownFindings}
              active={active}
              language={language}
              onPick={pick}
            />
            {passage && markable && (
              <MarkToolbar
                key={`${passage.turn}-${passage.start}-${passage.end}`}
                passage={passage}
                language={language}
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
            {failure && <p className="notice warn">{failure.message || t('read.unreachable')}</p>}
          </div>
          <FindingsPanel
            findings={marking.findings}
            active={active}
            language={language}
            acts={mayMark ? acts : null}
            knownTags={knownTags}
            opened={opened}
            onOpen={open}
            last={last}
            onUndo={undo}
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
