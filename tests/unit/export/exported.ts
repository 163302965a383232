import type { Locale } from '../../../lib/i18n/locale.ts';
import type { Decision } from '../../../lib/review/subject.ts';
import { reviewOf } from '../../../lib/review/tell.ts';
import type { Snapshot } from '../../../lib/services/snapshots.ts';
import { demoSnapshot } from '../review/demo-snapshot.ts';

/** A decision on the first friction of the demo. */
export const decisionOn = (id: string, fields: Partial<Decision> = {}): Decision => ({
  subject: { kind: 'friction', id },
  revision: 1,
  number: 2,
  choice: 'do',
  text: 'Ring upp inom en dag',
  owner: '',
  functionName: 'Kundservice',
  dueOn: '2026-12-24',
  status: 'open',
  by: null,
  at: new Date('2026-11-20T10:00:00Z'),
  ...fields,
});

/** What is told of a snapshot; the demo's second unless another is given. */
export function told(
  locale: Locale,
  snapshot: Snapshot = demoSnapshot(locale),
  decisions: Decision[] = [decisionOn(snapshot.figures.frictions[0]?.touchpointId ?? '')],
  workshop = { title: 'Resan', demo: false },
) {
  return reviewOf({ workshop, snapshot, last: null, decisions });
}
