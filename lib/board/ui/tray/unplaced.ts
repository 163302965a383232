import type { Card, CardKind, Journey } from '../../../journey/model.ts';
import { type Finding, kindOf } from '../../findings.ts';

/** Something that waits for a place: a finding nobody has used, or a card lifted off the map. */
export type Waiting = { id: string; kind: CardKind; text: string } & (
  | { type: 'finding'; finding: Finding }
  | { type: 'card'; card: Card; finding: Finding | undefined }
);

/** The tray's content: cards lifted off the map first, then findings in the interviews' order. */
export function waiting(journey: Journey, findings: ReadonlyMap<string, Finding>): Waiting[] {
  const used = new Set<string>();
  const out: Waiting[] = [];
  for (const card of journey.cards) {
    if (card.source) used.add(card.source.findingId);
    if (card.place === null) out.push(ofCard(card, card.source && findings.get(card.source.findingId)));
  }
  for (const finding of findings.values()) if (!used.has(finding.id)) out.push(ofFinding(finding));
  return out;
}

// One object per finding or card for as long as that stays the same, so that a list draws what changed.
const byFinding = new WeakMap<Finding, Waiting>();
const byCard = new WeakMap<Card, Waiting>();

function ofFinding(finding: Finding): Waiting {
  const held = byFinding.get(finding);
  if (held) return held;
  const made: Waiting = {
    type: 'finding',
    id: finding.id,
    // What it becomes: by this the tray is filtered, and its lane is found.
    kind: kindOf(finding),
    text: finding.words,
    finding,
  };
  byFinding.set(finding, made);
  return made;
}

function ofCard(card: Card, finding: Finding | null | undefined): Waiting {
  const held = byCard.get(card);
  if (held && held.finding === (finding ?? undefined)) return held;
  const made: Waiting = {
    type: 'card',
    id: card.id,
    kind: card.kind,
    text: card.text,
    card,
    finding: finding ?? undefined,
  };
  byCard.set(card, made);
  return made;
}
