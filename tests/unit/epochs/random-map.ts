import type { JourneyDoc } from '../../../lib/journey/document.ts';
import type { Random } from '../../support/random.ts';
import { editAtRandom } from '../../support/random-edits.ts';
import { map } from '../judge/verdict.ts';

/** A map of random content. */
export function randomMap(r: Random): JourneyDoc {
  const { j } = map({ structure: 'everyone' });
  editAtRandom(r, j, 12);
  return j;
}
