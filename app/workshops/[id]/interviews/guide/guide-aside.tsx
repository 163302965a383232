'use client';
import { useTranslations } from 'use-intl';
import type { GuideQuestion, Knowledge } from '@/lib/services/guides.ts';
import type { TemplateKey } from '@/lib/services/templates/index.ts';
import styles from './guide.module.css';

export interface TemplateOffer {
  key: TemplateKey;
  name: string;
  questions: string[];
}

interface Props {
  questions: readonly GuideQuestion[];
  mayChange: boolean;
  language: string;
  templates: readonly TemplateOffer[];
  knowledge: readonly Knowledge[];
  onApply: (key: TemplateKey) => void;
  onAsk: (known: Knowledge) => void;
}

/** Listed at once; the rest unfolds. What is worth an hour of somebody's time is chosen, not ticked off. */
const MOST = 5;

/** Beside the guide: what makes a question good, what nobody has been asked about, and what is written already. */
export function GuideAside(props: Props) {
  const { questions, mayChange, language, templates, knowledge, onApply, onAsk } = props;
  const t = useTranslations('interviews.guide');
  const tested = new Set(questions.map((q) => q.tests?.text));
  const unasked = knowledge.filter((known) => !tested.has(known.text));
  const item = (known: Knowledge) => (
    <li key={known.cardId}>
      <span className="small soft">{[t(known.kind), known.touchpoint].filter(Boolean).join(' · ')}</span>
      <span lang={language} className={styles.known}>
        {known.text}
      </span>
      {mayChange && (
        <button type="button" className="button quiet" onClick={() => onAsk(known)}>
          {t('ask')}
          <span className="visually-hidden"> {known.text}</span>
        </button>
      )}
    </li>
  );
  return (
    <aside className={styles.aside}>
      <section className="stack tight">
        <h2>{t('craftTitle')}</h2>
        <ul className={styles.craft}>
          <li>{t('craft.once')}</li>
          <li>{t('craft.open')}</li>
          <li>{t('craft.deeds')}</li>
        </ul>
      </section>
      <section className="stack tight">
        <h2>{t('unaskedTitle')}</h2>
        {unasked.length > 0 ? (
          <>
            <p className="soft small">{t('unaskedText')}</p>
            <ul className={styles.unasked}>{unasked.slice(0, MOST).map(item)}</ul>
            {unasked.length > MOST && (
              <details className={styles.template}>
                <summary>{t('unaskedMore', { n: unasked.length - MOST })}</summary>
                <ul className={styles.unasked}>{unasked.slice(MOST).map(item)}</ul>
              </details>
            )}
          </>
        ) : (
          <p className="soft small">{knowledge.length > 0 ? t('unaskedNone') : t('unaskedEmpty')}</p>
        )}
      </section>
      {mayChange && (
        <section className="stack tight">
          <h2>{t('templatesTitle')}</h2>
          <p className="soft small">{t('templatesText')}</p>
          {templates.map(({ key, name, questions: offered }, i) => {
            const there = offered.every((text) => questions.some((q) => q.text === text));
            return (
              <details key={key} className={styles.template} open={questions.length === 0 && i === 0}>
                <summary>{name}</summary>
                <ol lang={language}>
                  {offered.map((text) => (
                    <li key={text}>{text}</li>
                  ))}
                </ol>
                {there ? (
                  <p className="small soft">{t('templateThere')}</p>
                ) : (
                  <button type="button" className="button" onClick={() => onApply(key)}>
                    {t('templateAdd')}
                    <span className="visually-hidden"> {name}</span>
                  </button>
                )}
              </details>
            );
          })}
        </section>
      )}
    </aside>
  );
}
