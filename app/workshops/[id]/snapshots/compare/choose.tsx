import type { Locale } from '@/lib/i18n/locale.ts';
import { formatter, translator } from '@/lib/i18n/translator.ts';
import type { SideName, SnapshotSummary } from '@/lib/services/snapshots.ts';
import type { MapName } from '@/lib/sync/protocol.ts';
import styles from './compare.module.css';

interface ChooseProps {
  /** Newest first; only those that can be read. */
  snapshots: readonly SnapshotSummary[];
  /** The live maps the reader may see. */
  maps: readonly MapName[];
  from: SideName;
  to: SideName;
  locale: Locale;
}

/** Which two are compared: a plain form, so that it needs no script and the address can be sent on. */
export function Choose({ snapshots, maps, from, to, locale }: ChooseProps) {
  const t = translator(locale, 'compare');
  const format = formatter(locale);
  const options = (
    <>
      {maps.map((map) => (
        <option key={map} value={map}>
          {t(`now.${map}`)}
        </option>
      ))}
      {snapshots.map(({ number, map, label, takenAt }) => {
        const date = format.dateTime(takenAt, { dateStyle: 'medium' });
        return (
          <option key={number} value={number}>
            {t(map === 'toBe' ? 'toBeSnapshot' : 'snapshot', { number, label, date })}
          </option>
        );
      })}
    </>
  );
  return (
    <form className={styles.choose} method="get" aria-label={t('choose')}>
      <div className="field">
        <label htmlFor="compare-from">{t('from')}</label>
        <select id="compare-from" name="from" defaultValue={String(from)}>
          {options}
        </select>
      </div>
      <div className="field">
        <label htmlFor="compare-to">{t('to')}</label>
        <select id="compare-to" name="to" defaultValue={String(to)}>
          {options}
        </select>
      </div>
      <div className={styles.go}>
        <button type="submit" className="button primary">
          {t('go')}
        </button>
        <a className={styles.swap} href={`?from=${to}&to=${from}`}>
          {t('swap')}
        </a>
      </div>
    </form>
  );
}
