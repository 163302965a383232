import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { LOCALES } from '../../../lib/i18n/locale.ts';
import { MESSAGES } from '../../../lib/i18n/messages.ts';
import { openJourney, toJourney } from '../../../lib/journey/document.ts';
import { journey as journeySchema, PARTS } from '../../../lib/journey/model.ts';
import { LANES, TEMPLATE_KEYS, TEMPLATES, templateJourney } from '../../../lib/services/templates/index.ts';

function read(update: Uint8Array) {
  const opened = openJourney(new Y.Doc());
  Y.applyUpdate(opened.doc, update);
  return toJourney(opened);
}

describe.each(TEMPLATES.map((t) => t.key))('the %s template', (key) => {
  describe.each(LOCALES)('in %s', (locale) => {
    const journey = read(templateJourney(key, locale, 'En resa'));

    it('is a readable journey without leftovers', () => {
      expect(journeySchema.safeParse(journey).success).toBe(true);
      expect(journey.unreadable).toEqual([]);
      expect(journey.cards).toEqual([]);
      expect(journey.meta).toEqual({
        version: 1,
        title: 'En resa',
        locale,
        structure: 'facilitator',
        cards: 'everyone',
      });
    });

    it('covers before, during and after with 8 to 12 touchpoints, none of them alone in nowhere', () => {
      expect([...new Set(journey.phases.map((p) => p.part))]).toEqual([...PARTS]);
      expect(journey.touchpoints.length).toBeGreaterThanOrEqual(8);
      expect(journey.touchpoints.length).toBeLessThanOrEqual(12);
      for (const phase of journey.phases) {
        expect(journey.touchpoints.some((t) => t.place.phaseId === phase.id)).toBe(true);
      }
    });

    it('reads in the order it was written in', () => {
      const template = TEMPLATES.find((t) => t.key === key);
      expect(journey.touchpoints.map((t) => t.name)).toEqual(
        template?.phases.flatMap((p) => p.touchpoints.map((t) => t[locale])),
      );
      expect(journey.lanes.map((l) => l.kind)).toEqual(LANES.map((l) => l.kind));
    });

    it('has a name and a teaser', () => {
      expect(MESSAGES[locale].templates[key].name).not.toBe('');
      expect(MESSAGES[locale].templates[key].teaser).not.toBe('');
    });
  });

  it('says something of its own in each language', () => {
    const en = read(templateJourney(key, 'en', '')).touchpoints.map((t) => t.name);
    const sv = read(templateJourney(key, 'sv', '')).touchpoints.map((t) => t.name);
    expect(en.filter((name) => sv.includes(name))).toEqual([]);
    expect(new Set(sv).size).toBe(sv.length);
  });
});

it('offers exactly the keys it can write', () => {
  expect(TEMPLATES.map((t) => t.key)).toEqual([...TEMPLATE_KEYS]);
});
