import type { Journey } from '../../journey/model.ts';
import type { Subject } from '../../review/subject.ts';

/** What a subject is called in a journey. */
export interface Named {
  /** Empty: the snapshot as a whole. */
  name: string;
  /** The touchpoint an opportunity lies at. */
  at: string | null;
  /** Somebody interviewed said it: it leaves the workshop only with their consent. */
  said: boolean;
}

/** A subject by its name in a journey; null where it is not in there, or has been erased. Pure. */
export function namedIn({ phases, touchpoints, cards }: Journey, { kind, id }: Subject): Named | null {
  if (kind === 'snapshot') return { name: '', at: null, said: false };
  if (kind === 'opportunity') {
    const card = cards.find((c) => c.id === id && c.kind === 'opportunity');
    if (!card) return null;
    const at = touchpoints.find((t) => t.id === card.place?.touchpointId)?.name ?? null;
    return { name: card.text, at, said: card.source !== null };
  }
  const entry = (kind === 'phase' ? phases : touchpoints).find((e) => e.id === id);
  return entry ? { name: entry.name, at: null, said: false } : null;
}
