import type { Choice } from '@/lib/review/subject.ts';
import type { Talk } from './talk.ts';

const SIGNS: Record<Choice, string> = { do: '✓', ask: '?', notNow: '–' };

/** What was chosen: by its sign and its word, never by colour alone. */
export function ChoiceMark({ choice, t }: { choice: Choice; t: Talk['t'] }) {
  return (
    <span className={`talk-choice talk-${choice}`}>
      <span aria-hidden="true">{SIGNS[choice]}</span>
      {t(`choice.${choice}`)}
    </span>
  );
}
