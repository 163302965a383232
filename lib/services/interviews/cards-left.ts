import type { Db } from '../../db/types.ts';
import { keptSet, openFlagsIn } from '../../notes/clean/flags.ts';
import { loadNames } from '../../notes/privacy/index.ts';
import type { Rooms } from '../../runtime.ts';
import { readMaps } from '../maps.ts';
import type { InterviewRow } from './access.ts';
import { cardsIn } from './erase-preview.ts';
import { keptIn } from './open-flags.ts';

/**
 * What cards on the maps, made from this interview before it was cleaned, say that still looks personal: a
 * card keeps the words it was made with. For who may read the interview raw; it asks no rights.
 */
export async function personalCards(
  db: Db,
  row: Pick<InterviewRow, 'id'>,
  workshopId: string,
  rooms: Pick<Rooms, 'read'>,
): Promise<string[]> {
  // A card of both maps that says the same on both is named once.
  const cards = (await readMaps(db, rooms, workshopId)).flatMap(cardsIn);
  const kept = keptSet(await keptIn(db, row.id));
  const options = { names: await loadNames() };
  const found = cards
    .filter((card) => card.source?.interviewId === row.id)
    .filter(({ text }) => openFlagsIn({ position: 0, text }, kept, options).length > 0);
  return [...new Map(found.map(({ id, text }) => [`${id} ${text}`, text])).values()];
}
