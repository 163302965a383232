'use client';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { FACES, SEVERITIES } from '@/lib/notes/marks/emotions.ts';
import type { Mark } from '@/lib/services/findings.ts';
import { FacePicker, SeverityPicker } from './mark-picker.tsx';
import styles from './toolbar.module.css';
import type { SelectedPassage } from './use-passage.ts';

type Step = 'kinds' | 'emotion' | 'friction';

/** What a key means at this step; undefined when it means nothing. */
function markByKey(step: Step, key: string): Mark | Step | undefined {
  const digit = Number(key);
  if (step === 'kinds') {
    return ({ q: { kind: 'quote' }, m: 'emotion', f: 'friction' } as const)[key.toLowerCase()];
  }
  if (key === 'Escape') return 'kinds';
  if (step === 'emotion') {
    const face = FACES[digit - 1];
    return face && { kind: 'emotion', emoji: face.emoji[0], valence: face.valence };
  }
  const severity = SEVERITIES[digit - 1];
  return severity && { kind: 'friction', severity };
}

const typesText = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, dialog, [contenteditable]') !== null;

interface Props {
  passage: SelectedPassage;
  onMark: (mark: Mark) => void;
}

/** The choice at the selected words: quote, emotion, friction; by button or by one key each. */
export function MarkToolbar({ passage, onMark }: Props) {
  const t = useTranslations('interviews');
  const [step, setStep] = useState<Step>('kinds');

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typesText(event.target)) return;
      const meaning = markByKey(step, event.key);
      if (meaning === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      if (typeof meaning === 'string') setStep(meaning);
      else onMark(meaning);
    };
    // Before the turn's own keys: Escape goes one step back here first.
    document.addEventListener('keydown', press, true);
    return () => document.removeEventListener('keydown', press, true);
  }, [step, onMark]);

  return (
    <div
      role="toolbar"
      aria-label={t('read.toolbar')}
      className={styles.toolbar}
      style={{ left: `max(0px, min(${passage.left}px, 100% - 27rem))`, top: passage.bottom + 8 }}
      // The selection is what the buttons act on: pressing one must not take it away.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      {step === 'kinds' ? (
        <div className={styles.kinds}>
          <button
            type="button"
            data-kind="quote"
            aria-keyshortcuts="Q"
            onClick={() => onMark({ kind: 'quote' })}
          >
            {t('mark.quote')} <kbd>Q</kbd>
          </button>
          <button type="button" data-kind="emotion" aria-keyshortcuts="M" onClick={() => setStep('emotion')}>
            {t('mark.emotion')} <kbd>M</kbd>
          </button>
          <button
            type="button"
            data-kind="friction"
            aria-keyshortcuts="F"
            onClick={() => setStep('friction')}
          >
            {t('mark.friction')} <kbd>F</kbd>
          </button>
        </div>
      ) : (
        <div className={styles.picker}>
          {step === 'emotion' ? <FacePicker onPick={onMark} /> : <SeverityPicker onPick={onMark} />}
          <button type="button" className={styles.back} onClick={() => setStep('kinds')}>
            {t('read.cancel')} <kbd>Esc</kbd>
          </button>
        </div>
      )}
    </div>
  );
}
