import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { filled, holeFor, holesIn } from '../../../app/workshops/[id]/snapshots/[number]/holes.tsx';
import { Report } from '../../../app/workshops/[id]/snapshots/[number]/report.tsx';
import { reviewOf } from '../../../lib/review/tell.ts';
import { demoSnapshot } from './demo-snapshot.ts';

const snapshot = demoSnapshot('sv');
const review = reviewOf({ workshop: { title: 'Resan', demo: true }, snapshot, last: null, decisions: [] });
const html = renderToStaticMarkup(
  <Report
    review={review}
    locale="sv"
    place={holeFor}
    actions={holeFor({ kind: 'acts', id: '' })}
    picture={holeFor({ kind: 'map', id: '' })}
  />,
);

test('a kept report has one hole for each subject, for what the reader can do and for the map', () => {
  const keys = holesIn(html).map(({ kind, id }) => `${kind}:${id}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect([...keys].sort()).toEqual(
    [
      'acts:',
      'map:',
      'snapshot:',
      ...review.phases.map((phase) => `phase:${phase.id}`),
      ...review.frictions.map((friction) => `friction:${friction.touchpointId}`),
      ...review.opportunities.map((idea) => `opportunity:${idea.cardId}`),
    ].sort(),
  );
});

test('every hole is written into once, and what is not known stays', () => {
  const first = filled(html, ({ kind }) => (kind === 'map' ? '<svg></svg>' : undefined));
  expect(holesIn(first)).toHaveLength(holesIn(html).length - 1);
  // A dollar sign is nobody's placeholder.
  const whole = filled(first, ({ kind }) => `[${kind} $& $1]`);
  expect(holesIn(whole)).toEqual([]);
  expect(whole).toContain('[snapshot $& $1]');
});

test('nobody can write a hole: its signs are escaped', () => {
  const forged = '<i data-hole="snapshot:"></i>';
  expect(holesIn(renderToStaticMarkup(<p title={forged}>{forged}</p>))).toEqual([]);
});
