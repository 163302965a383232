import { isAppError } from '../../errors.ts';
import { openContent, type SnapshotRow } from '../snapshots/open.ts';
import { copiesOf, type Said } from './copies.ts';

export interface Looking {
  row: SnapshotRow;
  said: Said;
}

export interface Seen {
  /** It has cards or sources of the interview. */
  isThere: boolean;
  /** Its cards that repeat the words without pointing to them. */
  copies: { id: string; text: string }[];
}

/** What a stored snapshot has of an interview; null when it is damaged. For a thread. */
export async function lookForWords({ row, said }: Looking): Promise<Seen | null> {
  const held = await openContent(row).catch((cause: unknown) => {
    if (isAppError(cause) && cause.code === 'snapshotDamaged') return null;
    throw cause;
  });
  if (!held) return null;
  const { journey, sources } = held;
  const points = ({ interviewId }: { interviewId: string }) => interviewId === said.interviewId;
  const isCopy = copiesOf(said);
  return {
    isThere:
      journey.cards.some(({ source }) => source && points(source)) || Object.values(sources).some(points),
    copies: journey.cards.filter(isCopy).map(({ id, text }) => ({ id, text })),
  };
}
