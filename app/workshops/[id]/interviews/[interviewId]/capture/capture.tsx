'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { NamedTouchpoint } from '@/lib/notes/touchpoint.ts';
import type { GuideQuestion } from '@/lib/services/guides.ts';
import styles from './capture.module.css';

export interface CaptureProps {
  workshopId: string;
  interview: {
    id: string;
    alias: string;
    /** The notes are not done yet. */
    before: boolean;
    /** The clock has been started before. */
    begun: boolean;
    /** Whoever opens it asks the questions, and reads more than they type. */
    asks: boolean;
  };
  user: { id: string; name: string };
  guide: GuideQuestion[];
  touchpoints: NamedTouchpoint[];
  /** Of the words. */
  language: string;
}

// Only in the browser, and only here: the editor is no other page's weight.
const Live = dynamic(() => import('./live.tsx'), { ssr: false });

/** The capture screen; until the notes have come it says so. */
export function Capture(props: CaptureProps) {
  const t = useTranslations('interviews.capture');
  const [there, setThere] = useState(false);
  return (
    <main id="content" className={styles.page} data-fill>
      <h1 className="visually-hidden">{t('label', { alias: props.interview.alias })}</h1>
      {!there && (
        <p className={styles.coming} role="status">
          <span>{t('loading')}</span>
          <noscript>{t('unscripted')}</noscript>
        </p>
      )}
      <Live {...props} onThere={setThere} />
    </main>
  );
}
