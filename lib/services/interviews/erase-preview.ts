import { and, asc, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import { type Actor, can } from '../../auth/can.ts';
import { findings, interviews, snapshots, turns } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import type { Card } from '../../journey/model.ts';
import { journeyIn } from '../../journey/state.ts';
import type { Rooms } from '../../runtime.ts';
import type { Work } from '../../work/work.ts';
import { readMaps } from '../maps.ts';
import { EMPTIED, type SnapshotRow } from '../snapshots/open.ts';
import type { InterviewRow } from './access.ts';
import { copiesOf } from './copies.ts';

/** A card that repeats the words without pointing to them. */
export interface Copy {
  cardId: string;
  text: string;
  onMap: boolean;
  /** Numbers of the snapshots it is in. */
  snapshots: number[];
}

/** What erasing an interview takes with it. */
export interface ErasePreview {
  interview: Pick<InterviewRow, 'id' | 'alias' | 'kind' | 'status' | 'consent' | 'consentAt'>;
  turns: number;
  findings: number;
  /** On the live maps; one that is on both counts twice, as it is removed from both. */
  cards: number;
  /** Numbers of the snapshots with cards or sources of it. */
  snapshots: number[];
  /** Numbers of those that nobody can read: what is left of them goes. */
  damaged: number[];
  copies: Copy[];
}

/** An interview of the actor's workshop that the actor may erase. Throws forbidden, interviewNotFound. */
export async function erasableInterview(db: Db, actor: Actor, interviewId: string): Promise<InterviewRow> {
  if (!can(actor, 'interview.erase')) throw new AppError('forbidden');
  if (!z.uuid().safeParse(interviewId).success) throw new AppError('interviewNotFound');
  const [row] = await db
    .select()
    .from(interviews)
    .where(and(eq(interviews.id, interviewId), eq(interviews.workshopId, actor.workshopId)));
  if (!row) throw new AppError('interviewNotFound');
  return row;
}

/** What would go. Throws forbidden, interviewNotFound, roomUnavailable. */
export async function previewErasure(
  db: Db,
  actor: Actor,
  interviewId: string,
  { rooms, work }: { rooms: Pick<Rooms, 'read'>; work: Work },
): Promise<ErasePreview> {
  const row = await erasableInterview(db, actor, interviewId);
  const marked = await db
    .select({ words: findings.words, turn: findings.turn, start: findings.start, end: findings.end })
    .from(findings)
    .where(eq(findings.interviewId, row.id));
  const spoken = await db
    .select({ position: turns.position, text: turns.text, clean: turns.clean })
    .from(turns)
    .where(eq(turns.interviewId, row.id));
  const raw = new Map(spoken.map((turn) => [turn.position, turn.text]));
  const said = {
    interviewId: row.id,
    findings: marked.flatMap(({ words, turn, start, end }) => [
      words,
      raw.get(turn)?.slice(start, end) ?? '',
    ]),
    turns: spoken.flatMap(({ text, clean }) => (clean === null ? [text] : [text, clean])),
  };
  const isCopy = copiesOf(said);
  const isSource = (card: Card) => card.source?.interviewId === row.id;

  const copies = new Map<string, Copy>();
  const note = (card: Pick<Card, 'id' | 'text'>, where: number | null) => {
    const copy = copies.get(card.id) ?? { cardId: card.id, text: card.text, onMap: false, snapshots: [] };
    if (where === null) copy.onMap = true;
    else copy.snapshots.push(where);
    copies.set(card.id, copy);
  };
  const cards = (await readMaps(db, rooms, actor.workshopId)).flatMap(cardsIn);
  for (const card of cards) if (isCopy(card)) note(card, null);
  const taken: number[] = [];
  const damaged: number[] = [];
  for await (const stored of storedIn(db, actor.workshopId)) {
    const { number } = stored;
    const seen = await work.run('lookForWords', { row: stored, said });
    if (!seen) damaged.push(number);
    if (seen?.isThere) taken.push(number);
    for (const card of seen?.copies ?? []) note(card, number);
  }
  const { id, alias, kind, status, consent, consentAt } = row;
  return {
    interview: { id, alias, kind, status, consent, consentAt },
    turns: spoken.length,
    findings: marked.length,
    cards: cards.filter(isSource).length,
    snapshots: taken,
    damaged,
    copies: [...copies.values()],
  };
}

/** The cards of a live map's state. */
export const cardsIn = (state: Uint8Array): Card[] => journeyIn(state).cards;

/** A workshop's snapshots one by one: each has a whole map in it. */
async function* storedIn(db: Db, workshopId: string): AsyncGenerator<SnapshotRow> {
  const rows = await db
    .select({ id: snapshots.id })
    .from(snapshots)
    .where(and(eq(snapshots.workshopId, workshopId), ne(snapshots.format, EMPTIED)))
    .orderBy(asc(snapshots.number));
  for (const { id } of rows) {
    const [row] = await db
      .select({
        number: snapshots.number,
        format: snapshots.format,
        content: snapshots.content,
        state: snapshots.state,
        journey: snapshots.journey,
        sources: snapshots.sources,
        figures: snapshots.figures,
        sha256: snapshots.sha256,
      })
      .from(snapshots)
      .where(eq(snapshots.id, id));
    if (row) yield row;
  }
}
