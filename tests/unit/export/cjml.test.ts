import { describe, expect, it } from 'vitest';
import { create } from 'xmlbuilder2';
import { writeCjml } from '../../../lib/export/cjml/write.ts';
import { LOCALES } from '../../../lib/i18n/locale.ts';
import { demoSnapshot } from '../review/demo-snapshot.ts';
import { told } from './exported.ts';

const xmlOf = async (review: ReturnType<typeof told>, locale: 'en' | 'sv' = 'sv') =>
  new TextDecoder().decode(await writeCjml({ review, locale, state: null, format: 'cjml' }));
const all = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].map((m) => m[1]);

describe.each(LOCALES)('the demo in %s as CJML', (locale) => {
  const snapshot = demoSnapshot(locale);
  const review = told(locale, snapshot);

  it('is well-formed, and every reference leads to something', async () => {
    const xml = await xmlOf(review, locale);
    expect(() => create(xml)).not.toThrow();
    const actors = new Set(all(xml, /actorID="([^"]+)"/g));
    const phases = new Set(all(xml, /phaseID="([^"]+)"/g));
    expect(all(xml, /actorIDref="([^"]+)"/g).filter((id) => !actors.has(id))).toEqual([]);
    expect(all(xml, /phaseIDref="([^"]+)"/g).filter((id) => !phases.has(id))).toEqual([]);
    const ids = all(xml, /<touchpointID>([^<]+)</g);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has every touchpoint with its channel, every action, and what was felt', async () => {
    const xml = await xmlOf(review, locale);
    const { journey, figures } = snapshot;
    const points = all(xml, /<(actualCommunicationPoint)>/g);
    expect(points).toHaveLength(journey.touchpoints.length);
    expect(all(xml, /<channelName>([^<]+)</g)).toEqual(journey.touchpoints.flatMap((t) => t.channel ?? []));
    expect(all(xml, /<(actualAction)>/g)).toHaveLength(
      journey.cards.filter((card) => card.kind === 'action' && card.place).length,
    );
    expect(all(xml, /<experienceRating>([^<]+)</g)).toHaveLength(
      figures.touchpoints.filter((t) => t.meanValence !== null).length,
    );
  });

  it('says itself what did not fit', async () => {
    const xml = await xmlOf(review, locale);
    const comment = /<!--([\s\S]*?)-->/.exec(xml)?.[1] ?? '';
    const quotes = snapshot.journey.cards.filter((card) => card.kind === 'quote' && card.place).length;
    expect(comment).toContain(`${locale === 'sv' ? 'Citat' : 'Quote'}: ${quotes}`);
    expect(comment).toContain(snapshot.sha256);
    expect(comment).not.toContain('--');
  });
});

it('is a planned journey without experience where the map is the one to be', async () => {
  const xml = await xmlOf(told('en', { ...demoSnapshot('en'), map: 'toBe' }), 'en');
  expect(xml).toContain('<plannedJourney>');
  expect(xml).toContain('<plannedCommunicationPoint>');
  expect(xml.replace(/<!--[\s\S]*?-->/, '')).not.toMatch(/<actual|touchpointExperience/);
});
