import type { Card, CardKind, Journey } from '../../../journey/model.ts';
import type { Finding } from '../../findings.ts';

/** Something that waits for a place: a finding nobody has used, or a card lifted off the map. */
export type Waiting = { id: string; kind: CardKind; text: string } & (
  | { type: 'finding'; finding: Finding }
  | { type: 'card'; card: Card; finding: Finding | undefined }
);

export interface TrayFilter {
  interviewId?: string | undefined;
  kind?: CardKind | undefined;
}

/** The tray's content: cards lifted off the map first, then findings in the interviews' order. */
export function waiting(journey: Journey, findings: ReadonlyMap<string, Finding>): Waiting[] {
  const used = new Set(journey.cards.map((c) => c.source?.findingId));
  const lifted = journey.cards.filter((c) => c.place === null);
  return [
    ...lifted.map((card) => ({
      type: 'card' as const,
      id: card.id,
      kind: card.kind,
      text: card.text,
      card,
      finding: card.source ? findings.get(card.source.findingId) : undefined,
    })),
    ...[...findings.values()]
      .filter((f) => !used.has(f.id))
      .map((finding) => ({
        type: 'finding' as const,
        id: finding.id,
        kind: finding.kind,
        text: finding.words,
        finding,
      })),
  ];
}

export function filtered(items: readonly Waiting[], { interviewId, kind }: TrayFilter): Waiting[] {
  return items.filter(
    (item) =>
      (!interviewId || (item.finding?.interviewId ?? '') === interviewId) && (!kind || item.kind === kind),
  );
}
