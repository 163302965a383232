import { eq } from 'drizzle-orm';
import { workshops } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import type { Locale } from '../../i18n/locale.ts';
import { formatter, translator } from '../../i18n/translator.ts';
import type { Stage } from '../../journey/stages.ts';
import type { Runtime } from '../../runtime.ts';
import { type MapName, mapDocument } from '../../sync/protocol.ts';
import { writeNews } from './write.ts';

/** Why a map is kept without anybody having asked for it. */
export type Occasion =
  /** The last one left, at that time; nobody has edited it since. */
  | { reason: 'session'; at: Date }
  /** It is being worked on; nothing is done when there is a snapshot taken at `unlessSince` or later. */
  | { reason: 'activity'; at: Date; unlessSince: Date }
  /** Snapshot `number` is about to be restored. */
  | { reason: 'restore'; number: number }
  /** `by` has led the group on from a stage. */
  | { reason: 'stage'; from: Stage; by: string };

export interface Kept {
  id: string;
  number: number;
  takenAt: Date;
  /** False: the one that says the same already. */
  isNew: boolean;
}

/**
 * Keeps a map of the workshop as it is now, everything in it durable, and tells the map's clients; when
 * its newest snapshot says the same, that one is given back. The label is in the workshop's language. For the
 * server's own use and for services that have asked who may. Throws workshopNotFound, toBeMissing,
 * roomUnavailable.
 * @param state of the map (`encodeStateAsUpdate`), where it is no longer, or known; default as it is now
 * @returns null when there is nothing on the map, and no snapshot of it
 */
export async function keepMap(
  db: Db,
  { workshopId, map = 'asIs', state }: { workshopId: string; map?: MapName; state?: Uint8Array },
  occasion: Occasion,
  { rooms, work }: Pick<Runtime, 'work'> & { rooms: Pick<Runtime['rooms'], 'read' | 'notify'> },
): Promise<Kept | null> {
  const [workshop] = await db
    .select({ locale: workshops.locale })
    .from(workshops)
    .where(eq(workshops.id, workshopId));
  if (!workshop) throw new AppError('workshopNotFound');
  const document = mapDocument(workshopId, map);
  const { reason } = occasion;
  const kept = await writeNews(
    db,
    {
      ...{ workshopId, map, reason },
      state: state ?? (await rooms.read(document)),
      label: labelOf(workshop.locale, occasion),
      takenBy: 'by' in occasion ? occasion.by : null,
      // Whoever left last left everything as it is: a snapshot since then holds it.
      unlessSince:
        reason === 'session' ? occasion.at : reason === 'activity' ? occasion.unlessSince : undefined,
    },
    work,
  );
  if (kept?.isNew) rooms.notify(document, { type: 'snapshots' });
  return kept && { id: kept.id, number: kept.number, takenAt: kept.createdAt, isNew: kept.isNew };
}

function labelOf(locale: Locale, occasion: Occasion): string {
  const t = translator(locale, 'snapshots');
  const when = (at: Date) =>
    formatter(locale).dateTime(at, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
  switch (occasion.reason) {
    case 'session':
    case 'activity':
      return t(`auto.${occasion.reason}`, { when: when(occasion.at) });
    case 'restore':
      return t('auto.restore', { number: occasion.number });
    case 'stage':
      return t('auto.stage', { stage: t(`stage.names.${occasion.from}`) });
  }
}
