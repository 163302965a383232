import { translations } from '@/lib/i18n/server.ts';
import type { Gap, Side } from '@/lib/journey/gap/index.ts';
import { signed } from '@/lib/journey/svg/index.ts';
import styles from './gap.module.css';

/** Both maps beside each other in the figures that sum them up. */
export async function GapFigures({ gap, lang }: { gap: Gap; lang: string }) {
  const t = await translations('toBe');
  const names = new Map(gap.rows.map((row) => [row.touchpointId, row.name]));
  const dipOf = ({ capital: { dip } }: Side) =>
    dip === null ? (
      '–'
    ) : (
      <span lang={lang}>
        {t('gap.dipAt', { value: signed(dip.plain), name: names.get(dip.touchpointId) ?? '' })}
      </span>
    );
  const lines: [string, (side: Side) => React.ReactNode][] = [
    [t('gap.capital'), ({ capital }) => (capital.marked > 0 ? signed(capital.plain) : '–')],
    [t('gap.buffer'), ({ capital }) => t(`gap.alarm.${capital.alarm}`, { buffer: capital.requiredBuffer })],
    [t('gap.dip'), dipOf],
    [t('gap.touchpoints'), ({ touchpoints }) => touchpoints],
    [t('gap.minus'), ({ ratio }) => ratio.minus],
    [t('gap.ratio'), ({ ratio }) => `${ratio.plus} : ${ratio.minus}`],
  ];
  return (
    <section className="stack" aria-labelledby="figures">
      <h2 id="figures">{t('gap.figures')}</h2>
      <table className={`table ${styles.figures}`}>
        <thead>
          <tr>
            <th scope="col">{t('gap.figure')}</th>
            <th scope="col">{t('gap.asIs')}</th>
            <th scope="col">{t('gap.toBe')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([label, of]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{of(gap.today)}</td>
              <td>{of(gap.aimed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
