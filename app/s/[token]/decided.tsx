import type { Locale } from '@/lib/i18n/locale.ts';
import { formatter, translator } from '@/lib/i18n/translator.ts';
import type { Review } from '@/lib/review/review.ts';
import { subjectKey } from '@/lib/review/subject.ts';
import type { Place } from '../../workshops/[id]/snapshots/[number]/context.ts';

/** What was decided on a subject of a shared report: what, which function, by when. */
export function decidedOn(review: Review, locale: Locale): Place {
  const t = translator(locale, 'share');
  const format = formatter(locale);
  const held = new Map(review.decisions.map((decision) => [subjectKey(decision.subject), decision]));
  return (subject) => {
    const decision = held.get(subjectKey(subject));
    if (!decision || !(decision.status === 'open' || decision.status === 'done')) return null;
    const { choice, functionName, dueOn, status } = decision;
    const due = dueOn && format.dateTime(new Date(`${dueOn}T12:00:00Z`), { dateStyle: 'long' });
    const facts = [
      functionName,
      status === 'done' ? t('decision.done') : due && t('decision.by', { date: due }),
    ].filter(Boolean);
    return (
      <p className="decided">
        <strong>{t(`decision.${choice}`)}</strong>
        {facts.length > 0 && <span className="soft"> · {facts.join(' · ')}</span>}
      </p>
    );
  };
}
