'use client';
import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { GUIDE_LIMITS } from '@/lib/services/guides/limits.ts';
import type { Knowledge } from '@/lib/services/guides.ts';
import styles from './guide.module.css';
import type { Draft } from './use-guide.ts';

interface Props {
  title: string;
  initial: Draft;
  knowledge: readonly Knowledge[];
  /** Another core question is one too many. */
  advised: boolean;
  onSave: (draft: Draft) => Promise<boolean>;
  onCancel: () => void;
}

/** Writing one question. Ctrl or Cmd with Enter saves, Escape leaves it as it was. */
export function QuestionForm({ title, initial, knowledge, advised, onSave, onCancel }: Props) {
  const t = useTranslations('interviews.guide.form');
  const guide = useTranslations('interviews.guide');
  const id = useId();
  const [text, setText] = useState(initial.text);
  const [lines, setLines] = useState(initial.followUps.join('\n'));
  const [core, setCore] = useState(initial.core);
  const [kind, setKind] = useState<'' | Knowledge['kind']>(initial.tests?.kind ?? '');
  const [tested, setTested] = useState(initial.tests?.text ?? '');
  const [saving, setSaving] = useState(false);

  async function save(event?: FormEvent) {
    event?.preventDefault();
    if (saving || text.trim() === '') return;
    setSaving(true);
    const followUps = lines
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const tests = kind !== '' && tested.trim() !== '' ? { kind, text: tested.trim() } : null;
    if (!(await onSave({ text: text.trim(), followUps, core, tests }))) setSaving(false);
  }

  return (
    <form
      className={styles.form}
      aria-label={title}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onCancel();
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-text`}>{t('text')}</label>
        <textarea
          id={`${id}-text`}
          rows={2}
          required
          // biome-ignore lint/a11y/noAutofocus: the form opens where a button was pressed, and takes its place.
          autoFocus
          maxLength={GUIDE_LIMITS.text}
          placeholder={t('textPlaceholder')}
          aria-describedby={`${id}-text-hint`}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <p className="hint" id={`${id}-text-hint`}>
          {t('textHint')}
        </p>
      </div>
      <div className="field">
        <label htmlFor={`${id}-follow`}>{t('followUps')}</label>
        <textarea
          id={`${id}-follow`}
          rows={3}
          maxLength={GUIDE_LIMITS.followUp * GUIDE_LIMITS.followUps}
          placeholder={t('followUpsPlaceholder')}
          value={lines}
          onChange={(event) => setLines(event.target.value)}
        />
      </div>
      <div className={styles.tested}>
        <div className="field">
          <label htmlFor={`${id}-kind`}>{t('tests')}</label>
          <select
            id={`${id}-kind`}
            value={kind}
            onChange={(event) => setKind(event.target.value as typeof kind)}
          >
            <option value="">{t('testsNothing')}</option>
            <option value="figure">{t('testsFigure')}</option>
            <option value="belief">{t('testsBelief')}</option>
          </select>
        </div>
        {kind !== '' && (
          <div className="field">
            <label htmlFor={`${id}-tested`}>{t('testsText')}</label>
            <input
              id={`${id}-tested`}
              list={`${id}-known`}
              maxLength={GUIDE_LIMITS.tests}
              aria-describedby={`${id}-tested-hint`}
              value={tested}
              onChange={(event) => setTested(event.target.value)}
            />
            <datalist id={`${id}-known`}>
              {[...new Set(knowledge.filter((k) => k.kind === kind).map((k) => k.text))].map((known) => (
                <option key={known} value={known} />
              ))}
            </datalist>
            <p className="hint" id={`${id}-tested-hint`}>
              {t('testsHint')}
            </p>
          </div>
        )}
      </div>
      <label className={styles.core}>
        <input type="checkbox" checked={core} onChange={(event) => setCore(event.target.checked)} />
        {t('core')}
      </label>
      {advised && core && (
        <div className="notice" role="note">
          <strong>{guide('adviseTitle')}.</strong> {guide('advise')}
        </div>
      )}
      <div className="row">
        <button type="submit" className="button primary" aria-disabled={saving}>
          {saving ? t('saving') : t('save')}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
