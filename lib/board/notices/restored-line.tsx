import { useEffect, useState } from 'react';
import type { Notice } from '../../sync/protocol.ts';
import type { Board } from '../board.ts';
import type { BoardSession } from '../session.ts';
import { useValue } from '../signals.ts';
import { useMapText } from '../ui/text.ts';
import styles from './restored-line.module.css';

type Restored = Extract<Notice, { type: 'restored' }>;

/**
 * Why the whole map has just become another: somebody restored a snapshot. Says who, and where what was here
 * before is kept; stays until it is read. Over every view of the map.
 */
export function RestoredLine({ board, session }: { board: Board; session: BoardSession }) {
  const t = useMapText();
  const [news, setNews] = useState<Restored | null>(null);
  const members = useValue(board.$members);
  useEffect(() => {
    const off = session.onNotice((notice) => {
      if (notice.type === 'restored') setNews(notice);
    });
    return () => {
      if (typeof off === 'function') off();
    };
  }, [session]);
  const { userId, workshopId } = board.options;
  const name = members.get(news?.by ?? '')?.name ?? t('restored.somebody');
  return (
    <div className={styles.around}>
      <div className={styles.line} data-shown={news ? true : undefined}>
        <span role="status">
          {news &&
            (news.by === userId
              ? t('restored.you', { number: news.number })
              : t('restored.other', { name, number: news.number }))}
          {news?.safety && ` ${t('restored.kept', { number: news.safety })}`}
        </span>
        {news && (
          <>
            {news.safety && (
              <a
                className={styles.link}
                href={`/workshops/${workshopId}/snapshots/compare?from=${news.safety}&to=${news.number}`}
              >
                {t('restored.see')}
              </a>
            )}
            <button type="button" aria-label={t('close')} title={t('close')} onClick={() => setNews(null)}>
              <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
                <path d="m4 4 8 8m0-8-8 8" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
              </svg>
            </button>
          </>
        )}
      </div>
    </div>
  );
}
