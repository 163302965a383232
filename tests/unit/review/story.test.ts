import { expect, test } from 'vitest';
import { reviewContext } from '../../../app/workshops/[id]/snapshots/[number]/context.ts';
import { story } from '../../../app/workshops/[id]/snapshots/[number]/story.ts';
import { reviewOf } from '../../../lib/review/tell.ts';
import { demoSnapshot } from './demo-snapshot.ts';

const context = {
  ...reviewContext(
    reviewOf({
      workshop: { title: 'W', demo: true },
      snapshot: demoSnapshot('en'),
      last: null,
      decisions: [],
    }),
    'en',
  ),
  name: (id: string) => id,
};
const at = (touchpointId: string, plain: number) => ({ touchpointId, plain });

test.each([
  [at('Buys', 3), at('Pays', -1), 'It is highest (+3) after “Buys” and lowest (−1) after “Pays”.'],
  [at('Buys', 1), at('Buys', 1), 'It rises to +1 after “Buys” and stays there.'],
  [at('Pays', -1), at('Pays', -1), 'It falls to −1 after “Pays” and stays there.'],
  [at('Buys', 0), at('Buys', 0), 'It is 0 all the way.'],
])('the capital’s way from %j to %j in words', (peak, dip, words) => {
  expect(story({ peak, dip }, context)).toBe(words);
});
