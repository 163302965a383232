import Link from 'next/link';
import type { formats, translations } from '@/lib/i18n/server.ts';
import type { InterviewSummary } from '@/lib/services/interviews.ts';
import styles from './list.module.css';

type T = Awaited<ReturnType<typeof translations<'interviews'>>>;
type Formats = Awaited<ReturnType<typeof formats>>;

interface Props {
  workshopId: string;
  interviews: readonly InterviewSummary[];
  /** Names of personas by id. */
  personas: ReadonlyMap<string, string>;
  now: Date;
  t: T;
  formats: Formats;
}

/** One line per interview; on a narrow screen each becomes a small sheet with its figures named. */
export function InterviewTable({ workshopId, interviews, personas, now, t, formats: format }: Props) {
  const base = `/workshops/${workshopId}/interviews`;
  return (
    <table className={`table ${styles.table}`}>
      <thead>
        <tr>
          <th scope="col">{t('plan.who')}</th>
          <th scope="col">{t('plan.segmentCol')}</th>
          <th scope="col">{t('plan.whenCol')}</th>
          <th scope="col">{t('plan.teamCol')}</th>
          <th scope="col" className={styles.number}>
            {t('plan.turnsCol')}
          </th>
          <th scope="col" className={styles.number}>
            {t('plan.findingsCol')}
          </th>
          <th scope="col">{t('plan.stateCol')}</th>
        </tr>
      </thead>
      <tbody>
        {interviews.map((interview) => {
          const href = hrefOf(base, interview);
          const before = interview.status === 'planned' || interview.status === 'capturing';
          const persona = interview.personaId && personas.get(interview.personaId);
          return (
            <tr key={interview.id}>
              <th scope="row" className={styles.who}>
                {href ? <Link href={href}>{interview.alias}</Link> : <span>{interview.alias}</span>}
                <span className="small soft">
                  {t(`kind.${interview.kind}`)}
                  {interview.own && ` · ${t('list.mine')}`}
                </span>
              </th>
              <td data-label={t('plan.segmentCol')} data-none={(!interview.segment && !persona) || undefined}>
                <span className={styles.lines}>
                  {interview.segment || !persona ? <span>{interview.segment || '–'}</span> : null}
                  {persona && <span className="small soft">{persona}</span>}
                </span>
              </td>
              <td data-label={t('plan.whenCol')}>{when(interview, now, t, format)}</td>
              <td data-label={t('plan.teamCol')}>
                <span className={styles.lines}>
                  {interview.interviewer || interview.noteTaker ? (
                    [interview.interviewer, interview.noteTaker]
                      .filter((name, i, both) => name !== null && both.indexOf(name) === i)
                      .map((name) => <span key={name}>{name}</span>)
                  ) : (
                    <span className="soft">{t('plan.noTeam')}</span>
                  )}
                </span>
              </td>
              <td data-label={t('plan.turnsCol')} className={styles.number} data-none={before || undefined}>
                {before ? '–' : format.number(interview.turns)}
              </td>
              <td
                data-label={t('plan.findingsCol')}
                className={styles.number}
                data-none={before || undefined}
              >
                {before ? '–' : format.number(interview.findings)}
              </td>
              <td data-label={t('plan.stateCol')}>
                <span className={styles.lines}>
                  <span className={styles.state} data-status={interview.status}>
                    {t(`status.${interview.status}`)}
                  </span>
                  {interview.sharedAt && interview.sharedBy && (
                    <span className="small soft">
                      {t('plan.sharedWhen', {
                        date: format.dateTime(interview.sharedAt, { dateStyle: 'medium' }),
                        name: interview.sharedBy,
                      })}
                    </span>
                  )}
                  {!interview.consented && interview.plannable && (
                    <Link className="small" href={`${base}/plan/${interview.id}#consent-record`}>
                      {t('plan.noConsent')}
                    </Link>
                  )}
                  {interview.consented && !interview.quoteOnMap && (
                    <span className="small soft">{t('list.noQuotes')}</span>
                  )}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Where an interview is opened: its plan until it has been held, then what was said; null where neither may be. */
function hrefOf(base: string, { id, status, readable, plannable }: InterviewSummary): string | null {
  if (status === 'planned' || status === 'capturing') return plannable ? `${base}/plan/${id}` : null;
  return readable ? `${base}/${id}` : null;
}

function when({ status, plannedAt, heldOn }: InterviewSummary, now: Date, t: T, format: Formats) {
  if (status !== 'planned' && heldOn)
    return format.dateTime(new Date(`${heldOn}T12:00:00Z`), { dateStyle: 'medium' });
  if (!plannedAt) return status === 'planned' ? <span className="soft">{t('plan.noTime')}</span> : '–';
  return (
    <span className={styles.lines}>
      <span>{format.dateTime(plannedAt, { dateStyle: 'medium', timeStyle: 'short' })}</span>
      {status === 'planned' && plannedAt < now && <span className="small soft">{t('plan.overdue')}</span>}
    </span>
  );
}
