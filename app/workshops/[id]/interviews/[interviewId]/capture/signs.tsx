import { type ReactNode, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from './notes.module.css';

const KEY = 'utifran.capture.signs';

const SIGNS = [
  ['”', 'signQuote'],
  ['!', 'signFriction'],
  [':(', 'signEmotion'],
  ['?', 'signAgain'],
  ['#', 'signTouchpoint'],
] as const;
const KEYS = ['signAlone', 'signEscape', 'keySpeaker', 'keyAsked', 'keyPrompts', 'keyPanels'] as const;

const key = (words: ReactNode) => <kbd>{words}</kbd>;

/** The signs a line begins with; put away once they are known, and brought back by the same button. */
export function Signs() {
  const t = useTranslations('interviews.capture');
  const [open, setOpen] = useState(true);
  useEffect(() => {
    try {
      const held = localStorage.getItem(KEY);
      // On a phone the notes need the room more.
      setOpen(held ? held === 'here' : matchMedia('(min-width: 48rem)').matches);
    } catch {
      // A browser that keeps nothing shows them each time.
    }
  }, []);
  const toggle = () => {
    setOpen(!open);
    try {
      localStorage.setItem(KEY, open ? 'away' : 'here');
    } catch {
      // As above.
    }
  };
  return (
    <>
      <button
        type="button"
        className={styles.help}
        aria-expanded={open}
        aria-controls="capture-signs"
        title={open ? t('signsClose') : undefined}
        onMouseDown={(event) => event.preventDefault()}
        onClick={toggle}
      >
        {t('signs')} <span aria-hidden="true">{open ? '×' : '?'}</span>
      </button>
      <div id="capture-signs" className={styles.signs} hidden={!open}>
        <p>
          <span className="soft">{t('signsTitle')}</span>
          {SIGNS.map(([sign, words]) => (
            <span key={sign} className={styles.sign}>
              <kbd>{sign}</kbd> {t.rich(words, { k: key })}
            </span>
          ))}
        </p>
        <p className={styles.keys}>
          {KEYS.map((words) => (
            <span key={words} className={styles.sign}>
              {t.rich(words, { k: key })}
            </span>
          ))}
        </p>
      </div>
    </>
  );
}
