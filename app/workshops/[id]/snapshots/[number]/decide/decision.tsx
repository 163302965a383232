import type { ReactNode } from 'react';
import type { Decision } from '@/lib/review/subject.ts';
import type { Revision } from '@/lib/services/decisions.ts';
import { ChoiceMark } from './choice.tsx';
import type { Talk } from './talk.ts';

type Told = Pick<Talk, 't' | 'day' | 'contentLocale' | 'today' | 'number'>;

/** One decision, or an earlier revision of it, in words. */
export function DecisionWords({
  decision,
  talk,
  isPast = false,
  children,
}: {
  decision: Revision;
  talk: Told;
  /** Another decision has taken its place: it cannot be late any more. */
  isPast?: boolean;
  children?: ReactNode;
}) {
  const { t, contentLocale, number } = talk;
  const { choice, text, status } = decision;
  return (
    <div className="talk-decision">
      <p className="talk-line">
        {status === 'withdrawn' ? (
          <span className="talk-choice">{t('status.withdrawn')}</span>
        ) : (
          <ChoiceMark choice={choice} t={t} />
        )}
        {status === 'done' && <span className="chip">{t('status.done')}</span>}
        <Given decision={decision} talk={isPast ? { ...talk, today: '' } : talk} />
      </p>
      {text && (
        <p className="talk-text" lang={contentLocale}>
          {text}
        </p>
      )}
      <p className="small soft">
        {madeBy(decision, talk)}
        {decision.number !== number && ` · ${t('onNumber', { number: decision.number })}`}
      </p>
      {children}
    </div>
  );
}

/** To whom, and by when. */
function Given({
  decision: { owner, functionName, dueOn, status },
  talk,
}: {
  decision: Revision;
  talk: Told;
}) {
  const { t, day, today } = talk;
  const who = [owner, functionName].filter(Boolean).join(', ');
  const late = isLate({ dueOn, status }, today);
  const due = dueOn && t(late ? 'overdue' : status === 'done' ? 'dueDone' : 'due', { date: day(dueOn) });
  return (
    <>
      {who && <b className="talk-who">{who}</b>}
      {due && <span className={late ? 'talk-late' : 'soft'}>{due}</span>}
    </>
  );
}

/** Open, and its day has passed. */
export const isLate = ({ dueOn, status }: Pick<Revision, 'dueOn' | 'status'>, today: string): boolean =>
  status === 'open' && dueOn !== null && dueOn < today;

export const madeBy = ({ by, at }: Pick<Decision, 'by' | 'at'>, { t, day }: Pick<Talk, 't' | 'day'>) =>
  by ? t('made', { by, date: day(at) }) : t('madeGone', { date: day(at) });
