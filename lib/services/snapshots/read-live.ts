import { figures } from '../../journey/analysis/index.ts';
import type { Group } from '../../journey/group.ts';
import { type Sources, withCheckedEvidence } from '../../journey/sources.ts';
import { journeyIn } from '../../journey/state.ts';
import type { Content } from './pack.ts';

export interface LiveInput {
  /** `encodeStateAsUpdate` of the live document. */
  state: Uint8Array;
  /** What is known of the findings its cards point to. */
  sources: Sources;
  group: Group;
}

/** What a snapshot of the map would hold if it were taken now. Too heavy for the event loop: see lib/work/jobs.ts. */
export function readLive({ state, sources, group }: LiveInput): Content {
  const journey = withCheckedEvidence(journeyIn(state), sources);
  return { journey, sources, figures: figures(journey), group };
}
