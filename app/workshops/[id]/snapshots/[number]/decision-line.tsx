import { translator } from '@/lib/i18n/translator.ts';
import type { Decision, Subject } from '@/lib/review/subject.ts';
import type { ReviewContext } from './context.ts';

/** What a subject is called: the touchpoint, the idea, the phase; null where the map no longer has it. */
export function subjectName({ kind, id }: Subject, { review, t, name }: ReviewContext): string | null {
  if (kind === 'snapshot') return t('decisions.whole');
  if (kind === 'friction') return name(id) || null;
  if (kind === 'phase') return review.phases.find((phase) => phase.id === id)?.name ?? null;
  return review.opportunities.find(({ cardId }) => cardId === id)?.text ?? null;
}

/**
 * One decision in a line: what, who, by when, and whether it is done.
 * @param named with the subject before it, as a link to where it is told of
 */
export function DecisionLine({
  decision,
  context,
  named = false,
}: {
  decision: Decision;
  context: ReviewContext;
  named?: boolean;
}) {
  const { t, contentLocale, link } = context;
  const { subject, choice, text, owner, functionName, dueOn, status } = decision;
  const called = named ? subjectName(subject, context) : null;
  const facts = [
    [owner, functionName].filter(Boolean).join(', '),
    dueOn && t('decisions.by', { date: new Date(`${dueOn}T12:00:00Z`) }),
  ].filter(Boolean);
  return (
    <div className="decision" data-choice={choice} data-status={status}>
      <span className="choice">
        {translator(context.locale, 'decisions')(`choice.${choice}`)}
        {choice !== 'notNow' && status === 'done' && ` · ${t('decisions.done')}`}
      </span>
      <span className="decision-what">
        {named &&
          (called ? (
            <a href={link(subject)} lang={contentLocale}>
              {called}
            </a>
          ) : (
            <span className="soft">{t('decisions.gone')}</span>
          ))}
        {text && <span lang={contentLocale}>{text}</span>}
        {facts.length > 0 && <span className="soft small">{facts.join(' · ')}</span>}
      </span>
    </div>
  );
}
