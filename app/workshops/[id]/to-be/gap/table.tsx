import { translations } from '@/lib/i18n/server.ts';
import { type Gap, type GapRow, isSame } from '@/lib/journey/gap/index.ts';
import { signed } from '@/lib/journey/svg/index.ts';
import styles from './gap.module.css';
import { MarkWord } from './mark.tsx';

interface GapTableProps {
  gap: Gap;
  decimal: '.' | ',';
  /** Of what stands on the maps. */
  lang: string;
}

/** Every touchpoint of either map: what it is, what it is to be, and what that does to the capital. */
export async function GapTable({ gap, decimal, lang }: GapTableProps) {
  const t = await translations('toBe');
  const sum = gap.aimed.capital.plain - gap.today.capital.plain;
  return (
    <section className="stack" aria-labelledby="table">
      <h2 id="table">{t('gap.table')}</h2>
      <p className="soft">{t('gap.tableText', { sum: signed(sum) })}</p>
      <table className={`table ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col">{t('gap.touchpoint')}</th>
            <th scope="col">{t('gap.asIs')}</th>
            <th scope="col">{t('gap.toBe')}</th>
            <th scope="col">{t('gap.feeling')}</th>
            <th scope="col">{t('gap.effect')}</th>
            <th scope="col">{t('gap.fateTitle')}</th>
          </tr>
        </thead>
        <tbody>
          {gap.rows.map((row, i) => (
            <Row
              key={row.touchpointId}
              row={row}
              isFirst={gap.rows[i - 1]?.phaseId !== row.phaseId}
              decimal={decimal}
              lang={lang}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  row: GapRow;
  /** Of its phase. */
  isFirst: boolean;
  decimal: string;
  lang: string;
}

async function Row({ row, isFirst, decimal, lang }: RowProps) {
  const t = await translations('toBe');
  const mean = (stand: GapRow['today']) =>
    stand?.meanValence == null ? '–' : signed(Math.round(stand.meanValence * 10) / 10, decimal);
  const fate = row.fate === 'kept' && row.moved ? 'moved' : row.fate;
  return (
    <tr data-fate={fate} data-first={isFirst || undefined} data-same={isSame(row) || undefined}>
      <th scope="row" lang={lang}>
        {isFirst && <span className={styles.phase}>{row.phase}</span>}
        <span className={styles.name}>{row.name}</span>
        {row.wasCalled !== null && (
          <span className="small soft">{t('gap.was', { name: row.wasCalled })}</span>
        )}
      </th>
      <td data-label={t('gap.asIs')}>
        <MarkWord stand={row.today} />
      </td>
      <td data-label={t('gap.toBe')}>
        <MarkWord stand={row.aimed} />
      </td>
      <td data-label={t('gap.feeling')}>
        <span>
          {mean(row.today)} <span aria-hidden="true">→</span> {mean(row.aimed)}
        </span>
      </td>
      <td data-label={t('gap.effect')} className={styles.effect} data-effect={Math.sign(row.effect)}>
        {signed(row.effect)}
      </td>
      <td data-label={t('gap.fateTitle')}>{t(`gap.fate.${fate}`, { name: row.into?.name ?? '' })}</td>
    </tr>
  );
}
