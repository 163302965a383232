import type { Figures } from '../journey/analysis/index.ts';
import type { JourneyDiff } from '../journey/diff/index.ts';
import type { Group } from '../journey/group.ts';
import type { Journey, Mark, Part } from '../journey/model.ts';
import type { Sources } from '../journey/sources.ts';
import type { Decision } from './subject.ts';
import type { FrictionStory, Voice } from './voices.ts';

/** What a snapshot holds, and what is known of it. */
export interface Told {
  number: number;
  map: 'asIs' | 'toBe';
  label: string;
  note: string;
  takenAt: Date;
  sha256: string;
  sourcesErased: number;
  journey: Journey;
  sources: Sources;
  figures: Figures;
  group: Group;
}

export interface ReviewInput {
  workshop: { title: string; demo: boolean };
  snapshot: Told;
  /** The snapshot leadership reviewed last before this one; null where this is the first. */
  last: Told | null;
  /** As they hold now, whichever snapshot they were made on. */
  decisions: readonly Decision[];
}

/**
 * What leadership is told of one snapshot: the one structure that the page, the walk-through, the paper,
 * the slides and the shared link are written from. Plain data, no sentence in it: those come from i18n where
 * it is written out. Pseudonyms only.
 */
export interface Review {
  workshop: { title: string; demo: boolean };
  snapshot: Told;
  asked: Asked;
  phases: readonly PhaseStory[];
  /** Worst first: mirrored, then severity × reach. All of them; whoever writes them out takes the first. */
  frictions: readonly FrictionStory[];
  opportunities: readonly OpportunityStory[];
  since: Since | null;
  decisions: readonly Decision[];
  /** Made fit to leave the workshop (outside.ts): small groups are marked, and nobody decides or comments. */
  outside?: true;
}

export interface Asked extends Group {
  /** Functions that answer for a touchpoint on the map and had nobody at the table. */
  missing: readonly string[];
}

export interface PhaseStory {
  id: string;
  name: string;
  part: Part;
  touchpoints: readonly TouchpointStory[];
  /** The capital as the phase begins and as it ends. */
  capital: { from: number; to: number };
  /** The lowest capital of the whole journey lies in this phase. */
  hasDip: boolean;
  frictions: readonly FrictionStory[];
  opportunities: readonly OpportunityStory[];
}

export interface TouchpointStory {
  id: string;
  name: string;
  mark: Mark | null;
  /** −2 … +2; null: nobody told a feeling. */
  meanValence: number | null;
  capital: { plain: number; weighted: number };
  /** Distinct customer interviews behind it; 0: assumed. */
  interviews: number;
  actions: readonly string[];
  quotes: readonly Voice[];
  emotions: readonly { emoji: string; valence: number; voice: Voice }[];
  inside: readonly Voice[];
}

export interface OpportunityStory {
  cardId: string;
  text: string;
  touchpointId: string | null;
  touchpoint: string;
}

export interface Since {
  last: Pick<Told, 'number' | 'label' | 'takenAt' | 'figures' | 'group'>;
  diff: JourneyDiff;
  /** This one's minus the last one's; null where either has none. */
  deltas: { capital: number; weighted: number; plus: number; minus: number; coverage: number | null };
  /** Touchpoint ids of frictions that are new, and of those that are gone. */
  frictions: { added: readonly string[]; gone: readonly string[] };
}

/** Below this many interviews nobody can be told apart from their group: it is marked as small. */
export const SMALL_GROUP = 3;
