'use client';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { FACES, SEVERITIES } from '@/lib/notes/marks/emotions.ts';
import { MARK_KINDS, type MarkKind } from '@/lib/notes/marks/kinds.ts';
import type { Mark } from '@/lib/services/findings.ts';
import { FacePicker, SeverityPicker } from './mark-picker.tsx';
import { SuggestLine, suggestedMark } from './suggest-line.tsx';
import styles from './toolbar.module.css';
import type { SelectedPassage } from './use-passage.ts';
import { useSuggestion } from './use-suggestion.ts';

type Step = 'kinds' | 'emotion' | 'friction';

/** What a key means at this step; undefined when it means nothing. */
function markByKey(step: Step, key: string): Mark | Step | undefined {
  const digit = Number(key);
  if (step === 'kinds') {
    const kind = MARK_KINDS.find((one) => one.key === key.toUpperCase())?.kind;
    return kind && firstStep(kind);
  }
  if (key === 'Escape') return 'kinds';
  if (step === 'emotion') {
    const face = FACES[digit - 1];
    return face && { kind: 'emotion', emoji: face.emoji[0], valence: face.valence };
  }
  const severity = SEVERITIES[digit - 1];
  return severity && { kind: 'friction', severity };
}

/** A feeling and a friction need one thing more to be said. */
const firstStep = (kind: MarkKind): Mark | Step =>
  kind === 'emotion' || kind === 'friction' ? kind : { kind };

const typesText = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, dialog, [contenteditable]') !== null;

const isButton = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('button') !== null;

interface Props {
  passage: SelectedPassage;
  language: string;
  onMark: (mark: Mark) => void;
}

/** The choice at the selected words: what they are, by button or by one key each. */
export function MarkToolbar({ passage, language, onMark }: Props) {
  const t = useTranslations('interviews');
  const toolbar = useRef<HTMLDivElement>(null);
  const [step, setStep] = useState<Step>('kinds');
  const suggesting = useSuggestion(passage.words, language);
  const { on, found, turn } = suggesting;
  const choose = (kind: MarkKind) => {
    const next = firstStep(kind);
    if (typeof next === 'string') setStep(next);
    else onMark(next);
  };

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typesText(event.target)) return;
      const suggested = step === 'emotion' && event.key === 'Enter' && found && !isButton(event.target);
      const meaning = suggested ? (suggestedMark(found) ?? undefined) : markByKey(step, event.key);
      if (step === 'emotion' && event.key.toLowerCase() === 's' && !on) turn(true);
      if (meaning === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      if (typeof meaning === 'string') setStep(meaning);
      else onMark(meaning);
    };
    // Before the turn's own keys: Escape goes one step back here first.
    document.addEventListener('keydown', press, true);
    return () => document.removeEventListener('keydown', press, true);
  }, [step, onMark, found, on, turn]);

  // Near the window's edge it would stand below it; what is found makes it taller.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever its size may have changed
  useEffect(() => {
    // Without braces its answer, a promise by now, would be taken for the effect's end.
    toolbar.current?.scrollIntoView({ block: 'nearest' });
  }, [step, found]);

  return (
    <div
      ref={toolbar}
      role="toolbar"
      aria-label={t('read.toolbar')}
      className={styles.toolbar}
      style={{ left: `max(0px, min(${passage.left}px, 100% - 36rem))`, top: passage.bottom + 8 }}
      // The selection is what the buttons act on: pressing one must not take it away.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      {step === 'kinds' ? (
        <div className={styles.kinds}>
          {MARK_KINDS.map(({ kind, key }) => (
            <button
              key={kind}
              type="button"
              data-kind={kind}
              aria-keyshortcuts={key}
              onClick={() => choose(kind)}
            >
              {t(`mark.${kind}`)} <kbd>{key}</kbd>
            </button>
          ))}
        </div>
      ) : (
        <div className={styles.picker}>
          {step === 'emotion' ? <FacePicker onPick={onMark} /> : <SeverityPicker onPick={onMark} />}
          {step === 'emotion' && <SuggestLine suggesting={suggesting} onPick={onMark} keys />}
          <button type="button" className={styles.back} onClick={() => setStep('kinds')}>
            {t('read.cancel')} <kbd>Esc</kbd>
          </button>
        </div>
      )}
    </div>
  );
}
