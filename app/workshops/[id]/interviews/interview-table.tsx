import Link from 'next/link';
import type { formats, translations } from '@/lib/i18n/server.ts';
import type { InterviewSummary } from '@/lib/services/interviews.ts';
import styles from './list.module.css';

/** One line per interview; on a narrow screen each becomes a small sheet with its figures named. */
export function InterviewTable({
  workshopId,
  interviews,
  t,
  formats: format,
}: {
  workshopId: string;
  interviews: readonly InterviewSummary[];
  t: Awaited<ReturnType<typeof translations<'interviews'>>>;
  formats: Awaited<ReturnType<typeof formats>>;
}) {
  const held = (date: string) => format.dateTime(new Date(`${date}T12:00:00Z`), { dateStyle: 'medium' });
  return (
    <table className={`table ${styles.table}`}>
      <thead>
        <tr>
          <th scope="col">{t('list.who')}</th>
          <th scope="col">{t('list.held')}</th>
          <th scope="col" className={styles.number}>
            {t('list.turns')}
          </th>
          <th scope="col" className={styles.number}>
            {t('list.findings')}
          </th>
          <th scope="col">{t('list.state')}</th>
        </tr>
      </thead>
      <tbody>
        {interviews.map((interview) => (
          <tr key={interview.id}>
            <th scope="row" className={styles.who}>
              <Link href={`/workshops/${workshopId}/interviews/${interview.id}`}>{interview.alias}</Link>
              <span className="small soft">
                {t(`kind.${interview.kind}`)}
                {interview.own && ` · ${t('list.mine')}`}
              </span>
            </th>
            <td data-label={t('list.held')}>{interview.heldOn ? held(interview.heldOn) : '–'}</td>
            <td data-label={t('list.turns')} className={styles.number}>
              {format.number(interview.turns)}
            </td>
            <td data-label={t('list.findings')} className={styles.number}>
              {format.number(interview.findings)}
            </td>
            <td data-label={t('list.state')}>
              <span className={styles.state} data-shared={interview.status === 'shared'}>
                {t(`status.${interview.status}`)}
              </span>
              {!interview.quoteOnMap && <span className="small soft">{t('list.noQuotes')}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
