'use client';
import { useTranslations } from 'use-intl';
import { FACES, SEVERITIES, signed } from '@/lib/notes/marks/emotions.ts';
import type { Mark } from '@/lib/services/findings.ts';
import styles from './picker.module.css';

interface Props {
  /** What is chosen already, when a finding is being changed. */
  current?: Mark;
  onPick: (mark: Mark) => void;
}

/** Ten faces from very bad to very good, each with its sign; the digit picks the first of its valence. */
export function FacePicker({ current, onPick }: Props) {
  const t = useTranslations('interviews');
  const chosen = current?.kind === 'emotion' ? current.emoji : null;
  return (
    <fieldset className={styles.faces}>
      <legend className="small soft">{t('read.chooseFace')}</legend>
      {FACES.map(({ valence, key, emoji }, i) => (
        <div key={valence} className={styles.valence} data-valence={key}>
          {emoji.map((face) => (
            <button
              key={face}
              type="button"
              className={styles.face}
              aria-pressed={chosen === face}
              aria-label={`${face} ${t(`faces.${key}`)} (${signed(valence)})`}
              title={t(`faces.${key}`)}
              onClick={() => onPick({ kind: 'emotion', emoji: face, valence })}
            >
              {face}
            </button>
          ))}
          <span className={styles.sign} aria-hidden="true">
            {signed(valence)} <kbd>{i + 1}</kbd>
          </span>
        </div>
      ))}
    </fieldset>
  );
}

/** How grave a friction is, 1 to 3, in words and marks. */
export function SeverityPicker({ current, onPick }: Props) {
  const t = useTranslations('interviews');
  const chosen = current?.kind === 'friction' ? current.severity : null;
  return (
    <fieldset className={styles.severities}>
      <legend className="small soft">{t('read.chooseSeverity')}</legend>
      {SEVERITIES.map((severity) => (
        <button
          key={severity}
          type="button"
          className={styles.severity}
          aria-pressed={chosen === severity}
          onClick={() => onPick({ kind: 'friction', severity })}
        >
          <span className={styles.marks} aria-hidden="true">
            {'▲'.repeat(severity)}
          </span>
          {t(`severity.s${severity}`)} <kbd>{severity}</kbd>
        </button>
      ))}
    </fieldset>
  );
}
