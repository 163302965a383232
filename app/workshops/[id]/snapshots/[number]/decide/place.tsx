import type { Subject } from '@/lib/review/subject.ts';
import { Comments } from './comments.tsx';
import { Decide } from './decide.tsx';
import { Suggestions } from './form.tsx';
import { anchorOf, type Talk } from './talk.ts';

/** Files below app/ that a document with these places needs. */
export const TALK_CSS = ['workshops/[id]/snapshots/[number]/decide/decide.css'];

/** What stands with each subject of the report, in the workshop: deciding on it, and talking about it. */
export const talkPlace = (talk: Talk) => (subject: Subject) => (
  <section
    className="talk"
    id={anchorOf(subject)}
    // Whoever posted a form stands here again, with the keyboard too.
    tabIndex={-1}
    aria-label={`${talk.t('decision')}: ${talk.nameOf(subject)}`}
  >
    {(subject.kind === 'snapshot' || subject.kind === 'phase') && (
      <p className="small soft">{talk.t(`subject.${subject.kind}`)}</p>
    )}
    <Decide talk={talk} subject={subject} />
    <Comments talk={talk} subject={subject} />
    {/* Once in a document, whose last word is on the snapshot as a whole. */}
    {subject.kind === 'snapshot' && <Suggestions talk={talk} />}
  </section>
);
