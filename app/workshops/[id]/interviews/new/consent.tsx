'use client';
import { useTranslations } from 'use-intl';
import styles from './new.module.css';

export interface ConsentState {
  notes: boolean;
  quoteOnMap: boolean;
  recording: boolean;
  quoteOutside: boolean;
}

/** Nothing is ticked beforehand: consent is given, not presumed. */
export const NO_CONSENT: ConsentState = {
  notes: false,
  quoteOnMap: false,
  recording: false,
  quoteOutside: false,
};

interface Props {
  value: ConsentState;
  onChange: (value: ConsentState) => void;
  notesMissing: boolean;
  /** When it was recorded with the plan, as text. */
  recorded?: string | undefined;
}

/** What the interviewee agreed to, each purpose by itself. */
export function Consent({ value, onChange, notesMissing, recorded }: Props) {
  const t = useTranslations('interviews.new');
  const purposes = [
    ['notes', t('consentNotes')],
    ['quoteOnMap', t('consentMap')],
    ['recording', t('consentRecording')],
    ['quoteOutside', t('consentOutside')],
  ] as const;
  return (
    <fieldset className={styles.section}>
      <legend>
        <h2>{t('consent')}</h2>
      </legend>
      <p className="soft">{recorded ? t('consentRecorded', { date: recorded }) : t('consentHint')}</p>
      <div className="stack tight">
        {purposes.map(([purpose, label]) => (
          <label key={purpose} className={styles.choice}>
            <input
              type="checkbox"
              checked={value[purpose]}
              aria-invalid={(purpose === 'notes' && notesMissing) || undefined}
              onChange={(event) => onChange({ ...value, [purpose]: event.target.checked })}
            />
            <span>
              {label} {purpose === 'notes' && <span className="small soft">({t('consentNeeded')})</span>}
            </span>
          </label>
        ))}
      </div>
      {value.notes && !value.quoteOnMap && <p className="small soft">{t('noMap')}</p>}
    </fieldset>
  );
}
