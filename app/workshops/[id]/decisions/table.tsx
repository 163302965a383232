import type { Locale } from '@/lib/i18n/locale.ts';
import type { translations } from '@/lib/i18n/server.ts';
import { subjectKey } from '@/lib/review/subject.ts';
import type { ListedDecision } from '@/lib/services/decisions.ts';
import { ChoiceMark } from '../snapshots/[number]/decide/choice.tsx';
import { isLate } from '../snapshots/[number]/decide/decision.tsx';
import { SubjectFields } from '../snapshots/[number]/decide/form.tsx';
import { anchorOf, dayIn, short, snapshotPath } from '../snapshots/[number]/decide/talk.ts';
import styles from './decisions.module.css';

interface Props {
  workshopId: string;
  decisions: readonly ListedDecision[];
  mayDecide: boolean;
  /** The path with what is asked for, to come back to. */
  here: string;
  today: string;
  locale: Locale;
  contentLocale: Locale;
  t: Awaited<ReturnType<typeof translations<'decisions'>>>;
}

/** The decisions, what is due first at the top; on a narrow screen a block each. */
export function DecisionsTable(props: Props) {
  const { decisions, t } = props;
  return (
    <table className={`table ${styles.table}`}>
      <caption className="visually-hidden">{t('list.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('list.about')}</th>
          <th scope="col">{t('list.decided')}</th>
          <th scope="col">{t('list.owner')}</th>
          <th scope="col">{t('list.due')}</th>
          <th scope="col">{t('list.state')}</th>
        </tr>
      </thead>
      <tbody>
        {decisions.map((decision) => (
          <Row key={subjectKey(decision.subject)} decision={decision} {...props} />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  decision,
  workshopId,
  mayDecide,
  here,
  today,
  locale,
  contentLocale,
  t,
}: Props & { decision: ListedDecision }) {
  const { subject, about, number, choice, text, owner, functionName, dueOn, status } = decision;
  const name = nameOf(decision, t);
  const late = isLate(decision, today);
  return (
    <tr data-status={status}>
      <th scope="row" className={styles.about}>
        <span className="small soft">
          {subject.kind !== 'snapshot' && t(`subject.${subject.kind}`)}
          {about?.at && ` · ${about.at}`}
        </span>
        <a href={`${snapshotPath(workshopId, number)}#${anchorOf(subject)}`} lang={contentLocale}>
          {name}
        </a>
        <span className="small soft">{t('list.from', { number })}</span>
      </th>
      <td className={styles.decided}>
        <ChoiceMark choice={choice} t={t} />
        {text && (
          <p className="talk-text" lang={contentLocale}>
            {text}
          </p>
        )}
      </td>
      <td data-label={t('list.owner')}>
        {owner || functionName ? (
          <>
            {owner && <b className="talk-who">{owner}</b>}
            {functionName && <span className={styles.function}>{functionName}</span>}
          </>
        ) : (
          <span className="soft">{t('list.noOwner')}</span>
        )}
      </td>
      <td data-label={t('list.due')} className={late ? 'talk-late' : undefined}>
        {dueOn ? (
          late ? (
            t('overdue', { date: dayIn(locale)(dueOn) })
          ) : (
            dayIn(locale)(dueOn)
          )
        ) : (
          <span className="soft">{t('list.noDue')}</span>
        )}
      </td>
      <td className={styles.state}>
        <span>{t(`status.${status}`)}</span>
        {mayDecide && (
          <form
            method="post"
            action={`${snapshotPath(workshopId, number)}/decide/status`}
            className="no-print"
          >
            <SubjectFields subject={subject} revision={decision.revision} />
            <input type="hidden" name="back" value={here} />
            <button
              type="submit"
              name="status"
              value={status === 'open' ? 'done' : 'open'}
              className="button"
              aria-label={t(status === 'open' ? 'markDoneOf' : 'reopenOf', { name })}
            >
              {t(status === 'open' ? 'markDone' : 'reopen')}
            </button>
          </form>
        )}
      </td>
    </tr>
  );
}

function nameOf({ subject, about }: ListedDecision, t: Props['t']): string {
  if (subject.kind === 'snapshot') return t('subject.snapshot');
  return about ? short(about.name) : t('gone', { kind: subject.kind });
}
