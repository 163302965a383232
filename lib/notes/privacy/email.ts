import { type Flag, matches } from './flag.ts';

const WRITTEN =
  /[\p{L}\p{N}](?:[\p{L}\p{N}._%+'-]*[\p{L}\p{N}_])?\s?(?:@|\(at\)|\[at\]|\(a\)|\(snabel-a\))\s?[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}-]+)+/giu;

const PART = String.raw`[\p{L}\p{N}_-]+`;
const DOT = String.raw`(?:\s*\.\s*|\s+(?:dot|punkt|point|underscore|understreck|dash|hyphen|bindestreck|minus|plus)\s+)`;
/** As people say it: "anna punkt berg snabel-a posten punkt se", "jo dot hill at mail dot com". */
const SPOKEN = new RegExp(
  String.raw`${PART}(?:${DOT}${PART})*\s+(?:snabel[\s-]?a|alfakrull|krullalfa|kanelbulle|at|alfa)\s+${PART}(?:${DOT}${PART})*${DOT}(?:com|se|org|net|edu|gov|io|uk|co|no|dk|fi|de|eu|nu|us|info)(?![\p{L}\p{N}])`,
  'giu',
);

/** E-mail addresses, as written and as spoken. */
export const emailsIn = (text: string): Flag[] => [
  ...matches('email', text, WRITTEN),
  // "we met at work.se": the end must be said as an ending, or the sign by its name.
  ...matches('email', text, SPOKEN, (words) => /snabel|alfa|kanelbulle|\b(?:dot|punkt|point)\b/i.test(words)),
];
