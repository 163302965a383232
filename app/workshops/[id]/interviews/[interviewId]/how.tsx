'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './reader.module.css';

const key = (chunks: ReactNode) => <kbd>{chunks}</kbd>;

/** How what is marked is reached by keyboard, above the list of it. */
export function HowMarks() {
  const t = useTranslations('interviews');
  return <p className={`small soft ${styles.keys}`}>{t.rich('across.howMarks', { k: key })}</p>;
}

/** How marking works, in two lines above the transcript. */
export function How() {
  const t = useTranslations('interviews.read');
  return (
    <div className="small soft" id="how">
      <p>{t('howMouse')}</p>
      <p className={styles.keys}>{t.rich('howKeys', { k: key })}</p>
    </div>
  );
}
