import { findings, interviews, turns } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import type { JourneyFile } from '../../export/json/schema.ts';
import { Erased } from '../../journey/erased.ts';
import type { Card } from '../../journey/model.ts';
import type { Source } from '../../journey/sources.ts';
import { columnsOf, type Mark } from '../findings/mark-schema.ts';
import type { Standing } from './erased.ts';
import { interviewIds } from './ids.ts';
import type { Renamed } from './written.ts';

const ROWS_AT_ONCE = 1_000;

/**
 * Stores what stands behind the cards: each interview with the passages that are on the map as its only
 * turns, and a finding on each, shared with the group as they were. Returns how many interviews.
 */
export async function storeEvidence(
  tx: Db,
  workshopId: string,
  file: JourneyFile,
  { ids, standing, userId }: { ids: Renamed; standing: Standing; userId: string },
): Promise<number> {
  const gone = new Erased();
  gone.add(standing.erased);
  const cards = new Map(file.journey.cards.map((card) => [card.source?.findingId, card]));
  const personas = new Set(file.journey.personas.map((persona) => persona.id));
  const now = new Date();
  let stored = 0;
  for (const interviewId of interviewIds(file)) {
    const passages = Object.entries(file.sources)
      .filter(
        ([findingId, source]) =>
          source.interviewId === interviewId && !gone.hasSource({ findingId, interviewId }),
      )
      // As they were said.
      .sort(([, a], [, b]) => (a.atMs ?? 0) - (b.atMs ?? 0));
    const [first] = passages;
    const id = ids.interviews[interviewId];
    const consent = standing.consents[interviewId];
    if (!first || !id || !consent) continue;
    const { alias, kind } = first[1];
    const known = file.interviews[interviewId];
    const persona = known?.personaId ?? null;
    await tx.insert(interviews).values({
      ...{ id, workshopId, alias, kind },
      segment: known?.segment ?? '',
      personaId: persona !== null && personas.has(persona) ? persona : null,
      heldOn: known?.heldOn ?? null,
      consent,
      consentAt: known?.consentAt ? new Date(known.consentAt) : now,
      consentBy: null,
      status: 'shared',
      sharedAt: now,
      sharedBy: userId,
      // The list reads in the order they were held.
      ...(known?.heldOn && { createdAt: new Date(known.heldOn) }),
    });
    await storePassages(tx, id, passages, { cards, ids, userId });
    stored += 1;
  }
  return stored;
}

async function storePassages(
  tx: Db,
  interviewId: string,
  passages: readonly (readonly [string, Source])[],
  { cards, ids, userId }: { cards: ReadonlyMap<string | undefined, Card>; ids: Renamed; userId: string },
): Promise<void> {
  for (let at = 0; at < passages.length; at += ROWS_AT_ONCE) {
    const some = passages.slice(at, at + ROWS_AT_ONCE).map(([findingId, source], i) => ({
      findingId,
      source,
      position: at + i,
    }));
    await tx.insert(turns).values(
      some.map(({ source, position }) => ({
        ...{ interviewId, position, speaker: source.speaker, atMs: whole(source.atMs), text: source.words },
        role: 'interviewee' as const,
      })),
    );
    await tx.insert(findings).values(
      some.map(({ findingId, source, position }) => ({
        id: ids.findings[findingId],
        interviewId,
        ...columnsOf(markOf(cards.get(findingId), source)),
        ...{ words: source.words, speaker: source.speaker, atMs: whole(source.atMs) },
        ...{ turn: position, start: 0, end: source.words.length },
        createdBy: userId,
      })),
    );
  }
}

/** As the card made of it says; a mark needs all that its kind has. */
function markOf(card: Card | undefined, { kind }: Source): Mark {
  if (kind === 'employee') return { kind: 'employee' };
  if (card?.kind === 'emotion' && card.emoji && card.valence !== null)
    return { kind: 'emotion', emoji: card.emoji, valence: card.valence };
  if (card?.kind === 'friction' && card.severity !== null)
    return { kind: 'friction', severity: card.severity };
  return { kind: card?.kind === 'need' ? 'need' : 'quote' };
}

const whole = (ms: number | null): number | null =>
  ms === null ? null : Math.min(Math.max(0, Math.round(ms)), 2_147_483_647);
