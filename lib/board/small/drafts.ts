import type { Severity } from '../../journey/model.ts';

/** The three kinds a phone adds: those that carry the customer's own experience. */
export const PHONE_KINDS = ['quote', 'emotion', 'friction'] as const;
export type PhoneKind = (typeof PHONE_KINDS)[number];

/** What is being written for a touchpoint and not yet on the map. */
export interface Draft {
  text: string;
  valence: number | null;
  severity: Severity | null;
}
export const EMPTY: Draft = { text: '', valence: null, severity: null };

/** Whether there is something to put on the map: words, or for an emotion how it felt. */
export const isComplete = (kind: PhoneKind, { text, valence }: Draft): boolean =>
  kind === 'emotion' ? valence !== null : text.trim() !== '';

const drafts = new Map<string, Draft>();
const keyOf = (touchpointId: string, kind: PhoneKind) => `${touchpointId} ${kind}`;

/** A sheet that was closed by a slip of the thumb has its words again when it is opened, while the page lives. */
export const draftOf = (touchpointId: string, kind: PhoneKind): Draft =>
  drafts.get(keyOf(touchpointId, kind)) ?? EMPTY;

export function keepDraft(touchpointId: string, kind: PhoneKind, draft: Draft | null): void {
  if (draft) drafts.set(keyOf(touchpointId, kind), draft);
  else drafts.delete(keyOf(touchpointId, kind));
}
