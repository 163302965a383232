import type { Actor } from '../../auth/can.ts';
import { comments, decisions } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import type { Locale } from '../../i18n/locale.ts';
import { journeyIn } from '../../journey/state.ts';
import { COMMENTS, DECISIONS } from './content/review.ts';
import { TOUCHPOINTS, type TouchpointKey } from './content/structure.ts';

const DAY = 86_400_000;

/** A snapshot of the demo as it was written. */
export interface Reviewed {
  id: string;
  state: Uint8Array;
  takenAt: Date;
}

/** What leadership decided and said at the two reviews: straight into the tables, for it lies in the past. */
export async function demoReviews(
  tx: Db,
  { workshopId, userId }: Actor,
  locale: Locale,
  now: Date,
  reviewed: readonly Reviewed[],
): Promise<void> {
  for (const [i, { id: snapshotId, state, takenAt }] of reviewed.entries()) {
    const subjectOf = subjectsIn(state);
    const at = new Date(takenAt.getTime() + DAY);
    const made = DECISIONS.filter((decision) => decision.session === i + 1);
    await tx.insert(decisions).values(
      made.map((decision) => ({
        ...{ workshopId, snapshotId, revision: 1, owner: '', decidedBy: userId, createdAt: at },
        ...subjectOf(decision.on, decision.at),
        choice: decision.choice,
        text: decision.text[locale],
        functionName: decision.function[locale],
        dueOn: decision.dueInDays === null ? null : dayOf(new Date(now.getTime() + decision.dueInDays * DAY)),
        status: decision.done ? ('done' as const) : ('open' as const),
      })),
    );
    if (i < reviewed.length - 1) continue;
    await tx.insert(comments).values(
      COMMENTS.map((comment) => ({
        ...{ workshopId, snapshotId, writtenBy: userId, createdAt: at },
        ...subjectOf(comment.on, comment.at),
        text: comment.text[locale],
      })),
    );
  }
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

/** Touchpoints stand in the order of their keys; an idea is the one card of its kind at its touchpoint. */
function subjectsIn(state: Uint8Array) {
  const { touchpoints, cards } = journeyIn(state);
  return (on: 'friction' | 'opportunity' | 'snapshot', at: TouchpointKey | null) => {
    const touchpoint = at ? touchpoints[TOUCHPOINTS.indexOf(at)] : undefined;
    const idea = cards.find((c) => c.kind === 'opportunity' && c.place?.touchpointId === touchpoint?.id);
    const id = { friction: touchpoint?.id, opportunity: idea?.id, snapshot: '' }[on];
    if (id === undefined) throw new Error(`The demo has no ${on} at "${at}".`);
    return { subjectKind: on, subjectId: id };
  };
}
