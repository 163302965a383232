import { useTranslations } from 'use-intl';
import { Confirm } from '@/lib/board/ui/confirm.tsx';
import styles from './capture.module.css';

/** What the server did not take, so that it can be copied; the notes behind are already the server's. */
export function Refused({ texts, onClose }: { texts: string[]; onClose: () => void }) {
  const t = useTranslations('interviews.capture');
  const words = texts.join('\n');
  return (
    <Confirm
      title={t('refusedTitle')}
      confirm={t(words ? 'refusedCopy' : 'refusedGoOn')}
      onConfirm={() => {
        if (words) void navigator.clipboard?.writeText(words).catch(() => undefined);
      }}
      onClose={onClose}
    >
      <p>{t(words ? 'refusedBody' : 'refusedNone')}</p>
      {words && <textarea readOnly rows={5} value={words} aria-label={t('refusedWords')} />}
    </Confirm>
  );
}

/** The server ended the session for good: signed out, off the team, or the interview is gone. */
export function Closed() {
  const t = useTranslations('interviews.capture');
  return (
    <div className={`panel stack ${styles.closed}`} role="alert">
      <h2>{t('closedTitle')}</h2>
      <p>{t('closedBody')}</p>
      <p>
        <button type="button" className="button primary" onClick={() => location.reload()}>
          {t('closedReload')}
        </button>
      </p>
    </div>
  );
}
