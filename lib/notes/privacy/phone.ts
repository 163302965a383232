import { findPhoneNumbersInText } from 'libphonenumber-js/min';
import { before, type Flag, matches } from './flag.ts';
import { SAYS_PERSON } from './numbers.ts';

/** Where a number without its country's prefix may be from. */
const COUNTRIES = ['SE', 'GB', 'US'] as const;

const CALLS =
  /\b(?:ring\w*|telefon\w*|tfn|tel|mobil\w*|nummer\w*|nås|nå|sms\w*|swish\w*|call\w*|phone\w*|cell\w*|mobile|number|text(?:ed|ing)?|reach\w*|dial\w*|whatsapp|fax)\b/i;
const COUNTED =
  /\b(?:order\w*|kund\w*|customer|faktura\w*|invoice|ärende\w*|case|ocr|referens\w*|reference|serie\w*|serial|artikel\w*|postnummer|zip|kr|kronor|mätar\w*|meter|bokning\w*|booking|avtal\w*|contract)\W*(?:number|nummer|nr|no|is|är)?\W*$/i;
const DATE = /^\d{1,4}[-./ ]\d{1,2}[-./ ]\d{1,4}$/;

function holds(text: string, words: string, at: number): boolean {
  if (DATE.test(words.trim()) || COUNTED.test(before(text, at, 24))) return false;
  if (/^\s*(?:\+|00)/.test(words)) return true;
  const digits = words.replace(/\D/g, '');
  const called =
    CALLS.test(before(text, at, 45)) || CALLS.test(text.slice(at + words.length, at + words.length + 20));
  if (digits.startsWith('0')) return true;
  // Ten figures of an American number say nothing by themselves unless they are grouped as one.
  return called || /^(?:1[ .-])?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}$/.test(words.trim());
}

/** Numbers no plan of any country knows and that are written as one all the same. */
const LOOSE = /(?<![\d.,:-])\(?0\d{1,4}\)?(?: ?[-–/] ?| )\d(?:[ -]?\d){4,12}(?![\d:]|[.,]\d)/g;
const AMERICAN = /(?<![\d-])(?:\+?1[ .-])?\(\d{3}\) ?\d{3}[ .-]\d{4}(?![\d-])/g;
const ABROAD = /(?<![\d+])\+\d{1,3}(?: ?\(0\))?(?:[ -]?\d){6,12}(?!\d)/g;
const SHORT = /(?<![\d.,:/-])\d{2,4}(?:[ -]\d{2,4}){1,4}(?![\d:/-]|[.,]\d)/g;

const DIGIT =
  'noll|ett|en|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|arton|nitton|(?:tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio)(?:ett|två|tre|fyra|fem|sex|sju|åtta|nio)?|zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple|ten|eleven|twelve|hundred|thousand|hundra|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?';
/** "noll sju noll, ett två tre …": said figure by figure. */
const SPOKEN = new RegExp(
  String.raw`(?<!\p{L})(?:plus|noll|zero|oh)(?:[\s,–-]+(?:${DIGIT})(?!\p{L})){5,14}`,
  'giu',
);

const SAID = new RegExp(String.raw`(?<!\p{L})(?:${DIGIT})(?:[\s,–-]+(?:${DIGIT})(?!\p{L})){2,15}`, 'giu');
const NUMBER_WORD = new RegExp(String.raw`(?<!\p{L})(?:${DIGIT})(?!\p{L})`, 'giu');
/** One figure each; every other number word is two. */
const UNIT =
  /^(?:noll|ett|en|två|tre|fyra|fem|sex|sju|åtta|nio|zero|oh|one|two|three|four|five|six|seven|eight|nine)$/i;

/** Numbers said in words where somebody says of what: a telephone, or the number of a person. */
function saidIn(text: string): Flag[] {
  if (!CALLS.test(text) && !SAYS_PERSON.test(text)) return [];
  return matches('phone', text, SAID).flatMap((flag) => {
    const words = text.slice(flag.start, flag.end);
    const context = around(text, flag.start, words);
    const figures = (words.match(NUMBER_WORD) ?? []).reduce(
      (sum, word) => sum + (UNIT.test(word) ? 1 : 2),
      0,
    );
    if (figures >= 6 && CALLS.test(context)) return flag;
    return SAYS_PERSON.test(context) ? { ...flag, kind: 'personnummer' as const } : [];
  });
}

const around = (text: string, at: number, words: string): string =>
  `${before(text, at, 45)} ${text.slice(at + words.length, at + words.length + 30)}`;

/** Telephone numbers: of Sweden, Britain and America as one writes them at home, of anywhere with their +. */
export function phonesIn(text: string): Flag[] {
  const spoken = [...matches('phone', text, SPOKEN), ...saidIn(text)];
  if (!/\d/.test(text)) return spoken;
  const flags: Flag[] = [];
  for (const defaultCountry of COUNTRIES) {
    for (const { startsAt, endsAt } of findPhoneNumbersInText(text, { defaultCountry })) {
      if (holds(text, text.slice(startsAt, endsAt), startsAt)) {
        flags.push({ kind: 'phone', start: startsAt, end: endsAt });
      }
    }
  }
  const loose = matches('phone', text, LOOSE, (words, at) => {
    const digits = words.replace(/\D/g, '').length;
    return digits >= 8 && digits <= (words.startsWith('00') ? 14 : 11) && holds(text, words, at);
  });
  const short = matches('phone', text, SHORT, (words, at) => {
    const digits = words.replace(/\D/g, '').length;
    const called =
      /(?:ring\w*|telefon\w*|tfn|tel|mobil\w*|sms\w*|swish\w*|call|phone|cell|mobile|text|dial)\W+(?:\p{L}+\W+){0,5}$/iu;
    return (
      digits >= 7 &&
      digits <= 11 &&
      called.test(before(text, at)) &&
      !DATE.test(words) &&
      !COUNTED.test(before(text, at, 24))
    );
  });
  return [
    ...matches('phone', text, AMERICAN),
    ...flags,
    ...matches('phone', text, ABROAD),
    ...loose,
    ...short,
    ...spoken,
  ];
}
