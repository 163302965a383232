'use client';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { clock } from '@/lib/journey/clock.ts';
import { type OpenFlag, personOf } from '@/lib/notes/clean/flags.ts';
import { segmentsOf } from '@/lib/notes/marks/segments.ts';
import styles from './clean.module.css';
import type { ShownTurn } from './use-clean-text.ts';

interface Props {
  turn: ShownTurn;
  name: string;
  flags: readonly OpenFlag[];
  /** The value looked at, when it stands here. */
  active: string | null;
  /** What somebody else wrote here meanwhile. */
  theirs: string | undefined;
  language: string;
  onWrite: (position: number, text: string) => void;
  onLeave: () => void;
  onSettle: (position: number, whose: 'mine' | 'theirs') => void;
}

/** A turn as it was said, and its clean copy to write in, flags shining through the field. */
export const CleanTurn = memo(function CleanTurn(props: Props) {
  const { turn, name, flags, active, theirs, language, onWrite, onLeave, onSettle } = props;
  const t = useTranslations('interviews.clean');
  const changed = turn.text !== turn.raw;
  const number = turn.position + 1;
  return (
    <li className={styles.turn} data-role={turn.role} id={`clean-${turn.position}`}>
      <div className={styles.head}>
        <span className={styles.name}>{name}</span>
        {turn.atMs !== null && <span className={styles.time}>{clock(turn.atMs)}</span>}
        {changed && theirs === undefined && (
          <button
            type="button"
            className={styles.restore}
            aria-label={t('backLabel', { turn: number })}
            onClick={() => {
              onWrite(turn.position, turn.raw);
              onLeave();
            }}
          >
            {t('back1')}
          </button>
        )}
      </div>
      <p className={styles.raw} lang={language}>
        {turn.raw}
      </p>
      <div className={styles.clean} data-changed={changed}>
        <div className={styles.field} lang={language}>
          <div className={styles.mirror} aria-hidden="true">
            {segmentsOf(turn.text, flags).map((segment) =>
              segment.marks[0] ? (
                <mark
                  key={segment.start}
                  data-kind={segment.marks[0].kind}
                  data-active={personOf(segment.marks[0]) === active}
                >
                  {segment.text}
                </mark>
              ) : (
                segment.text
              ),
            )}
            {'\n'}
          </div>
          <textarea
            data-turn={turn.position}
            aria-label={t('turnLabel', { turn: number, name })}
            value={turn.text}
            rows={1}
            spellCheck={false}
            onChange={(event) => onWrite(turn.position, event.target.value)}
            onBlur={onLeave}
          />
        </div>
        {theirs !== undefined && (
          <div className="notice warn stack tight" role="alert">
            <p>{t('conflict')}</p>
            <p lang={language}>{t('theirsIs', { text: theirs })}</p>
            <p className="row">
              <button type="button" className="button" onClick={() => onSettle(turn.position, 'mine')}>
                {t('mine')}
              </button>
              <button type="button" className="button" onClick={() => onSettle(turn.position, 'theirs')}>
                {t('theirs')}
              </button>
            </p>
          </div>
        )}
      </div>
    </li>
  );
});
