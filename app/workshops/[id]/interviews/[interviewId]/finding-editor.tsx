'use client';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { FACES, SEVERITIES } from '@/lib/notes/marks/emotions.ts';
import { MARK_KINDS } from '@/lib/notes/marks/kinds.ts';
import type { FindingView, Mark } from '@/lib/services/findings.ts';
import styles from './findings.module.css';
import { FacePicker, SeverityPicker } from './mark-picker.tsx';
import { SuggestLine } from './suggest-line.tsx';
import { markOf } from './use-marking.ts';
import { useSuggestion } from './use-suggestion.ts';

interface Props {
  finding: FindingView;
  language: string;
  onPick: (mark: Mark) => void;
  onLeave: () => void;
}

/**
 * Another kind, feeling or severity for a finding. Has the keyboard when it opens: arrows choose the kind,
 * digits the feeling or severity, Enter a kind that needs nothing more, Escape leaves.
 */
export function FindingEditor({ finding, language, onPick, onLeave }: Props) {
  const t = useTranslations('interviews');
  const [kind, setKind] = useState(finding.kind);
  const group = useRef<HTMLFieldSetElement>(null);
  const name = useId();
  const suggesting = useSuggestion(finding.words, language);
  useEffect(() => group.current?.querySelector<HTMLElement>('input:checked')?.focus(), []);
  const onKey = (event: KeyboardEvent) => {
    const digit = Number(event.key);
    const face = kind === 'emotion' ? FACES[digit - 1] : undefined;
    const severity = kind === 'friction' ? SEVERITIES[digit - 1] : undefined;
    if (event.key === 'Escape') onLeave();
    else if (face) onPick({ kind: 'emotion', emoji: face.emoji[0], valence: face.valence });
    else if (severity) onPick({ kind: 'friction', severity });
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      if (kind !== 'emotion' && kind !== 'friction') onPick({ kind });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the choices within
    <div className={styles.editor} onKeyDown={onKey}>
      <fieldset className="row" ref={group}>
        <legend className="visually-hidden">{t('read.changeTitle')}</legend>
        {MARK_KINDS.map((choice) => (
          <label key={choice.kind} className={styles.choice}>
            <input
              type="radio"
              name={name}
              checked={kind === choice.kind}
              onChange={() => setKind(choice.kind)}
            />
            {t(`mark.${choice.kind}`)}
          </label>
        ))}
      </fieldset>
      {kind === 'emotion' && (
        <>
          <FacePicker current={markOf(finding)} onPick={onPick} />
          <SuggestLine suggesting={suggesting} onPick={onPick} />
        </>
      )}
      {kind === 'friction' && <SeverityPicker current={markOf(finding)} onPick={onPick} />}
      {kind !== 'emotion' && kind !== 'friction' && kind !== finding.kind && (
        <p>
          <button type="button" className="button" onClick={() => onPick({ kind })}>
            {t('across.markAs', { kind: t(`mark.${kind}`) })}
          </button>
        </p>
      )}
    </div>
  );
}
