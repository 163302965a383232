import { figures } from '../../../lib/journey/analysis/index.ts';
import { since } from '../../../lib/review/since.ts';
import { journeyOf } from '../../support/journeys.ts';
import { PAYLOADS } from '../../support/payloads.ts';
import { demoSnapshot, snapshotOf } from '../review/demo-snapshot.ts';
import { told } from './exported.ts';

type Told = ReturnType<typeof told>;

/** What people write, wherever it stands in what is told. */
const WRITTEN = new Set(
  'title name text label note alias words speaker channel owner functionName touchpoint emoji'.split(' '),
);
const LISTED = new Set(['functions', 'questions', 'missing', 'actions']);

/** A review with every text that anybody can write replaced by the next one of `texts`, in turn. */
export function rewritten(review: Told, texts: readonly string[] = PAYLOADS): Told {
  let next = 0;
  const text = () => texts[next++ % texts.length] as string;
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return WRITTEN.has(key) ? text() : value;
    if (Array.isArray(value)) return LISTED.has(key) ? value.map(text) : value.map((v) => walk(v, key));
    if (value === null || typeof value !== 'object' || value instanceof Date) return value;
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, walk(v, k)]));
  };
  return walk(review, '') as Told;
}

/** The demo with a decision, and with a snapshot before it that had half of its cards. */
export function demoReview(locale: 'en' | 'sv'): Told {
  const snapshot = demoSnapshot(locale);
  const journey = { ...snapshot.journey, cards: snapshot.journey.cards.filter((_, i) => i % 2 === 0) };
  const last = { ...snapshot, number: 1, journey, figures: figures(journey) };
  const review = told(locale, snapshot);
  return { ...review, since: since(last, snapshot) };
}

/** A map of so many touchpoints and nothing on it. */
export const bareReview = (touchpoints: number[]) =>
  told('sv', snapshotOf(journeyOf({ touchpoints, lanes: ['quote', 'emotion'], cards: [] }), {}), []);
