'use client';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { signed } from '@/lib/notes/marks/emotions.ts';
import type { FindingView, Mark } from '@/lib/services/findings.ts';
import { clock } from './clock.ts';
import styles from './findings.module.css';
import { markColour } from './mark-colour.ts';
import { FacePicker, SeverityPicker } from './mark-picker.tsx';
import { isPending, type Marking, markOf } from './use-marking.ts';

interface Props {
  finding: FindingView;
  active: boolean;
  language: string;
  mayMark: boolean;
  marking: Marking;
  onShow: (finding: FindingView) => void;
}

const KINDS = ['quote', 'emotion', 'friction'] as const;
const short = (words: string) => (words.length > 60 ? `${words.slice(0, 60).trimEnd()}…` : words);

/** A finding in the list: how it is marked, its words, and, for whoever may, change and remove. */
export function FindingItem({ finding, active, language, mayMark, marking, onShow }: Props) {
  const t = useTranslations('interviews');
  const [editing, setEditing] = useState(false);
  const [kind, setKind] = useState(finding.kind);
  const id = useId();
  const pick = async (mark: Mark) => {
    await marking.change(finding, mark);
    setEditing(false);
  };
  return (
    <li
      className={styles.item}
      id={`finding-${finding.id}`}
      data-kind={finding.kind}
      data-active={active}
      aria-busy={isPending(finding) || undefined}
      style={{ boxShadow: `inset 3px 0 0 ${markColour(finding)}` }}
    >
      <p className={styles.kind}>
        <strong>{t(`mark.${finding.kind}`)}</strong>
        {finding.kind === 'emotion' && (
          <span>
            <span className={styles.emoji}>{finding.emoji}</span> {signed(finding.valence ?? 0)}
          </span>
        )}
        {finding.kind === 'friction' && finding.severity !== null && (
          <span>
            <span className={styles.severity} aria-hidden="true">
              {'▲'.repeat(finding.severity)}
            </span>{' '}
            {t(`severity.s${finding.severity as 1 | 2 | 3}`)}
          </span>
        )}
        {finding.atMs !== null && <span className={styles.time}>{clock(finding.atMs)}</span>}
      </p>
      <button
        type="button"
        className={styles.words}
        lang={language}
        title={t('read.toWords')}
        onClick={() => onShow(finding)}
      >
        {finding.words}
      </button>
      {mayMark && !isPending(finding) && (
        <p className={styles.acts}>
          <button
            type="button"
            aria-expanded={editing}
            aria-controls={id}
            aria-label={t('read.changeLabel', { words: short(finding.words) })}
            onClick={() => {
              setKind(finding.kind);
              setEditing(!editing);
            }}
          >
            {editing ? t('read.done') : t('read.change')}
          </button>
          <button
            type="button"
            aria-label={t('read.removeLabel', { words: short(finding.words) })}
            onClick={() => void marking.remove(finding)}
          >
            {t('read.remove')}
          </button>
        </p>
      )}
      {editing && (
        <div id={id} className={styles.edit}>
          <fieldset className="row">
            <legend className="visually-hidden">{t('read.changeTitle')}</legend>
            {KINDS.map((choice) => (
              <label key={choice} className={styles.choice}>
                <input
                  type="radio"
                  name={id}
                  checked={kind === choice}
                  onChange={() => {
                    setKind(choice);
                    if (choice === 'quote') void pick({ kind: 'quote' });
                  }}
                />
                {t(`mark.${choice}`)}
              </label>
            ))}
          </fieldset>
          {kind === 'emotion' && <FacePicker current={markOf(finding)} onPick={pick} />}
          {kind === 'friction' && <SeverityPicker current={markOf(finding)} onPick={pick} />}
        </div>
      )}
    </li>
  );
}
