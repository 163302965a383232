import type { LaneKind, Part } from '../../lib/journey/model.ts';

/**
 * A believable small map (a household gets fibre from "Nordlina", invented) in two languages: 3 parts,
 * 5 phases, 10 touchpoints, about 60 cards, with a gap in the emotion curve, a grave friction with reach,
 * a mirrored problem and an assumed touchpoint.
 */
export type Pair = readonly [en: string, sv: string];
export interface Spot {
  name: Pair;
  action?: Pair;
  /** The customer's number, or null for an assumed one. */
  quotes?: [number | null, Pair][];
  emotions?: [valence: number, emoji: string | null, customer: number | null][];
  frictions?: [severity: 1 | 2 | 3, customer: number | null, Pair][];
  employee?: Pair;
  metric?: Pair;
  backstage?: Pair;
  opportunity?: Pair;
}

export const PHASES: [Part, Pair, Spot[]][] = [
  [
    'before',
    ['Find out', 'Ta reda på'],
    [
      {
        name: ['Hears about fibre from a neighbour', 'Hör om fiber av en granne'],
        action: ['Asks next door what they pay', 'Frågar grannen vad de betalar'],
        quotes: [
          [
            1,
            [
              'The neighbour showed me the bill. That was better than any advertisement.',
              'Grannen visade mig räkningen. Det var bättre än all reklam.',
            ],
          ],
        ],
        emotions: [
          [1, '🙂', 1],
          [0.5, null, 3],
        ],
        opportunity: [
          'Let customers recommend with a code of their own',
          'Låt kunder rekommendera med en egen kod',
        ],
      },
      {
        name: ['Compares offers on the web', 'Jämför erbjudanden på webben'],
        action: ['Opens four tabs and a spreadsheet', 'Öppnar fyra flikar och ett kalkylark'],
        quotes: [
          [
            2,
            [
              'I still don’t know what it costs after the campaign. It says “from”.',
              'Jag vet fortfarande inte vad det kostar efter kampanjen. Det står ”från”.',
            ],
          ],
          [
            4,
            [
              'They were the only ones who wrote the installation date straight out.',
              'De var de enda som skrev ut installationsdatumet rakt av.',
            ],
          ],
        ],
        emotions: [
          [-0.5, null, 2],
          [1, null, 4],
          [-0.5, '😕', 5],
        ],
        frictions: [
          [
            2,
            2,
            ['The price after the campaign cannot be found', 'Priset efter kampanjen går inte att hitta'],
          ],
        ],
        metric: ['41 % leave the price page without choosing', '41 % lämnar prissidan utan att välja'],
      },
    ],
  ],
  [
    'before',
    ['Order', 'Beställa'],
    [
      {
        name: ['Orders with BankID', 'Beställer med BankID'],
        action: ['Signs on the phone, on the bus', 'Signerar i mobilen, på bussen'],
        quotes: [
          [
            3,
            [
              'Two minutes. I thought I had forgotten something.',
              'Två minuter. Jag trodde att jag hade glömt något.',
            ],
          ],
        ],
        emotions: [
          [2, '😀', 3],
          [1.5, null, 1],
          [1.5, null, 6],
        ],
        backstage: [
          'Credit check, address lookup, order to the field contractor',
          'Kreditkontroll, adressuppslag, order till fältentreprenören',
        ],
      },
      {
        name: ['Waits for the installation date', 'Väntar på installationsdatum'],
        quotes: [[null, ['I suppose they will write when it is time.', 'De skriver väl när det är dags.']]],
        employee: [
          'We cannot see the contractor’s calendar either, so we guess.',
          'Vi ser inte heller entreprenörens kalender, så vi gissar.',
        ],
        backstage: [
          'The contractor plans weekly in a system of its own',
          'Entreprenören planerar veckovis i ett eget system',
        ],
      },
    ],
  ],
  [
    'during',
    ['Get connected', 'Bli inkopplad'],
    [
      {
        name: ['Technician comes to the house', 'Teknikern kommer hem'],
        action: ['Takes half a day off work', 'Tar ledigt en halv dag'],
        quotes: [
          [
            1,
            [
              'He took off his shoes and explained where the cable would go. You don’t forget that.',
              'Han tog av sig skorna och förklarade var kabeln skulle gå. Sådant glömmer man inte.',
            ],
          ],
          [5, ['“Between eight and five” is not a time.', '”Mellan åtta och fem” är ingen tid.']],
        ],
        emotions: [
          [2, '🤩', 1],
          [-1, null, 5],
          [1, null, 2],
        ],
        frictions: [
          [2, 5, ['A whole day’s waiting for one hour’s work', 'En hel dags väntan för en timmes arbete']],
        ],
        employee: ['I get the list at seven in the morning.', 'Jag får listan klockan sju på morgonen.'],
      },
      {
        name: ['Connects the router', 'Kopplar in routern'],
        action: ['Follows the leaflet', 'Följer lappen'],
        quotes: [
          [
            6,
            [
              'There were four steps with pictures. My mother managed it.',
              'Det var fyra steg med bilder. Min mamma klarade det.',
            ],
          ],
        ],
        emotions: [
          [1.5, null, 6],
          [1, null, 3],
        ],
      },
    ],
  ],
  [
    'during',
    ['Pay', 'Betala'],
    [
      {
        name: ['Gets the first invoice', 'Får första fakturan'],
        action: ['Opens it three times to understand', 'Öppnar den tre gånger för att förstå'],
        quotes: [
          [
            2,
            [
              'Three hundred more than they said, and a start date from before the cable was even there.',
              'Trehundra mer än de sa, och ett startdatum från innan kabeln ens fanns.',
            ],
          ],
          [
            4,
            ['It says “other fees”. What other fees?', 'Det står ”övriga avgifter”. Vilka övriga avgifter?'],
          ],
          [5, ['I felt cheated, plain and simple.', 'Jag kände mig lurad, helt enkelt.']],
        ],
        emotions: [
          [-2, '😡', 2],
          [-1.5, null, 4],
          [-2, '😤', 5],
          [-1, null, 6],
        ],
        frictions: [
          [
            3,
            2,
            ['Charged from before the connection worked', 'Debiteras från innan uppkopplingen fungerade'],
          ],
          [3, 5, ['The sum is not the one that was promised', 'Summan är inte den som utlovades']],
          [2, 4, ['“Other fees” are not explained', '”Övriga avgifter” förklaras inte']],
        ],
        metric: [
          'Every third call in week 1–5 concerns the first invoice',
          'Vart tredje samtal vecka 1–5 gäller första fakturan',
        ],
        backstage: [
          'The start date comes from the order, not from the connection',
          'Startdatumet kommer från ordern, inte från inkopplingen',
        ],
        opportunity: [
          'A first invoice with a picture: what, from when, why',
          'En första faktura med bild: vad, från när, varför',
        ],
      },
      {
        name: ['Calls customer service', 'Ringer kundservice'],
        action: ['Waits 40 minutes on the telephone', 'Väntar 40 minuter i telefon'],
        quotes: [
          [
            5,
            ['I had to tell the same thing to three people.', 'Jag fick berätta samma sak för tre personer.'],
          ],
          [
            2,
            [
              'The last one was kind. She could not change it, but she was kind.',
              'Den sista var snäll. Hon kunde inte ändra det, men hon var snäll.',
            ],
          ],
        ],
        emotions: [
          [-1.5, null, 5],
          [-0.5, '😐', 2],
        ],
        frictions: [[2, 5, ['Tells the same thing three times', 'Får berätta samma sak tre gånger']]],
        employee: [
          'I see the invoice but not the order. I apologise for something I cannot put right.',
          'Jag ser fakturan men inte ordern. Jag ber om ursäkt för något jag inte kan rätta till.',
        ],
        metric: ['CSAT 2.9 of 5 (n = 212)', 'CSAT 2,9 av 5 (n = 212)'],
      },
    ],
  ],
  [
    'after',
    ['Stay or leave', 'Stanna eller lämna'],
    [
      {
        name: ['Everyday life with fibre', 'Vardag med fiber'],
        quotes: [
          [
            6,
            [
              'I never think about it. That is the highest praise.',
              'Jag tänker aldrig på det. Det är det högsta betyget.',
            ],
          ],
        ],
        emotions: [
          [1, null, 6],
          [1.5, null, 1],
        ],
      },
      {
        name: ['The campaign ends', 'Kampanjpriset löper ut'],
        action: ['Reads the contract for the first time', 'Läser avtalet för första gången'],
        quotes: [
          [
            4,
            [
              'New customers get it cheaper than I do. What is loyalty worth, then?',
              'Nya kunder får det billigare än jag. Vad är lojalitet värd då?',
            ],
          ],
        ],
        emotions: [[-1, null, 4]],
        frictions: [[1, 4, ['No notice before the price goes up', 'Ingen förvarning innan priset höjs']]],
        opportunity: ['Write a month ahead, with a choice', 'Skriv en månad i förväg, med ett val'],
      },
    ],
  ],
];

export const LANES: [LaneKind, Pair][] = [
  ['action', ['What the customer does', 'Vad kunden gör']],
  ['quote', ['Says', 'Säger']],
  ['emotion', ['Feels', 'Känner']],
  ['friction', ['Frictions', 'Friktioner']],
  ['employee', ['Employees’ view', 'Medarbetarnas syn']],
  ['metric', ['Figures', 'Siffror']],
  ['backstage', ['Backstage', 'Bakom kulisserna']],
  ['opportunity', ['Opportunities', 'Möjligheter']],
];
