import type { Template } from './template.ts';

/** Energy, telecom, insurance, streaming: a contract that runs, and a bill that keeps coming. */
export const subscription: Template = {
  key: 'subscription',
  phases: [
    {
      part: 'before',
      name: { en: 'Finding and comparing', sv: 'Söka och jämföra' },
      touchpoints: [
        { en: 'Notices the need', sv: 'Märker behovet' },
        { en: 'Compares offers', sv: 'Jämför erbjudanden' },
      ],
    },
    {
      part: 'before',
      name: { en: 'Signing up', sv: 'Teckna avtal' },
      touchpoints: [
        { en: 'Signs the contract', sv: 'Tecknar avtalet' },
        { en: 'Welcome and confirmation', sv: 'Välkomst och bekräftelse' },
      ],
    },
    {
      part: 'during',
      name: { en: 'Getting going', sv: 'Komma i gång' },
      touchpoints: [{ en: 'The service starts', sv: 'Tjänsten startar' }],
    },
    {
      part: 'during',
      name: { en: 'Invoice and everyday use', sv: 'Faktura och vardag' },
      touchpoints: [
        { en: 'First invoice', sv: 'Första fakturan' },
        { en: 'Contacts customer service', sv: 'Kontaktar kundservice' },
        { en: 'Changes something', sv: 'Ändrar något' },
      ],
    },
    {
      part: 'after',
      name: { en: 'Staying or leaving', sv: 'Stanna eller lämna' },
      touchpoints: [
        { en: 'The price changes', sv: 'Priset ändras' },
        { en: 'Renews or cancels', sv: 'Förlänger eller säger upp' },
        { en: 'Final invoice', sv: 'Slutfakturan' },
      ],
    },
  ],
};
