import type { Part } from '../../../journey/model.ts';
import type { Names } from '../../templates/template.ts';
import type { PersonaKey } from './cast.ts';

/** The demo's phases and touchpoints; cards name a touchpoint by its key. */
export const TOUCHPOINTS = [
  'compare',
  'sign',
  'welcome',
  'start',
  'app',
  'invoice',
  'service',
  'correction',
  'price',
  'move',
  'renew',
] as const;
export type TouchpointKey = (typeof TOUCHPOINTS)[number];

interface DemoPhase {
  part: Part;
  name: Names;
  touchpoints: readonly (Names & { key: TouchpointKey })[];
}

export const PHASES: readonly DemoPhase[] = [
  {
    part: 'before',
    name: { en: 'Looking and comparing', sv: 'Söka och jämföra' },
    touchpoints: [{ key: 'compare', en: 'Compares tariffs', sv: 'Jämför elavtal' }],
  },
  {
    part: 'before',
    name: { en: 'Signing up', sv: 'Teckna avtal' },
    touchpoints: [
      { key: 'sign', en: 'Signs up', sv: 'Tecknar avtalet' },
      { key: 'welcome', en: 'The welcome letter', sv: 'Välkomstbrevet' },
    ],
  },
  {
    part: 'during',
    name: { en: 'Getting going', sv: 'Komma i gång' },
    touchpoints: [
      { key: 'start', en: 'The switch itself', sv: 'Elen går över' },
      { key: 'app', en: 'Opens the app', sv: 'Öppnar appen' },
    ],
  },
  {
    part: 'during',
    name: { en: 'Bills and daily life', sv: 'Faktura och vardag' },
    touchpoints: [
      { key: 'invoice', en: 'The first bill', sv: 'Första fakturan' },
      { key: 'service', en: 'Rings customer service', sv: 'Ringer kundservice' },
      { key: 'correction', en: 'Waits for a correction', sv: 'Väntar på rättelse' },
    ],
  },
  {
    part: 'after',
    name: { en: 'Staying or leaving', sv: 'Stanna eller lämna' },
    touchpoints: [
      { key: 'price', en: 'The price goes up', sv: 'Priset höjs' },
      { key: 'move', en: 'Moves house', sv: 'Flyttar' },
      { key: 'renew', en: 'Renews or leaves', sv: 'Förlänger eller lämnar' },
    ],
  },
];

export interface DemoMeeting {
  channel: Names;
  owner: Names;
  /** Only these personas come here; default all. */
  only?: readonly PersonaKey[];
}

/**
 * How the two meet and who answers for it. Nobody has taken on the switch itself: that is the
 * point of it. Sales was at no session: the review says who was missed.
 */
export const MEETINGS: Partial<Record<TouchpointKey, DemoMeeting>> = {
  compare: { channel: { en: 'Website', sv: 'Webbplats' }, owner: { en: 'Marketing', sv: 'Marknad' } },
  sign: { channel: { en: 'Website', sv: 'Webbplats' }, owner: { en: 'Marketing', sv: 'Marknad' } },
  welcome: { channel: { en: 'Letter', sv: 'Brev' }, owner: { en: 'Marketing', sv: 'Marknad' } },
  app: { channel: { en: 'App', sv: 'App' }, owner: { en: 'IT', sv: 'IT' } },
  invoice: { channel: { en: 'E-invoice', sv: 'E-faktura' }, owner: { en: 'Billing', sv: 'Fakturering' } },
  service: {
    channel: { en: 'Telephone', sv: 'Telefon' },
    owner: { en: 'Customer service', sv: 'Kundservice' },
  },
  correction: { channel: { en: 'Telephone', sv: 'Telefon' }, owner: { en: 'Billing', sv: 'Fakturering' } },
  price: { channel: { en: 'E-mail', sv: 'E-post' }, owner: { en: 'Legal', sv: 'Juridik' } },
  move: {
    channel: { en: 'Website', sv: 'Webbplats' },
    owner: { en: 'Customer service', sv: 'Kundservice' },
    only: ['moving'],
  },
  renew: { channel: { en: 'Telephone', sv: 'Telefon' }, owner: { en: 'Sales', sv: 'Försäljning' } },
};
