import { formats, translations } from '@/lib/i18n/server.ts';
import type { ErasePreview } from '@/lib/services/interviews.ts';
import styles from './erase.module.css';

/** What goes and what stays, in so many words. */
export async function Goes({ preview }: { preview: ErasePreview }) {
  const t = await translations('interviews');
  const format = await formats();
  const { turns, findings, cards, snapshots, damaged } = preview;
  return (
    <div className={styles.both}>
      <section className="stack tight" aria-labelledby="goes">
        <h2 id="goes">{t('erase.goes')}</h2>
        <ul>
          <li>{t('erase.turns', { n: turns })}</li>
          <li>{t('erase.findings', { n: findings })}</li>
          <li>{t('erase.cards', { n: cards })}</li>
          <li>{t('erase.snapshots', { n: snapshots.length, list: format.list(snapshots.map(String)) })}</li>
          {damaged.length > 0 && (
            <li>{t('erase.damaged', { n: damaged.length, list: format.list(damaged.map(String)) })}</li>
          )}
          <li>{t('erase.devices')}</li>
        </ul>
      </section>
      <section className="stack tight" aria-labelledby="stays">
        <h2 id="stays">{t('erase.stays')}</h2>
        <p>{t('erase.staysWhat')}</p>
        <p>{t('erase.backups')}</p>
      </section>
    </div>
  );
}
