import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { asc, eq } from 'drizzle-orm';
import * as Y from 'yjs';
import { z } from 'zod';
import { erasures, snapshots } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { figures } from '../../journey/analysis/index.ts';
import { openJourney } from '../../journey/document.ts';
import { Erased } from '../../journey/erased.ts';
import type { Journey } from '../../journey/model.ts';
import { renewed } from '../../journey/renew/index.ts';
import { contentHash } from './canonical.ts';
import type { StoredFigures } from './read.ts';
import type { Sources } from './sources.ts';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Each time words had to be taken out of a snapshot: of whom, by ids alone. */
export const erasureNotes = z.array(
  z.object({
    at: z.iso.datetime(),
    interviewIds: z.array(z.string()),
    cards: z.int().nonnegative(),
    sha256Before: z.string(),
  }),
);
export type ErasureNote = z.infer<typeof erasureNotes>[number];

/** What was erased in a workshop, for whoever is about to write words down. */
export async function erasedIn(db: Db, workshopId: string): Promise<Erased> {
  const erased = new Erased();
  const rows = await db.select().from(erasures).where(eq(erasures.workshopId, workshopId));
  for (const { scope, interviewId, findingIds, cardIds } of rows) {
    if (scope === 'person' || scope === 'quoteOnMap')
      erased.add({ interviewIds: [interviewId], findingIds, cardIds });
  }
  return erased;
}

export interface Content {
  journey: Journey;
  sources: Sources;
  /** `encodeStateAsUpdate`. */
  state: Uint8Array;
}

/**
 * A snapshot's content without what was erased, and without the past in which that was there.
 * @returns null when nothing of it is in there
 */
export function withoutErased(
  { journey, sources, state }: Content,
  erased: Erased,
): (Content & { cards: number }) | null {
  const live = openJourney(new Y.Doc());
  Y.applyUpdate(live.doc, state);
  try {
    // A source nobody could find when it was taken stands in the document only.
    const cards = new Set(
      [...live.cards].flatMap(([id, entry]) =>
        erased.has(id, entry instanceof Y.Map ? entry.get('source') : null) ? [id] : [],
      ),
    );
    for (const card of journey.cards) if (erased.has(card.id, card.source)) cards.add(card.id);
    const left = Object.entries(sources).filter(
      ([findingId, { interviewId }]) => !erased.hasSource({ findingId, interviewId }),
    );
    if (cards.size === 0 && left.length === Object.keys(sources).length) return null;
    erased.removeFrom(live);
    return {
      journey: { ...journey, cards: journey.cards.filter((card) => !cards.has(card.id)) },
      sources: Object.fromEntries(left),
      state: renewed(live).state,
      cards: cards.size,
    };
  } finally {
    live.doc.destroy();
  }
}

/**
 * Takes what was erased out of all snapshots of a workshop: the one lawful change of a snapshot. Number, name,
 * moment and all the rest stay; figures and hash are worked out anew, and the snapshot says so. A second
 * time changes nothing.
 * @returns how many snapshots were changed
 */
export async function eraseFromSnapshots(db: Db, workshopId: string, erased: Erased): Promise<number> {
  const rows = await db
    .select({ id: snapshots.id })
    .from(snapshots)
    .where(eq(snapshots.workshopId, workshopId))
    .orderBy(asc(snapshots.number));
  let changed = 0;
  for (const { id } of rows) if (await eraseFromOne(db, id, erased)) changed += 1;
  return changed;
}

/** One at a time: a workshop has dozens, each with a whole map in it. */
const eraseFromOne = (db: Db, id: string, erased: Erased): Promise<boolean> =>
  db.transaction(async (tx) => {
    const [row] = await tx.select().from(snapshots).where(eq(snapshots.id, id)).for('update');
    if (!row) return false;
    const held: Content = {
      journey: row.journey as Journey,
      sources: row.sources as Sources,
      state: new Uint8Array(await decompress(row.state)),
    };
    const left = withoutErased(held, erased);
    if (!left) return false;
    const note: ErasureNote = {
      at: new Date().toISOString(),
      interviewIds: [...erased.ids.interviewIds],
      cards: left.cards,
      sha256Before: row.sha256,
    };
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
