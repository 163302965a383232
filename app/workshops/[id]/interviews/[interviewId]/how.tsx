'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './reader.module.css';

/** How marking works, in two lines above the transcript. */
export function How() {
  const t = useTranslations('interviews.read');
  return (
    <div className="small soft" id="how">
      <p>{t('howMouse')}</p>
      <p className={styles.keys}>{t.rich('howKeys', { k: (chunks: ReactNode) => <kbd>{chunks}</kbd> })}</p>
    </div>
  );
}
