import type { Figures } from '../analysis/index.ts';

type Spot = Figures['frictions'][number];

/** graver, milder: another severity. wider, narrower: as grave as before, said by more or by fewer. */
export const FRICTION_CHANGES = ['new', 'graver', 'wider', 'narrower', 'milder', 'gone'] as const;
export type FrictionChangeKind = (typeof FRICTION_CHANGES)[number];

export interface FrictionChange {
  touchpointId: string;
  kind: FrictionChangeKind;
  before: Spot | null;
  after: Spot | null;
}

/** What became of the places where customers chafe, the worst news first; those that are as they were are left out. */
export function frictionChanges(before: Figures, after: Figures): FrictionChange[] {
  const then = new Map(before.frictions.map((spot) => [spot.touchpointId, spot]));
  const now = new Map(after.frictions.map((spot) => [spot.touchpointId, spot]));
  const changes = [...new Set([...now.keys(), ...then.keys()])].flatMap((touchpointId) => {
    const [was, is] = [then.get(touchpointId) ?? null, now.get(touchpointId) ?? null];
    const kind = kindOf(was, is);
    return kind ? [{ touchpointId, kind, before: was, after: is }] : [];
  });
  return changes.sort((a, b) => FRICTION_CHANGES.indexOf(a.kind) - FRICTION_CHANGES.indexOf(b.kind));
}

function kindOf(was: Spot | null, is: Spot | null): FrictionChangeKind | null {
  if (!was) return 'new';
  if (!is) return 'gone';
  if (is.severity !== was.severity) return is.severity > was.severity ? 'graver' : 'milder';
  if (is.reach !== was.reach) return is.reach > was.reach ? 'wider' : 'narrower';
  return null;
}
