import type { Template } from './template.ts';

/** A matter with an authority or municipality: from the event in life to the decision and what follows. */
export const publicService: Template = {
  key: 'publicService',
  phases: [
    {
      part: 'before',
      name: { en: 'Something happens', sv: 'Något händer' },
      touchpoints: [
        { en: 'Life changes', sv: 'Livet förändras' },
        { en: 'Looks for information', sv: 'Söker information' },
        { en: 'Asks someone', sv: 'Frågar någon' },
      ],
    },
    {
      part: 'during',
      name: { en: 'Applying', sv: 'Ansöka' },
      touchpoints: [
        { en: 'Collects papers', sv: 'Samlar underlag' },
        { en: 'Fills in and sends', sv: 'Fyller i och skickar in' },
      ],
    },
    {
      part: 'during',
      name: { en: 'Waiting', sv: 'Vänta' },
      touchpoints: [
        { en: 'Receipt of the application', sv: 'Ansökan tas emot' },
        { en: 'Asked for more', sv: 'Ombeds komplettera' },
        { en: 'Asks how it is going', sv: 'Frågar hur det går' },
      ],
    },
    {
      part: 'after',
      name: { en: 'The decision', sv: 'Beslutet' },
      touchpoints: [
        { en: 'Reads the decision', sv: 'Läser beslutet' },
        { en: 'Understands, or appeals', sv: 'Förstår, eller överklagar' },
      ],
    },
    {
      part: 'after',
      name: { en: 'Life goes on', sv: 'Livet går vidare' },
      touchpoints: [
        { en: 'Receives what was decided', sv: 'Får det som beslutats' },
        { en: 'Reports a change', sv: 'Anmäler en ändring' },
      ],
    },
  ],
};
