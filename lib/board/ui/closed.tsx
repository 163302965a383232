import styles from './map-screen.module.css';
import { useMapText } from './text.ts';

/** The server ended the session for good: signed out, removed, or the workshop is gone. */
export function Closed() {
  const t = useMapText();
  return (
    <div className={`panel stack ${styles.empty}`} role="alert">
      <h2>{t('closed.title')}</h2>
      <p>{t('closed.body')}</p>
      <p>
        <button type="button" className="button primary" onClick={() => location.reload()}>
          {t('closed.reload')}
        </button>
      </p>
    </div>
  );
}
