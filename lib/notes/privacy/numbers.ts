import Personnummer from 'personnummer';
import { before, type Flag, matches } from './flag.ts';

const luhn = (digits: string): boolean => {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
};

const CARD = /(?<![\d-])\d(?:[ \u00a0.-]?\d){12,18}(?![\d-])/g;
const IN_FOURS = /^\d{4}([ \u00a0.-])\d{4}\1\d{4}\1\d{1,7}$/;
const SAYS_CARD = /\b(?:kort\w*|card|visa|mastercard|amex|debit|credit|bank\w*|konto\w*|account)\b/i;
const IBAN = /(?<![\p{L}\d])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?(?![\p{L}\d])/gu;

/** An account at a Swedish or British bank, where somebody calls it one. */
const ACCOUNT = /(?<![\d-])\d{2,5}(?:-\d{1,2})*,?[ -]?\d(?:[ .-]?\d){4,11}(?![\d-])/g;
const SAYS_ACCOUNT =
  /(?:konto(?:t|nummer|numret)?|clearing\p{L}*|account(?: number)?|sort code)\W+(?:\p{L}+\W+){0,3}$/iu;

function ibanHolds(words: string): boolean {
  const plain = words.replace(/ /g, '');
  const turned = plain.slice(4) + plain.slice(0, 4);
  let rest = 0;
  for (const sign of turned) {
    for (const digit of String(Number.parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}

/** Numbers of payment cards (the check digit holds, or it is called a card) and IBANs of accounts. */
export const cardsIn = (text: string): Flag[] => [
  ...matches('card', text, IBAN, ibanHolds),
  ...matches('card', text, ACCOUNT, (_, at) => SAYS_ACCOUNT.test(before(text, at))),
  ...matches('card', text, CARD, (words, at) => {
    const digits = words.replace(/\D/g, '');
    const called = SAYS_CARD.test(before(text, at));
    if (!/^[2-6]/.test(digits)) return false;
    return luhn(digits) ? digits.length >= 15 || called : IN_FOURS.test(words) && called;
  }),
];

const PERSON =
  /(?<![\d-])(?:(?:19|20) ?)?\d{2}[ .-]?(?:0[1-9]|1[0-2])[ .-]?(?:[0-2]\d|3[01]|[68-9]\d|7[01]|6[1-9])(?: ?[-–+] ?| )?(?:[\dTRSUWXJKLMN]\d{3}|[xX*]{4})(?!\d|-\d)/g;
export const SAYS_PERSON =
  /\b(?:person\s?n(?:umme)?r|person(?:al)?\s?(?:identity\s)?number|pnr|samordnings\w*|ssn|social\s(?:security|insurance)|national\sinsurance|id[ -]?(?:nummer|number)|identity\snumber|född|fyra sista|sista fyra)/i;
/** US social security and UK national insurance numbers. */
const SSN = /(?<![\d-])(?!000|666|9)\d{3}[- ](?!00)\d{2}[- ](?!0000)\d{4}(?![\d-])/g;
const NINO = /(?<![\p{L}\d])[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![\p{L}\d])/gu;

const joined = (words: string): string =>
  words.replace(/[ .–]/g, (sign) => (sign === '–' ? '-' : '')).replace(/-(?=.*-)/g, '');

/**
 * Swedish personnummer and samordningsnummer, and the British and American numbers of that sort. One with a
 * wrong check digit is flagged all the same when it is written as one: people misspeak.
 */
export const personNumbersIn = (text: string): Flag[] => [
  ...matches('personnummer', text, PERSON, (words, at) => {
    const digits = words.replace(/[^\d\p{L}*]/gu, '');
    if (digits.length !== 10 && digits.length !== 12) return false;
    if (digits.length === 12 && !/^(?:19|20)/.test(digits)) return false;
    if (Personnummer.valid(joined(words), { allowCoordinationNumber: true, allowInterimNumber: true })) {
      return true;
    }
    const hyphen = /\d{6}[-–+][\dA-Zx*]{4}$/.test(words.replace(/ /g, ''));
    return (
      hyphen || digits.length === 12 || SAYS_PERSON.test(`${before(text, at, 60)} ${text.slice(at, at + 80)}`)
    );
  }),
  ...matches(
    'personnummer',
    text,
    SSN,
    (words, at) => words.includes('-') || SAYS_PERSON.test(before(text, at, 30)),
  ),
  ...matches('personnummer', text, NINO),
];
