import { type Subject, subjectKey } from '@/lib/review/subject.ts';
import { DecisionWords } from './decision.tsx';
import { DecideForm, SubjectFields } from './form.tsx';
import { isApart, snapshotPath, subjectPath, type Talk } from './talk.ts';

/**
 * What has been decided on a subject, its history, and the way to decide. Plain HTML: it works without
 * JavaScript, and on paper an open question has lines to write on.
 */
export function Decide({ talk, subject }: { talk: Talk; subject: Subject }) {
  const { t, may } = talk;
  const held = talk.decided.get(subjectKey(subject));
  const current = held?.current ?? null;
  return (
    <>
      {current ? (
        <DecisionWords decision={current} talk={talk} />
      ) : (
        !may.decide && <p className="small soft no-print">{t('none')}</p>
      )}
      {!current && <OnPaper talk={talk} />}
      <div className="talk-acts no-print">
        {current && may.decide && <DoneButton talk={talk} subject={subject} />}
        {may.decide && <Deciding talk={talk} subject={subject} />}
        {held && held.before.length > 0 && <History talk={talk} subject={subject} />}
      </div>
    </>
  );
}

/** The form, folded; in a long report the way to it. */
function Deciding({ talk, subject }: { talk: Talk; subject: Subject }) {
  const { t } = talk;
  const current = talk.decided.get(subjectKey(subject))?.current ?? null;
  const label = t(current ? 'form.change' : 'form.open');
  const name = t(current ? 'form.changeOf' : 'form.openOf', { name: talk.nameOf(subject) });
  if (isApart(talk, subject))
    return (
      <a className="button" href={subjectPath(talk, subject)} aria-label={name}>
        {label}
      </a>
    );
  return (
    <details className="talk-fold">
      <summary className="button" aria-label={name}>
        {label}
      </summary>
      <DecideForm talk={talk} subject={subject} decision={current} />
      {current && <Withdraw talk={talk} subject={subject} />}
    </details>
  );
}

function StatusForm({
  talk,
  subject,
  status,
  label,
  name,
  className = 'button',
}: {
  talk: Talk;
  subject: Subject;
  status: 'open' | 'done' | 'withdrawn';
  label: string;
  name?: string;
  className?: string;
}) {
  const action = `${snapshotPath(talk.workshopId, talk.number)}/decide/status`;
  return (
    <form method="post" action={action}>
      <SubjectFields subject={subject} revision={talk.decided.get(subjectKey(subject))?.revision ?? 0} />
      <button type="submit" name="status" value={status} className={className} aria-label={name}>
        {label}
      </button>
    </form>
  );
}

function DoneButton({ talk, subject }: { talk: Talk; subject: Subject }) {
  const { t } = talk;
  const name = talk.nameOf(subject);
  const done = talk.decided.get(subjectKey(subject))?.current?.status === 'done';
  return (
    <StatusForm
      talk={talk}
      subject={subject}
      status={done ? 'open' : 'done'}
      label={t(done ? 'reopen' : 'markDone')}
      name={t(done ? 'reopenOf' : 'markDoneOf', { name })}
    />
  );
}

/** For a decision that was a mistake; what was written stays in the history. */
function Withdraw({ talk, subject }: { talk: Talk; subject: Subject }) {
  const label = talk.t('withdraw');
  return (
    <StatusForm
      talk={talk}
      subject={subject}
      status="withdrawn"
      label={label}
      className="button quiet danger"
    />
  );
}

function History({ talk, subject }: { talk: Talk; subject: Subject }) {
  const { t } = talk;
  const before = talk.decided.get(subjectKey(subject))?.before ?? [];
  return (
    <details className="talk-fold">
      <summary className="button quiet" aria-label={t('historyOf', { name: talk.nameOf(subject) })}>
        {t('history', { n: before.length })}
      </summary>
      <ol className="talk-history">
        {before.map((revision) => (
          <li key={revision.revision}>
            <DecisionWords decision={revision} talk={talk} isPast />
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Boxes and lines for a pen. */
function OnPaper({ talk: { t } }: { talk: Talk }) {
  return (
    <p className="talk-paper" aria-hidden="true">
      <span>☐ {t('choice.do')}</span>
      <span>☐ {t('choice.ask')}</span>
      <span>☐ {t('choice.notNow')}</span>
      <span className="talk-blank">{t('paper')}:</span>
      <span className="talk-blank">{t('paperDue')}:</span>
    </p>
  );
}
