import { figures } from '../../journey/analysis/index.ts';
import { Erased, type ErasedIds } from '../../journey/erased.ts';
import type { Group } from '../../journey/group.ts';
import { findingIds, type Sources, withCheckedEvidence } from '../../journey/sources.ts';
import { journeyIn } from '../../journey/state.ts';
import { storable } from './canonical.ts';
import { withoutErased } from './erase-content.ts';
import { type HeadFigures, headOf } from './head.ts';
import { isNews } from './news.ts';
import { openSnapshot, type SnapshotRow } from './open.ts';
import { type Packed, pack } from './pack.ts';

/** The two halves of a snapshot's work that are too heavy for the event loop: see lib/work/jobs.ts. */

/** Which findings the cards of a document point to. `state`: `encodeStateAsUpdate`. */
export function findingsIn(state: Uint8Array): string[] {
  return findingIds(journeyIn(state));
}

export interface Preparation {
  /** `encodeStateAsUpdate` of the live document. */
  state: Uint8Array;
  /** What is known of the findings its cards point to. */
  found: Sources;
  group: Group;
  /** What of the workshop was erased: must not be in it. */
  erased: ErasedIds;
  /** Only when the map says something else than in this snapshot; null: when there is anything on it. */
  since?: SnapshotRow | null;
}

export interface Prepared {
  packed: Packed;
  head: HeadFigures;
}

/** The journey with its evidence checked, its figures, and all of it packed; null: it is no news. */
export async function prepareSnapshot({
  state,
  found,
  group,
  erased,
  since,
}: Preparation): Promise<Prepared | null> {
  const sources = storable(found);
  const taken = { journey: withCheckedEvidence(storable(journeyIn(state)), sources), sources, state };
  const gone = new Erased();
  gone.add(erased);
  const { journey, sources: held, state: left } = withoutErased(taken, gone) ?? taken;
  if (since !== undefined && !isNews(left, since && (await stateOf(since)))) return null;
  const content = { journey, sources: held, figures: figures(journey), group: storable(group) };
  return { packed: await pack(content, left), head: headOf(content) };
}

/** Of one that nobody can read any more everything is news. */
const stateOf = (row: SnapshotRow): Promise<Uint8Array | null> =>
  openSnapshot(row).then(
    ({ state }) => state,
    () => null,
  );
