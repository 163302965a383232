'use client';
import type { PointerEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { GuideQuestion } from '@/lib/services/guides.ts';
import styles from './guide.module.css';

interface Props {
  question: GuideQuestion;
  /** Its number among the core questions; null: asked if there is time. */
  number: number | null;
  at: number;
  count: number;
  mayChange: boolean;
  hintId: string;
  onGrab: (event: PointerEvent<HTMLElement>) => void;
  onMove: (to: number) => void;
  onEdit: () => void;
  onRemove: () => void;
}

/** One question as it is asked: its words, what keeps the story going, and what it puts to the test. */
export function QuestionItem(props: Props) {
  const { question, number, at, count, mayChange, hintId, onGrab, onMove, onEdit, onRemove } = props;
  const t = useTranslations('interviews.guide');
  const { text, followUps, tests } = question;
  const name = { text };
  return (
    <>
      <div className={styles.lead}>
        <span className={styles.number}>
          <span className="visually-hidden">{number === null ? t('extra') : t('number', { n: number })}</span>
          <span aria-hidden="true">{number ?? t('extraMark')}</span>
        </span>
        {mayChange && (
          <button
            type="button"
            className={styles.handle}
            data-handle
            aria-label={t('handle', name)}
            aria-describedby={hintId}
            onPointerDown={onGrab}
            onKeyDown={(event) => {
              const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
              if (step === 0) return;
              event.preventDefault();
              onMove(at + step);
            }}
          >
            <svg viewBox="0 0 10 16" width="10" height="16" aria-hidden="true">
              <path d="M2 2h2v2H2zm4 0h2v2H6zM2 7h2v2H2zm4 0h2v2H6zM2 12h2v2H2zm4 0h2v2H6z" />
            </svg>
          </button>
        )}
      </div>
      <div className={styles.said}>
        <p className={styles.text} data-text>
          {text}
        </p>
        {number === null && <p className="small soft">{t('extra')}</p>}
        {followUps.length > 0 && (
          <ul className={styles.followUps} aria-label={t('followUps')}>
            {followUps.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        {tests && (
          <p className={styles.tests}>
            {t(tests.kind === 'figure' ? 'testsFigure' : 'testsBelief', { text: tests.text })}
          </p>
        )}
      </div>
      {mayChange && (
        <div className={styles.acts}>
          <button
            type="button"
            className={styles.step}
            aria-label={t('up', name)}
            aria-disabled={at === 0}
            onClick={() => onMove(at - 1)}
          >
            ↑
          </button>
          <button
            type="button"
            className={styles.step}
            aria-label={t('down', name)}
            aria-disabled={at === count - 1}
            onClick={() => onMove(at + 1)}
          >
            ↓
          </button>
          <button type="button" className="button quiet" data-edit onClick={onEdit}>
            {t('edit')}
            <span className="visually-hidden"> {text}</span>
          </button>
          <button type="button" className="button quiet danger" onClick={onRemove}>
            {t('remove')}
            <span className="visually-hidden"> {text}</span>
          </button>
        </div>
      )}
    </>
  );
}
