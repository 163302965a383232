'use client';
import { type ReactNode, useCallback, useDeferredValue, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { Kept, OpenFlag } from '@/lib/notes/clean/flags.ts';
import { Share } from '../share.tsx';
import { useSpeakerName } from '../speaker-name.ts';
import styles from './clean.module.css';
import { CleanTurn } from './clean-turn.tsx';
import { FlagPanel } from './flag-panel.tsx';
import { type ShownTurn, useCleanText } from './use-clean-text.ts';
import { useDealing } from './use-dealing.ts';
import { useFlagKeys } from './use-flag-keys.ts';
import type { Value } from './use-flags.ts';

interface Props {
  workshopId: string;
  interview: { id: string; alias: string; shared: boolean; quoteOnMap: boolean };
  findings: number;
  language: 'en' | 'sv';
  turns: ShownTurn[];
  kept: Kept[];
}

const NONE: OpenFlag[] = [];
/** As in clean.module.css. */
const WIDE = '(min-width: 70.01rem)';
const AROUND = 45;

/** Some words before and after, whole ones as far as they go. */
function around(text: string, { start, end }: OpenFlag) {
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, end + AROUND);
  const before = text.slice(from, start).replace(from > 0 ? /^\S*\s/ : '', '');
  const after = text.slice(end, to).replace(to < text.length ? /\s\S*$/ : '', '');
  return {
    before: (from > 0 ? '… ' : '') + before,
    words: text.slice(start, end),
    after: after + (to < text.length ? ' …' : ''),
  };
}

/** The clean copy beside what was said; what looks personal is dealt with from the panel or by one key each. */
export function Cleaner({ workshopId, interview, findings, language, turns: initial, kept }: Props) {
  const t = useTranslations('interviews.clean');
  const name = useSpeakerName();
  const ids = { workshopId, interviewId: interview.id };
  const text = useCleanText(ids, initial);
  // A letter typed is on the screen first; what it makes personal, or no longer, comes right after.
  const looked = useDeferredValue(text.turns);
  const dealing = useDealing({ ...ids, locale: language, turns: looked, apply: text.apply }, kept);
  const status = useRef<HTMLParagraphElement>(null);
  const { values, current, looking } = dealing;
  const place = current?.places[0] ?? null;

  const moved = useRef(false);
  const act = (work: () => void) => () => {
    moved.current = true;
    work();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: where it stands may change while somebody types; only another value is gone to
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    // On a narrow screen the panel, which shows the words in their place, would be scrolled away.
    if (place && matchMedia(WIDE).matches)
      document.getElementById(`clean-${place.turn}`)?.scrollIntoView({ block: 'center' });
    // The buttons of the last one are gone, and the keyboard must not be.
    if (!place && document.activeElement === document.body) status.current?.focus();
  }, [current?.key, values.length]);

  const { settle } = text;
  const settled = useCallback(
    (position: number, whose: 'mine' | 'theirs') => {
      // The buttons go with the choice.
      document.querySelector<HTMLTextAreaElement>(`textarea[data-turn="${position}"]`)?.focus();
      settle(position, whose);
    },
    [settle],
  );
  const edit = () => {
    if (!place) return;
    const field = document.querySelector<HTMLTextAreaElement>(`textarea[data-turn="${place.turn}"]`);
    field?.focus();
    field?.setSelectionRange(place.start, place.end);
  };
  const step = (by: 1 | -1) => act(() => dealing.step(by))();
  const replace = (which: readonly Value[]) => act(() => dealing.replace(which))();
  const keep = (value: Value) => act(() => dealing.keep(value))();
  useFlagKeys(
    {
      j: () => step(1),
      'Shift+j': () => step(-1),
      r: () => current && replace([current]),
      k: () => current && keep(current),
      e: edit,
      u: act(dealing.undo),
    },
    () => status.current?.focus(),
  );

  return (
    <>
      {(interview.shared || !looking) && (
        <Share
          workshopId={workshopId}
          interview={interview}
          findings={findings}
          mayShare
          open={values.reduce((n, value) => n + value.places.length, 0)}
        />
      )}
      {interview.shared && <p className="notice">{t('sharedNote')}</p>}
      <div className={styles.layout}>
        <aside className={styles.aside}>
          <div className="stack">
            <div className="stack tight">
              <p ref={status} tabIndex={-1} className={styles.left} role="status">
                {looking ? t('looking', looking) : t('left', { n: values.length })}
              </p>
              {!looking && values.length === 0 && <p className="soft">{t('none')}</p>}
              <p className={styles.saving} data-state={text.state} role="status">
                {t(`state.${text.state}`)}
              </p>
              {(text.problem ?? dealing.problem) && (
                <p className="notice warn" role="alert">
                  {text.problem ?? dealing.problem}
                </p>
              )}
            </div>
            <FlagPanel
              values={values}
              current={current}
              code={dealing.code}
              context={place && around(looked[place.turn]?.text ?? '', place)}
              kept={dealing.kept}
              language={language}
              canUndo={dealing.canUndo}
              onShow={(value) => act(() => dealing.show(value))()}
              onStep={step}
              onReplace={replace}
              onKeep={keep}
              onUnkeep={dealing.unkeep}
              onEdit={edit}
              onUndo={act(dealing.undo)}
            />
            <p className={`small soft ${styles.keys}`}>
              {t.rich('keys', { k: (chunks: ReactNode) => <kbd>{chunks}</kbd> })}
            </p>
          </div>
        </aside>
        <section aria-label={t('clean')}>
          <div className={styles.columns} aria-hidden="true">
            <span />
            <span>{t('raw')}</span>
            <span>{t('clean')}</span>
          </div>
          <ol className="plain-list">
            {text.turns.map((turn) => {
              const flags = dealing.byTurn.get(turn.position) ?? NONE;
              return (
                <CleanTurn
                  key={turn.position}
                  turn={turn}
                  name={name(turn)}
                  flags={flags}
                  active={current?.places.some((one) => one.turn === turn.position) ? current.key : null}
                  theirs={text.conflicts.get(turn.position)}
                  language={language}
                  onWrite={text.write}
                  onLeave={text.flush}
                  onSettle={settled}
                />
              );
            })}
          </ol>
        </section>
      </div>
      <p className="visually-hidden" role="status">
        {dealing.told}
      </p>
    </>
  );
}
