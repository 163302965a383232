import type { Locale } from '../../../i18n/locale.ts';
import type { Names } from '../../templates/template.ts';
import * as enA from './en/customers-a.ts';
import * as enB from './en/customers-b.ts';
import * as enStaff from './en/employees.ts';
import * as svA from './sv/customers-a.ts';
import * as svB from './sv/customers-b.ts';
import * as svStaff from './sv/employees.ts';

/** The fictional company's name in each language. */
const COMPANY: Names = { en: 'Fernmoor Energy', sv: 'Granlyse Energi' };

/** The kinds of customer the group told apart after the interviews. */
export const PERSONAS = {
  settled: { en: 'Settled household', sv: 'Rotat hushåll' },
  moving: { en: 'On the move', sv: 'På flytt' },
  business: { en: 'Small business', sv: 'Småföretagare' },
} as const satisfies Record<string, Names>;
export type PersonaKey = keyof typeof PERSONAS;

export interface DemoInterview {
  key: string;
  kind: 'customer' | 'employee';
  persona: PersonaKey | null;
  alias: Names;
  /** The group of customers, or the employee's function. */
  segment: Names;
  /** Days before today on which it was held. */
  daysAgo: number;
  /** Did not agree to be quoted outside the workshop. */
  staysInside?: true;
  content: Record<Locale, string>;
}

export const INTERVIEWS: readonly DemoInterview[] = [
  {
    key: 'house',
    kind: 'customer',
    persona: 'settled',
    alias: { en: 'Terraced-house owner', sv: 'Radhusägaren' },
    segment: { en: 'Own house', sv: 'Eget hus' },
    daysAgo: 34,
    content: { en: enA.house, sv: svA.house },
  },
  {
    key: 'student',
    kind: 'customer',
    persona: 'moving',
    alias: { en: 'Student', sv: 'Studenten' },
    segment: { en: 'Tenants', sv: 'Hyresgäster' },
    daysAgo: 33,
    content: { en: enA.student, sv: svA.student },
  },
  {
    key: 'mover',
    kind: 'customer',
    persona: 'moving',
    alias: { en: 'Newly moved-in father', sv: 'Nyinflyttade pappan' },
    segment: { en: 'Own house', sv: 'Eget hus' },
    daysAgo: 32,
    content: { en: enA.mover, sv: svA.mover },
  },
  {
    key: 'cafe',
    kind: 'customer',
    persona: 'business',
    alias: { en: 'Café owner', sv: 'Kaféägaren' },
    segment: { en: 'Companies', sv: 'Företag' },
    daysAgo: 24,
    content: { en: enB.cafe, sv: svB.cafe },
  },
  {
    key: 'pensioner',
    kind: 'customer',
    persona: 'settled',
    alias: { en: 'Pensioner', sv: 'Pensionären' },
    segment: { en: 'Own house', sv: 'Eget hus' },
    daysAgo: 23,
    staysInside: true,
    content: { en: enB.pensioner, sv: svB.pensioner },
  },
  {
    key: 'daughter',
    kind: 'customer',
    persona: 'settled',
    alias: { en: 'Daughter with power of attorney', sv: 'Dottern med fullmakt' },
    segment: { en: 'By proxy', sv: 'Ombud' },
    daysAgo: 20,
    content: { en: enB.daughter, sv: svB.daughter },
  },
  {
    key: 'agent',
    kind: 'employee',
    persona: null,
    alias: { en: 'Customer service agent', sv: 'Medarbetare, kundservice' },
    segment: { en: 'Customer service', sv: 'Kundservice' },
    daysAgo: 19,
    content: { en: enStaff.agent, sv: svStaff.agent },
  },
  {
    key: 'billing',
    kind: 'employee',
    persona: null,
    alias: { en: 'Billing specialist', sv: 'Medarbetare, fakturering' },
    segment: { en: 'Billing', sv: 'Fakturering' },
    daysAgo: 19,
    staysInside: true,
    content: { en: enStaff.billing, sv: svStaff.billing },
  },
];

/** The next one on the plan: the kind of customer nobody has met yet among tenants. */
export const PLANNED = {
  alias: { en: 'Tenant who was assigned a supplier', sv: 'Hyresgästen som blev anvisad' },
  segment: { en: 'Tenants', sv: 'Hyresgäster' },
  persona: 'moving',
  /** Days from today. */
  inDays: 3,
} as const satisfies { alias: Names; segment: Names; persona: PersonaKey; inDays: number };

export const TITLE: Names = {
  en: `${COMPANY.en}: from tariff to bill`,
  sv: `${COMPANY.sv}: från elavtal till faktura`,
};

/** The two snapshots of the demo: when they were taken, and which functions sat at the table. */
export const SESSIONS = [
  {
    label: { en: 'After the first three interviews', sv: 'Efter de tre första intervjuerna' },
    note: {
      en: 'Private households only so far. No employee has been asked yet.',
      sv: 'Bara hushåll så här långt. Ingen medarbetare är tillfrågad ännu.',
    },
    daysAgo: 28,
    customers: 3,
    employees: 0,
    functions: { en: ['Customer service', 'Marketing'], sv: ['Kundservice', 'Marknad'] },
  },
  {
    label: { en: 'For the leadership’s review', sv: 'Till ledningens genomgång' },
    note: {
      en: 'Six customers and two employees. We ask leadership to decide on the three worst frictions, and on who owns the bill. Nobody has told us yet how it feels to move house.',
      sv: 'Sex kunder och två medarbetare. Vi ber ledningen besluta om de tre värsta friktionerna, och om vem som äger fakturan. Ingen har ännu berättat hur det känns att flytta.',
    },
    daysAgo: 12,
    customers: 6,
    employees: 2,
    functions: {
      en: ['Billing', 'Customer service', 'IT', 'Legal', 'Marketing'],
      sv: ['Fakturering', 'IT', 'Juridik', 'Kundservice', 'Marknad'],
    },
  },
] as const satisfies readonly {
  label: Names;
  note: Names;
  daysAgo: number;
  customers: number;
  employees: number;
  functions: Record<Locale, readonly string[]>;
}[];
