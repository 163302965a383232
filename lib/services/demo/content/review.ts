import type { Choice } from '../../../review/subject.ts';
import type { Names } from '../../templates/template.ts';
import type { TouchpointKey } from './structure.ts';

/** What the fictional leadership said at its two reviews. */
export interface DemoDecision {
  /** Of the session whose snapshot it was decided on. */
  session: 1 | 2;
  /** On the friction at a touchpoint, or on the idea there. */
  on: 'friction' | 'opportunity';
  at: TouchpointKey;
  choice: Choice;
  text: Names;
  function: Names;
  /** Days from today; null: no date. */
  dueInDays: number | null;
  done?: true;
}

export const DECISIONS: readonly DemoDecision[] = [
  {
    session: 1,
    on: 'friction',
    at: 'invoice',
    choice: 'do',
    text: {
      sv: 'En ägare för fakturamallen, med rätt att ändra i den',
      en: 'One owner of the bill template, with the right to change it',
    },
    function: { sv: 'Fakturering', en: 'Billing' },
    dueInDays: 18,
  },
  {
    session: 1,
    on: 'friction',
    at: 'compare',
    choice: 'notNow',
    text: {
      sv: 'En kund av tre. Fråga de nästa om det först.',
      en: 'One customer in three. Ask the next ones about it first.',
    },
    function: { sv: '', en: '' },
    dueInDays: null,
  },
  {
    session: 2,
    on: 'opportunity',
    at: 'correction',
    choice: 'do',
    text: {
      sv: 'Påminnelser stoppas medan en faktura är ifrågasatt',
      en: 'No reminders go out while a bill is disputed',
    },
    function: { sv: 'IT', en: 'IT' },
    dueInDays: 40,
  },
  {
    session: 2,
    on: 'friction',
    at: 'service',
    choice: 'ask',
    text: {
      sv: 'Lyssna på tio samtal: varför måste kunden förklara igen?',
      en: 'Listen in on ten calls: why does the customer have to explain again?',
    },
    function: { sv: 'Kundservice', en: 'Customer service' },
    dueInDays: -2,
    done: true,
  },
];

/** On the second snapshot. */
export const COMMENTS: readonly { on: 'friction' | 'snapshot'; at: TouchpointKey | null; text: Names }[] = [
  {
    on: 'friction',
    at: 'price',
    text: {
      sv: 'Försäljning hör samma sak varje vecka. De behöver vara med nästa gång.',
      en: 'Sales hears the same every week. They need to be here next time.',
    },
  },
  {
    on: 'snapshot',
    at: null,
    text: {
      sv: 'Kunderna är nöjda tills den första fakturan kommer. Där börjar vi.',
      en: 'Customers are content until the first bill arrives. That is where we begin.',
    },
  },
];
