'use client';
import { useTranslations } from 'use-intl';
import type { Kept } from '@/lib/notes/clean/flags.ts';
import { FLAG_KINDS } from '@/lib/notes/privacy/index.ts';
import styles from './clean.module.css';
import type { Value } from './use-flags.ts';

interface Props {
  values: readonly Value[];
  current: Value | null;
  code: string;
  /** Where it stands first, with some words around. */
  context: { before: string; words: string; after: string } | null;
  kept: readonly Kept[];
  language: string;
  canUndo: boolean;
  onShow: (value: Value) => void;
  onStep: (step: 1 | -1) => void;
  onReplace: (values: readonly Value[]) => void;
  onKeep: (value: Value) => void;
  onUnkeep: (kept: Kept) => void;
  onEdit: () => void;
  onUndo: () => void;
}

/** What still looks personal: one at a time with what can be done about it, and all in a list below. */
export function FlagPanel(props: Props) {
  const { values, current, code, context, kept, language, canUndo } = props;
  const { onShow, onStep, onReplace, onKeep, onUnkeep, onEdit, onUndo } = props;
  const t = useTranslations('interviews.clean');
  const kinds = FLAG_KINDS.map((kind) => ({ kind, of: values.filter((value) => value.kind === kind) }));
  const many = kinds.filter(({ of }) => of.length > 1);
  return (
    <div className="stack">
      {current && (
        <section className={styles.current} aria-label={t('panel')}>
          <p className="small soft">
            {t(`kinds.${current.kind}`)} ·{' '}
            {t('current', { at: values.indexOf(current) + 1, n: values.length })}
          </p>
          <p className={styles.words} lang={language}>
            {current.words}
          </p>
          <p className="small soft">{t('places', { n: current.places.length })}</p>
          {context && (
            <p className={`small ${styles.context}`} lang={language}>
              {context.before}
              <mark>{context.words}</mark>
              {context.after}
            </p>
          )}
          <div className={styles.acts}>
            <button type="button" className="button primary" onClick={() => onReplace([current])}>
              {t('replace', { code })} <kbd>R</kbd>
            </button>
            <button type="button" className="button" onClick={() => onKeep(current)}>
              {t('keep')} <kbd>K</kbd>
            </button>
            <button type="button" className="button" onClick={onEdit}>
              {t('edit')} <kbd>E</kbd>
            </button>
            <button type="button" className="button" onClick={() => onStep(1)}>
              {t('next')} <kbd>J</kbd>
            </button>
          </div>
        </section>
      )}
      <button
        type="button"
        className={`button quiet ${styles.undo}`}
        aria-disabled={!canUndo}
        onClick={() => canUndo && onUndo()}
      >
        {t('undo')} <kbd>U</kbd>
      </button>
      {many.length > 0 && (
        <section className="stack tight">
          <h2 className={styles.heading}>{t('replaceAll')}</h2>
          <p className="row">
            {many.map(({ kind, of }) => (
              <button key={kind} type="button" className="button" onClick={() => onReplace(of)}>
                {t(`all.${kind}`, { n: of.length })}
              </button>
            ))}
          </p>
        </section>
      )}
      {values.length > 0 && (
        <section className="stack tight">
          <h2 className={styles.heading}>{t('list')}</h2>
          <ul className={`plain-list ${styles.values}`}>
            {values.map((value) => (
              <li key={value.key}>
                <button
                  type="button"
                  aria-current={value === current ? 'true' : undefined}
                  onClick={() => onShow(value)}
                >
                  <span lang={language}>{value.words}</span>
                  <span className="small soft">
                    {t(`kinds.${value.kind}`)}, {t('places', { n: value.places.length })}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {kept.length > 0 && (
        <details>
          <summary>{t('kept')}</summary>
          <ul className={`plain-list ${styles.kept}`}>
            {kept.map((one) => (
              <li key={`${one.kind} ${one.words}`}>
                <span lang={language}>{one.words}</span>
                <button
                  type="button"
                  className="button quiet"
                  aria-label={t('unkeepLabel', { words: one.words })}
                  onClick={() => onUnkeep(one)}
                >
                  {t('unkeep')}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
