import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import { type Consent, erasures, interviews } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import type { JourneyFile } from '../../export/json/schema.ts';
import type { ErasedIds } from '../../journey/erased.ts';
import { interviewIds } from './ids.ts';

/** What must not come back with the file, by the file's ids, and what everybody else agreed to. */
export interface Standing {
  erased: ErasedIds;
  consents: Readonly<Record<string, Consent>>;
}

/** Where a file does not say: it was on the map, and that is all that is known. */
const ON_MAP: Consent = { notes: true, recording: false, quoteOnMap: true, quoteOutside: false };

/**
 * A file is older than what people have said since: what was erased here, in whichever workshop, stays
 * erased, and whoever's interview is here is quoted no further than both there and in the file.
 */
export async function standingOf(db: Db, file: JourneyFile): Promise<Standing> {
  const ids = interviewIds(file);
  const possible = ids.filter((id) => z.uuid().safeParse(id).success);
  const rows = possible.length
    ? await db.select().from(erasures).where(inArray(erasures.interviewId, possible))
    : [];
  const held = possible.length
    ? await db
        .select({ id: interviews.id, consent: interviews.consent })
        .from(interviews)
        .where(inArray(interviews.id, possible))
    : [];
  const here = new Map(held.map(({ id, consent }) => [id, consent]));
  const silent = new Set(rows.flatMap((row) => (row.scope === 'quoteOutside' ? [row.interviewId] : [])));
  const consents = Object.fromEntries(
    ids.map((id) => {
      const given = file.interviews[id]?.consent ?? ON_MAP;
      const held = here.get(id) ?? given;
      const quoteOutside = given.quoteOutside && held.quoteOutside && !silent.has(id);
      return [id, { ...given, quoteOnMap: given.quoteOnMap && held.quoteOnMap, quoteOutside }];
    }),
  );
  const gone = rows.filter(({ scope }) => scope === 'person' || scope === 'quoteOnMap');
  return {
    erased: {
      interviewIds: [...gone.map((row) => row.interviewId), ...ids.filter((id) => !consents[id]?.quoteOnMap)],
      findingIds: gone.flatMap((row) => row.findingIds),
      cardIds: gone.flatMap((row) => row.cardIds),
    },
    consents,
  };
}
