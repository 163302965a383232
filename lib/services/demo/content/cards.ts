import type { CardKind, Severity } from '../../../journey/model.ts';
import type { Names } from '../../templates/template.ts';
import type { TouchpointKey } from './structure.ts';

/** Cards the group wrote itself, without a finding behind them; fictional figures, fictional company. */
export interface DemoCard {
  kind: CardKind;
  at: TouchpointKey;
  session: 1 | 2;
  text: Names;
  severity?: Severity;
}

const card =
  (kind: CardKind, session: 1 | 2) =>
  (at: TouchpointKey, sv: string, en: string, severity?: Severity): DemoCard => ({
    kind,
    at,
    session,
    text: { sv, en },
    ...(severity && { severity }),
  });
const action = card('action', 1);
const need = card('need', 2);
const question = card('question', 2);
const metric = card('metric', 2);
const backstage = card('backstage', 2);
const opportunity = card('opportunity', 2);

export const CARDS: readonly DemoCard[] = [
  action('compare', 'Lägger upp tre bolag bredvid varandra', 'Puts three suppliers side by side'),
  action('sign', 'Skriver på med bank-id, ofta på mobilen', 'Signs on the phone, often on the move'),
  action(
    'welcome',
    'Läser brevet och sätter upp det på kylskåpet',
    'Reads the letter and puts it on the fridge',
  ),
  action('start', 'Märker ingenting', 'Notices nothing'),
  action('app', 'Tittar på förbrukningen timme för timme', 'Looks at the use hour by hour'),
  action(
    'invoice',
    'Läser fakturan flera gånger och räknar efter',
    'Reads the bill several times and does the sums',
  ),
  action('service', 'Ringer, väntar, förklarar, ringer igen', 'Rings, waits, explains, rings again'),
  action(
    'correction',
    'Loggar in varje dag för att se om något hänt',
    'Logs in every day to see whether anything happened',
  ),
  action(
    'price',
    'Upptäcker höjningen på fakturan, inte i brevet',
    'Discovers the rise on the bill, not in the letter',
  ),
  action(
    'renew',
    'Väger besväret att byta mot det nya priset',
    'Weighs the bother of switching against the new price',
  ),
  need(
    'invoice',
    'Veta på tio sekunder om summan är rimlig',
    'To know within ten seconds whether the sum is reasonable',
  ),
  question(
    'move',
    'Vad händer med avtalet när någon flyttar ut?',
    'What happens to the contract when somebody moves out?',
  ),
  metric(
    'sign',
    '92 % klara på under fem minuter (n = 1 310, september)',
    '92 % done in under five minutes (n = 1,310, September)',
  ),
  metric(
    'invoice',
    '41 % av alla samtal gäller en faktura (n = 9 800, kvartal 3)',
    '41 % of all calls are about a bill (n = 9,800, third quarter)',
  ),
  metric(
    'service',
    'Väntetid i kö: median 14 minuter (n = 9 800, kvartal 3)',
    'Time in the queue: median 14 minutes (n = 9,800, third quarter)',
  ),
  metric(
    'renew',
    'NPS −8 tre veckor före avtalets slut (n = 412)',
    'NPS −8 three weeks before the contract ends (n = 412)',
  ),
  backstage('start', 'Leverantörsbytet är helt automatiskt', 'The switch is fully automatic'),
  backstage(
    'invoice',
    'Fakturamallen: juridik, marknad och ekonomi skriver, ingen äger',
    'The bill template: legal, marketing and finance write, nobody owns it',
  ),
  backstage(
    'correction',
    'Kreditering körs en gång i månaden; påminnelser går ur ett annat system',
    'Credits run once a month; reminders come from another system',
  ),
  backstage(
    'price',
    'Prisbrevet skrivs av marknad och granskas av juridik, kundservice får kopia samma dag',
    'Marketing writes the price letter, legal checks it, customer service gets a copy the same day',
  ),
  opportunity(
    'invoice',
    'Fakturan på tre rader: vad du använt, vad det kostar, varför det skiljer sig',
    'A bill in three lines: what you used, what it costs, why it differs',
  ),
  opportunity(
    'service',
    'Kundservice ser samma faktura som kunden och får kreditera direkt',
    'Customer service sees the customer’s own bill and may credit on the spot',
  ),
  opportunity(
    'correction',
    'En ifrågasatt faktura stannar överallt, påminnelsen också',
    'A disputed bill stops everywhere, the reminder too',
  ),
  opportunity(
    'price',
    'Ring upp tre veckor innan avtalet går ut',
    'Ring three weeks before the contract runs out',
  ),
  card('quote', 1)(
    'move',
    'Jag loggar bara in och skriver min nya adress.',
    'I just log in and type my new address.',
  ),
  card('friction', 2)(
    'move',
    'Vi tror att få vet att avtalet inte följer med',
    'We believe few know that the contract does not move with them',
    2,
  ),
  card('quote', 2)('welcome', 'Skönt att slippa papper.', 'Nice not to have paper.'),
];
