import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Report } from '../../../app/workshops/[id]/snapshots/[number]/report.tsx';
import { LOCALES, type Locale } from '../../../lib/i18n/locale.ts';
import { reviewOf } from '../../../lib/review/tell.ts';
import { cardOf, journeyOf } from '../../support/journeys.ts';
import { demoSnapshot, snapshotOf } from './demo-snapshot.ts';

const WORKSHOP = { title: 'Resan', demo: false };
const html = (snapshot: ReturnType<typeof snapshotOf>, locale: Locale = 'sv', workshop = WORKSHOP) =>
  renderToStaticMarkup(
    <Report review={reviewOf({ workshop, snapshot, last: null, decisions: [] })} locale={locale} />,
  );

/** What a person reads: no tags, entities undone, white space as one blank. */
const textOf = (markup: string) =>
  markup
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');

describe.each(LOCALES)('the demo’s report in %s', (locale) => {
  const snapshot = demoSnapshot(locale);
  const markup = html(snapshot, locale, { title: 'Demo', demo: true });
  const text = textOf(markup);

  it('holds the words of every friction told, word for word, under an alias', () => {
    const spots = snapshot.figures.frictions.slice(0, 5);
    expect(spots).toHaveLength(5);
    for (const cardId of spots.flatMap((s) => s.cardIds)) {
      const card = snapshot.journey.cards.find((c) => c.id === cardId);
      const source = snapshot.sources[card?.source?.findingId ?? ''];
      if (!source) continue;
      const blockquote = new RegExp(`<blockquote[^>]*>${escaped(source.words)}<`);
      expect(markup).toMatch(blockquote);
      expect(text).toContain(source.alias);
    }
  });

  it('says that it is fictional, and shows every card of the map as text', () => {
    expect(text).toMatch(locale === 'sv' ? /Påhittat exempel/ : /Fictional example/);
    for (const card of snapshot.journey.cards) expect(text).toContain(card.text.replace(/\s+/g, ' '));
  });

  it('needs no script, no other host, and leads nowhere near the notes', () => {
    expect(markup).not.toMatch(/<script|onclick|javascript:/i);
    expect(markup.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:\/\//);
    expect(markup).not.toContain('/interviews');
    expect(markup).not.toContain('the-author');
  });

  it('has one main heading and no level left out', () => {
    const levels = [...markup.matchAll(/<h(\d)/g)].map((m) => Number(m[1]));
    expect(levels.filter((l) => l === 1)).toHaveLength(1);
    levels.reduce((before, level) => {
      expect(level).toBeLessThanOrEqual(before + 1);
      return level;
    });
  });

  it('leaves no placeholder and no key of a missing sentence', () => {
    expect(text).not.toMatch(/\{\w+\}|review\.\w+|undefined|NaN/);
  });

  it('tells the chain, the mirrored problems and what nobody spoke of', () => {
    expect(text).toContain(locale === 'sv' ? 'upplevs 5 kontaktpunkter i rad' : '5 touchpoints in a row');
    expect(text.split(locale === 'sv' ? 'Märks även inifrån' : 'Seen from the inside as well')).toHaveLength(
      5,
    );
    expect(text).toContain(locale === 'sv' ? 'Det som bara är antaget' : 'What is only assumed');
  });
});

describe('the verdict in words', () => {
  const withMarks = (valences: number[]) => {
    const cards = valences.map((valence, i) =>
      cardOf(i, { kind: 'emotion', valence, cell: { touchpointId: `t${i}`, laneId: 'emotion' } }),
    );
    return snapshotOf(journeyOf({ touchpoints: [valences.length], lanes: ['emotion'], cards }), {});
  };
  const verdict = (valences: number[]) => textOf(html(withMarks(valences)));

  it.each([
    [[1, 1, 1, 0, 0], 'Kapitalet har vuxit. '],
    [[1, 1, -1, 0, 0, 0, 0, 0, 0, 0], 'Kapitalet har vuxit, men bufferten är tunn.'],
    [[1, -1], 'I farozonen: ingen buffert finns kvar.'],
    [[1, -1, -1], 'I farozonen: kapitalet är borta.'],
  ])('for the feelings %j is %j', (valences, words) => {
    expect(verdict(valences)).toContain(words);
  });

  it('says so when it is too early, and prints no infinity without a minus', () => {
    const empty = textOf(html(snapshotOf(journeyOf({ touchpoints: [], lanes: [], cards: [] }), {})));
    expect(empty).toContain('För tidigt att säga.');
    const good = verdict([1, 1]);
    expect(good).toContain('2 : 0');
    expect(good).not.toContain('∞');
  });
});

const PAYLOADS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg onload=alert(1)>",
  '</text><script>alert(1)</script>',
  '</title></desc><script>alert(1)</script>',
  'javascript:alert(1)',
  '{{constructor.constructor("alert(1)")()}}',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<a href="javascript:alert(1)">x</a>',
  ']]><script>alert(1)</script>',
  '<style>*{background:url(//evil.example)}</style>',
  '<!--<script>alert(1)</script>-->',
];

it.each(PAYLOADS)('shows %j as text wherever a person may write', (payload) => {
  const cell = { touchpointId: 't0', laneId: 'friction' };
  const source = { findingId: 'f1', interviewId: 'i1' };
  const journey = journeyOf({
    touchpoints: [2],
    lanes: ['quote', 'emotion', 'friction', 'opportunity'],
    cards: [
      cardOf(0, { kind: 'friction', severity: 3, text: payload, cell, source, evidence: 'observed' }),
      cardOf(1, { kind: 'quote', text: payload, cell: { touchpointId: 't1', laneId: 'quote' } }),
      cardOf(2, {
        kind: 'emotion',
        text: payload,
        emoji: payload.slice(0, 32),
        valence: -1,
        cell: { touchpointId: 't0', laneId: 'emotion' },
      }),
      cardOf(3, { kind: 'opportunity', text: payload, cell: { touchpointId: 't0', laneId: 'opportunity' } }),
    ],
  });
  for (const named of [...journey.phases, ...journey.touchpoints, ...journey.lanes]) named.name = payload;
  const words = {
    interviewId: 'i1',
    alias: payload,
    kind: 'customer' as const,
    words: payload,
    speaker: payload,
  };
  const snapshot = snapshotOf(
    journey,
    { f1: { ...words, atMs: 0 } },
    {
      customerInterviews: 1,
      employeeInterviews: 0,
      functions: [payload],
      questions: [payload],
    },
  );
  const markup = html({ ...snapshot, label: payload }, 'en', { title: payload, demo: false });
  expect(markup).not.toMatch(/<(script|img|iframe|style|a(?! href="#[\w-]+")|object|embed)\b/i);
  const tags = markup.replace(/"[^"]*"/g, '""');
  expect(tags).not.toMatch(/<[^>]*\son\w+=/i);
  expect(textOf(markup)).toContain(payload);
});

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
