import type { Template } from './template.ts';

/** One purchase, in a shop, online or both, up to the return and the next time. */
export const retail: Template = {
  key: 'retail',
  phases: [
    {
      part: 'before',
      name: { en: 'Getting the idea', sv: 'Få idén' },
      touchpoints: [
        { en: 'Wants or needs something', sv: 'Vill ha eller behöver något' },
        { en: 'Searches and compares', sv: 'Söker och jämför' },
      ],
    },
    {
      part: 'during',
      name: { en: 'Choosing', sv: 'Välja' },
      touchpoints: [
        { en: 'Comes to the shop or site', sv: 'Kommer till butiken eller sajten' },
        { en: 'Asks for help', sv: 'Ber om hjälp' },
        { en: 'Decides', sv: 'Bestämmer sig' },
      ],
    },
    {
      part: 'during',
      name: { en: 'Buying', sv: 'Köpa' },
      touchpoints: [
        { en: 'Pays', sv: 'Betalar' },
        { en: 'Delivery or pick-up', sv: 'Leverans eller upphämtning' },
      ],
    },
    {
      part: 'after',
      name: { en: 'Using', sv: 'Använda' },
      touchpoints: [
        { en: 'Unpacks and starts using', sv: 'Packar upp och börjar använda' },
        { en: 'Something is not right', sv: 'Något stämmer inte' },
        { en: 'Exchange, return or claim', sv: 'Byte, retur eller reklamation' },
      ],
    },
    {
      part: 'after',
      name: { en: 'Next time', sv: 'Nästa gång' },
      touchpoints: [{ en: 'Comes back or tells others', sv: 'Kommer tillbaka eller berättar för andra' }],
    },
  ],
};
