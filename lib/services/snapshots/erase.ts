import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { asc, eq, getTableColumns } from 'drizzle-orm';
import * as Y from 'yjs';
import { z } from 'zod';
import { erasures, interviews, snapshots } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { figures } from '../../journey/analysis/index.ts';
import { type JourneyDoc, openJourney } from '../../journey/document.ts';
import type { Journey } from '../../journey/model.ts';
import { renewed } from '../../journey/renew/index.ts';
import { contentHash } from './canonical.ts';
import type { StoredFigures } from './read.ts';
import type { Sources } from './sources.ts';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Whose words must not stand anywhere: of these interviews and findings, and in these cards. */
export interface Gone {
  interviewIds: ReadonlySet<string>;
  findingIds: ReadonlySet<string>;
  cardIds: ReadonlySet<string>;
}

/** Each time words had to be taken out of a snapshot. */
export const erasureNotes = z.array(
  z.object({ at: z.iso.datetime(), cards: z.int().nonnegative(), sha256Before: z.string() }),
);
export type ErasureNote = z.infer<typeof erasureNotes>[number];

const sourceOf = z.object({ findingId: z.string(), interviewId: z.string() });

function isGone(gone: Gone, cardId: string, source: unknown): boolean {
  if (gone.cardIds.has(cardId)) return true;
  const held = sourceOf.safeParse(source);
  return (
    held.success && (gone.findingIds.has(held.data.findingId) || gone.interviewIds.has(held.data.interviewId))
  );
}

/** What was erased in a workshop, for whoever is about to write words down. */
export async function goneIn(db: Db, workshopId: string): Promise<Gone> {
  const rows = await db
    .select({ ...getTableColumns(erasures), consent: interviews.consent })
    .from(erasures)
    .leftJoin(interviews, eq(interviews.id, erasures.interviewId))
    .where(eq(erasures.workshopId, workshopId));
  // Somebody may agree again to being quoted; what was erased with the person stays erased.
  const emptied = rows.filter(
    ({ scope, consent }) => scope === 'person' || (scope === 'quoteOnMap' && !consent?.quoteOnMap),
  );
  return {
    interviewIds: new Set(emptied.map((row) => row.interviewId)),
    findingIds: new Set(emptied.flatMap((row) => row.findingIds)),
    cardIds: new Set(emptied.flatMap((row) => row.cardIds)),
  };
}

export interface Content {
  journey: Journey;
  sources: Sources;
  /** `encodeStateAsUpdate`. */
  state: Uint8Array;
}

/**
 * A snapshot's content without what is gone, and without the past in which it was there.
 * @returns null when nothing of it is in there
 */
export function withoutGone(
  { journey, sources, state }: Content,
  gone: Gone,
): (Content & { cards: number }) | null {
  const live = openJourney(new Y.Doc());
  Y.applyUpdate(live.doc, state);
  try {
    const inState = [...live.cards].flatMap(([id, entry]) =>
      isGone(gone, id, entry instanceof Y.Map ? entry.get('source') : null) ? [id] : [],
    );
    const inJourney = journey.cards.filter((card) => isGone(gone, card.id, card.source));
    const inSources = Object.entries(sources).filter(
      ([id, { interviewId }]) => gone.findingIds.has(id) || gone.interviewIds.has(interviewId),
    );
    const cards = new Set([...inState, ...inJourney.map((card) => card.id)]);
    if (cards.size === 0 && inSources.length === 0) return null;
    remove(live, cards);
    const taken = new Set(inSources.map(([id]) => id));
    return {
      journey: { ...journey, cards: journey.cards.filter((card) => !cards.has(card.id)) },
      sources: Object.fromEntries(Object.entries(sources).filter(([id]) => !taken.has(id))),
      state: renewed(live).state,
      cards: cards.size,
    };
  } finally {
    live.doc.destroy();
  }
}

function remove(live: JourneyDoc, cards: ReadonlySet<string>): void {
  live.doc.transact(() => {
    for (const id of cards) live.cards.delete(id);
    for (const key of [...live.reactions.keys()]) {
      if (cards.has(key.slice(0, key.indexOf('.')))) live.reactions.delete(key);
    }
  });
}

/**
 * Takes what is gone out of all snapshots of a workshop: the one lawful change of a snapshot. Number, name,
 * moment and all the rest stay; figures and hash are worked out anew, and the snapshot says so. A second
 * time changes nothing.
 * @returns how many snapshots were changed
 */
export async function eraseFromSnapshots(db: Db, workshopId: string, gone: Gone): Promise<number> {
  const rows = await db
    .select({ id: snapshots.id })
    .from(snapshots)
    .where(eq(snapshots.workshopId, workshopId))
    .orderBy(asc(snapshots.number));
  let changed = 0;
  for (const { id } of rows) if (await eraseFromOne(db, id, gone)) changed += 1;
  return changed;
}

/** One at a time: a workshop has dozens, each with a whole map in it. */
const eraseFromOne = (db: Db, id: string, gone: Gone): Promise<boolean> =>
  db.transaction(async (tx) => {
    const [row] = await tx.select().from(snapshots).where(eq(snapshots.id, id)).for('update');
    if (!row) return false;
    const held: Content = {
      journey: row.journey as Journey,
      sources: row.sources as Sources,
      state: new Uint8Array(await decompress(row.state)),
    };
    const left = withoutGone(held, gone);
    if (!left) return false;
    const note: ErasureNote = { at: new Date().toISOString(), cards: left.cards, sha256Before: row.sha256 };
    const content = { journey: left.journey, sources: left.sources };
    const { group } = row.figures as StoredFigures;
    await tx
      .update(snapshots)
      .set({
        ...content,
        state: new Uint8Array(await compress(left.state)),
        figures: { map: figures(left.journey), group },
        sha256: contentHash(content),
        erasures: [...erasureNotes.parse(row.erasures), note],
      })
      .where(eq(snapshots.id, id));
    return true;
  });
