import { CARD_KINDS, type CardKind } from '../../../journey/model.ts';
import { useMapText } from '../text.ts';
import type { TrayQuery } from './groups.ts';
import styles from './tray.module.css';

interface ToolsProps {
  query: TrayQuery;
  set: (fields: Partial<TrayQuery>) => void;
  /** Interviews that have something in the tray, by id. */
  interviews: ReadonlyMap<string, string>;
  kinds: ReadonlySet<CardKind>;
}

/** Search and filters over the tray's list. */
export function TrayTools({ query, set, interviews, kinds }: ToolsProps) {
  const t = useMapText();
  return (
    <search className={styles.tools}>
      <input
        type="search"
        className={styles.search}
        aria-label={t('tray.search')}
        placeholder={t('tray.search')}
        value={query.typed}
        onChange={(event) => set({ typed: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && query.typed) {
            event.stopPropagation();
            set({ typed: '' });
          }
        }}
      />
      {(interviews.size > 1 || kinds.size > 1) && (
        <div className={styles.filters}>
          <select
            aria-label={t('tray.filterInterview')}
            value={query.interviewId}
            onChange={(event) => set({ interviewId: event.target.value })}
          >
            <option value="">{t('tray.allInterviews')}</option>
            {[...interviews].map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <select
            aria-label={t('tray.filterKind')}
            value={query.kind}
            onChange={(event) => set({ kind: event.target.value as CardKind | '' })}
          >
            <option value="">{t('tray.allKinds')}</option>
            {CARD_KINDS.filter((kind) => kinds.has(kind)).map((kind) => (
              <option key={kind} value={kind}>
                {t(`kind.${kind}`)}
              </option>
            ))}
          </select>
        </div>
      )}
    </search>
  );
}
