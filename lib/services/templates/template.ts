import type { Locale } from '../../i18n/locale.ts';
import type { LaneKind, Part } from '../../journey/model.ts';

/** A name in each of the languages a map can be written in. */
export type Names = Record<Locale, string>;

export interface TemplatePhase {
  part: Part;
  name: Names;
  touchpoints: readonly Names[];
}

/** What a workshop starts from; its own name and teaser are sentences of the `templates` namespace. */
export interface Template {
  key: 'subscription' | 'retail' | 'publicService';
  phases: readonly TemplatePhase[];
}
export type TemplateKey = Template['key'];

/** The default lanes, top to bottom: first the customer's side, then what stands behind it. */
export const LANES: readonly { kind: LaneKind; name: Names }[] = [
  { kind: 'action', name: { en: 'What the customer does', sv: 'Vad kunden gör' } },
  { kind: 'quote', name: { en: 'Says', sv: 'Säger' } },
  { kind: 'emotion', name: { en: 'Feels', sv: 'Känner' } },
  { kind: 'friction', name: { en: 'Frictions', sv: 'Friktioner' } },
  { kind: 'employee', name: { en: 'Employees’ view', sv: 'Medarbetarnas bild' } },
  { kind: 'metric', name: { en: 'Figures', sv: 'Siffror' } },
  { kind: 'backstage', name: { en: 'Backstage', sv: 'Bakom kulisserna' } },
  { kind: 'opportunity', name: { en: 'Opportunities', sv: 'Möjligheter' } },
];
