import { CHOICES, type Decision, type Subject, subjectKey } from '@/lib/review/subject.ts';
import { MOST_NAME, MOST_WORDS } from '@/lib/services/decisions.ts';
import { anchorOf, snapshotPath, type Talk } from './talk.ts';

/** What stands in the fields. */
export type Typed = Partial<
  Record<'choice' | 'text' | 'owner' | 'functionName' | 'dueOn' | 'status', string>
>;

/** What identifies the subject of a form, and the revision it was opened on. */
export function SubjectFields({ subject, revision }: { subject: Subject; revision?: number }) {
  return (
    <>
      <input type="hidden" name="kind" value={subject.kind} />
      <input type="hidden" name="subject" value={subject.id} />
      {revision !== undefined && <input type="hidden" name="revision" value={revision} />}
    </>
  );
}

/** Deciding on a subject, or anew: a plain form. `typed` is what was typed before, where it was not taken. */
export function DecideForm({
  talk,
  subject,
  decision,
  typed,
  save,
}: {
  talk: Talk;
  subject: Subject;
  decision: Decision | null;
  typed?: Typed;
  /** What the button says instead. */
  save?: string;
}) {
  const { t, mails, number, workshopId, suggested } = talk;
  const id = anchorOf(subject);
  const held: Typed = typed ?? (decision ? { ...decision, dueOn: decision.dueOn ?? '' } : {});
  const suggests = suggested.people.length > 0 || suggested.functions.length > 0;
  return (
    <form className="talk-form" method="post" action={`${snapshotPath(workshopId, number)}/decide`}>
      <SubjectFields subject={subject} revision={talk.decided.get(subjectKey(subject))?.revision ?? 0} />
      <fieldset className="talk-choices">
        <legend>{t('form.choice')}</legend>
        {CHOICES.map((choice) => (
          <label key={choice} className={`talk-option talk-${choice}`}>
            <input
              type="radio"
              name="choice"
              value={choice}
              required
              defaultChecked={held.choice === choice}
            />
            <span>
              <b>{t(`choice.${choice}`)}</b> <span className="soft small">{t(`choiceText.${choice}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor={`${id}-text`}>{t('form.text')}</label>
        <textarea id={`${id}-text`} name="text" rows={3} maxLength={MOST_WORDS} defaultValue={held.text} />
      </div>
      <div className="talk-fields">
        <div className="field">
          <label htmlFor={`${id}-owner`}>{t('form.owner')}</label>
          <input
            id={`${id}-owner`}
            name="owner"
            maxLength={MOST_NAME}
            autoComplete="off"
            list={suggests ? 'talk-people' : undefined}
            defaultValue={held.owner}
            aria-describedby={`${id}-hint`}
          />
          <p className="hint" id={`${id}-hint`}>
            {t(mails ? 'form.ownerMail' : 'form.ownerHint')}
          </p>
        </div>
        <div className="field">
          <label htmlFor={`${id}-function`}>{t('form.function')}</label>
          <input
            id={`${id}-function`}
            name="functionName"
            maxLength={MOST_NAME}
            autoComplete="off"
            list={suggests ? 'talk-functions' : undefined}
            defaultValue={held.functionName}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-due`}>{t('form.due')}</label>
          <input id={`${id}-due`} name="dueOn" type="date" defaultValue={held.dueOn} />
        </div>
      </div>
      {decision && (
        <label className="talk-check">
          <input type="checkbox" name="status" value="done" defaultChecked={held.status === 'done'} />
          {t('form.done')}
        </label>
      )}
      <p>
        <button type="submit" className="button primary">
          {save ?? t('form.save')}
        </button>
      </p>
    </form>
  );
}

/** What the fields of all forms of a document suggest; once in it. */
export function Suggestions({ talk: { suggested, may } }: { talk: Talk }) {
  if (!may.decide) return null;
  const list = (id: string, values: readonly string[]) => (
    <datalist id={id}>
      {values.map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  );
  return (
    <>
      {list('talk-people', suggested.people)}
      {list('talk-functions', suggested.functions)}
    </>
  );
}
