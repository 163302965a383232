import { translations } from '@/lib/i18n/server.ts';
import type { Stand } from '@/lib/journey/gap/index.ts';
import { MarkSign } from '@/lib/journey/svg/column-meta.tsx';
import styles from './gap.module.css';

/** What a touchpoint does to the expectation on one map, as a sign and a word; `null`: it is not on that map. */
export async function MarkWord({ stand }: { stand: Stand | null }) {
  const t = await translations('toBe');
  if (!stand) return <span className="soft">{t('gap.marks.absent')}</span>;
  if (stand.mark === null) return <span className="soft">{t('gap.marks.none')}</span>;
  return (
    <span className={styles.mark}>
      <svg width="16" height="16" aria-hidden="true">
        <MarkSign mark={stand.mark} x={8} y={8} />
      </svg>
      {t(`gap.marks.${`${stand.mark}` as '1' | '0' | '-1'}`)}
    </span>
  );
}
