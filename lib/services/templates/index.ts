import * as Y from 'yjs';
import type { Locale } from '../../i18n/locale.ts';
import { addLane, addPhase, addTouchpoint } from '../../journey/commands/structure.ts';
import { DOCUMENT_VERSION, type JourneyDoc, openJourney } from '../../journey/document.ts';
import type { JourneyMeta } from '../../journey/model.ts';
import { publicService } from './public-service.ts';
import { retail } from './retail.ts';
import { subscription } from './subscription.ts';
import { LANES, type TemplateKey, type TemplatePhase } from './template.ts';

export { LANES, type Template, type TemplateKey, type TemplatePhase } from './template.ts';

/** The templates that ship, in the order they are offered. */
export const TEMPLATES = [subscription, retail, publicService] as const;
export const TEMPLATE_KEYS = ['subscription', 'retail', 'publicService'] as const satisfies TemplateKey[];

/**
 * A new workshop's document: the template's phases and touchpoints, the default lanes and the meta,
 * as one Yjs update. Throws on an unknown key, which only a programming mistake can bring here.
 */
export function templateJourney(key: TemplateKey, locale: Locale, title: string): Uint8Array {
  const template = TEMPLATES.find((t) => t.key === key);
  if (!template) throw new Error(`There is no template "${key}".`);
  const journey = freshJourney(locale, title);
  writeStructure(journey, template.phases, locale);
  return Y.encodeStateAsUpdate(journey.doc);
}

/** An empty journey document with its meta: the facilitator owns the structure, everyone the cards. */
export function freshJourney(locale: Locale, title: string): JourneyDoc {
  const journey = openJourney(new Y.Doc());
  const meta: JourneyMeta = {
    version: DOCUMENT_VERSION,
    title,
    locale,
    structure: 'facilitator',
    cards: 'everyone',
  };
  journey.doc.transact(() => {
    for (const [name, value] of Object.entries(meta)) journey.meta.set(name, value);
  });
  return journey;
}

/** Writes phases, touchpoints and the default lanes in one language; one transaction. */
export function writeStructure(
  journey: JourneyDoc,
  phases: readonly TemplatePhase[],
  locale: Locale,
): { touchpointIds: string[][]; laneIds: string[] } {
  return journey.doc.transact(() => ({
    touchpointIds: phases.map((p) => {
      const phaseId = addPhase(journey, { name: p.name[locale], part: p.part });
      return p.touchpoints.map((t) => addTouchpoint(journey, { name: t[locale], phaseId }));
    }),
    laneIds: LANES.map((l) => addLane(journey, { name: l.name[locale], kind: l.kind })),
  }));
}
