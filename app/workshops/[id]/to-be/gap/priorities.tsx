import { translations } from '@/lib/i18n/server.ts';
import type { Gap, GapRow } from '@/lib/journey/gap/index.ts';
import styles from './gap.module.css';
import { MarkWord } from './mark.tsx';

/** The touchpoints to lift, the most urgent first, with how that was reckoned. */
export async function Priorities({ gap, lang }: { gap: Gap; lang: string }) {
  const t = await translations('toBe');
  const byId = new Map(gap.rows.map((row) => [row.touchpointId, row]));
  const rows = gap.priorities.flatMap((id) => byId.get(id) ?? []);
  return (
    <section className="stack" aria-labelledby="priorities">
      <h2 id="priorities">{t('gap.priorities')}</h2>
      {rows.length === 0 ? (
        <p className="empty">{t('gap.noPriorities')}</p>
      ) : (
        <>
          <p className="soft">{t('gap.prioritiesText')}</p>
          <ol className={styles.priorities}>
            {rows.map((row) => (
              <li key={row.touchpointId}>
                <Priority row={row} lang={lang} />
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

async function Priority({ row, lang }: { row: GapRow; lang: string }) {
  const t = await translations('toBe');
  const weight = row.today?.weight ?? 1;
  const { lift, priority } = row;
  return (
    <div className={styles.priority}>
      <span className={styles.name} lang={lang}>
        {row.name}
      </span>
      <span className={styles.from}>
        <MarkWord stand={row.today} /> <span aria-hidden="true">→</span> <MarkWord stand={row.aimed} />
      </span>
      <span className={`soft tabular ${styles.sum}`}>
        <span aria-hidden="true">{t('gap.priority', { lift: lift ?? 0, weight, priority })}</span>
        <span className="visually-hidden">
          {t('gap.priorityTold', { lift: lift ?? 0, weight, priority })}
        </span>
      </span>
    </div>
  );
}
