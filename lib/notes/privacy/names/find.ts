import type { Flag } from '../flag.ts';
import { type Cues, cuesAt } from './cues.ts';
import type { NameLists } from './lists.ts';
import { ALSO_WORDS, COMPANIES, NEVER, NOT_ALONE, PLACES } from './words.ts';

interface Token {
  word: string;
  /** In lower case, without the ending of a genitive. */
  stem: string;
  start: number;
  /** Of the word without the ending of a genitive. */
  end: number;
  capital: boolean;
}

const WORD = /\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/gu;
/** Small words within a name: "von Essen", "de la Cruz". */
const PARTICLE = /^(?:von|van|der|den|de|la|del|di|da|dos|al|el|bin|ibn|af|av|le|ter)$/;
/** Surnames by their shape: -sson and the two-part ones of Sweden, and endings of elsewhere. */
const SURNAME =
  /^\p{Lu}\p{L}{1,12}(?:sson|ström|qvist|kvist|gren|stedt|löf|dahl|lund|berg|hjelm|crantz|ović|ovic|ević|evic|ić|dóttir|dottir|zadeh|poulos|enko|ski|sky|wicz|escu|oğlu|oglu)$/u;

function tokensOf(text: string, lists: NameLists, known: ReadonlySet<string>): Token[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => {
    const lower = word.toLocaleLowerCase('sv');
    const english = /['’]s$/i.test(word);
    const held = (name: string) => lists.first.has(name) || lists.last.has(name) || known.has(name);
    const swedish = !english && /[^s]s$/.test(word) && !held(lower) && held(lower.slice(0, -1));
    const cut = english ? 2 : swedish ? 1 : 0;
    return {
      word: word.slice(0, word.length - cut),
      stem: lower.slice(0, lower.length - cut),
      start: index,
      end: index + word.length - cut,
      // "IVO" is an authority, "ANNA" may be somebody who writes like that.
      capital: /^\p{Lu}/u.test(word) && !/^I['’]/.test(word) && !/^\p{Lu}{2,3}s?$/u.test(word),
    };
  });
}

/** Behind these a name is a place's: "Charlotte Street". */
const PLACE =
  /^ (?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Hill|Park|School|College|University|Hospital|County|Bay|River|Island|Lake|Church|Station|Airport|Day)(?!\p{L})/u;

/** "Ann-Sofie" by its first half when no list has the whole. */
const inList = (list: ReadonlySet<string>, stem: string): boolean =>
  list.has(stem) || (stem.includes('-') && list.has(stem.split('-')[0] ?? ''));

interface Sense {
  first: boolean;
  last: boolean;
  /** An ordinary word as well. */
  word: boolean;
  /** Needs a surname or somebody who says that it is a name. */
  notAlone: boolean;
}

function senseOf(token: Token, lists: NameLists, known: ReadonlySet<string>): Sense {
  const never = NEVER.has(token.stem);
  const place = PLACES.has(token.stem);
  return {
    first: inList(lists.first, token.stem) || known.has(token.stem),
    last: !never && ((inList(lists.last, token.stem) && !place) || (SURNAME.test(token.word) && !place)),
    word: ALSO_WORDS.has(token.stem) || never,
    notAlone: NOT_ALONE.has(token.stem) && !known.has(token.stem),
  };
}

/** Whether a name begins with this word. */
function begins(token: Token, sense: Sense, cues: Cues, next: Sense | null): boolean {
  const named = sense.first || sense.last;
  if (cues.saysName) {
    return token.capital ? !NEVER.has(token.stem) || sense.first : named && !sense.word && !sense.notAlone;
  }
  if (!token.capital) return false;
  if (cues.title && (sense.first || !NEVER.has(token.stem)) && !/^\p{Lu}{2,}$/u.test(token.word)) return true;
  const surnameFollows = next?.last === true && !next.notAlone;
  // Twice a word: "Will Brown" is a man, "Mark Down" a slip.
  if (sense.first && surnameFollows) return !(cues.opens && sense.word && next.word);
  if (NEVER.has(token.stem)) return false;
  if (sense.notAlone) return sense.first && cues.person;
  if (sense.first) return !sense.word || !cues.opens || cues.person;
  if (sense.last) return !sense.word && (!cues.opens || /sson$/.test(token.word));
  if (cues.opens || sense.word || token.word.length < 3 || COMPANIES.has(token.stem)) return false;
  // "Zorka Lindgren": no list has the first name, its neighbour gives it away; "Hakeem picked up", the verb.
  return (surnameFollows && !next.word) || cues.somebody;
}

const joins = (between: string): boolean => /^(?:['’]?s)? $|^\. $|^-$/.test(between);

/**
 * Names of persons: by lists of first names and surnames where they stand with a capital, and by what is
 * said before them ("my name is", "fru", "my sister"), for which no list is needed. `known` are names
 * (lower case) that the same interview gave away elsewhere.
 */
export function namesIn(text: string, lists: NameLists, known: ReadonlySet<string> = new Set()): Flag[] {
  const tokens = tokensOf(text, lists, known);
  const senses = tokens.map((token) => senseOf(token, lists, known));
  const flags: Flag[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const following = tokens[i + 1];
    const adjacent = following && joins(text.slice(token.end, following.start)) && following.capital;
    const next = adjacent ? (senses[i + 1] ?? null) : null;
    const sense = senses[i] as Sense;
    // Most words are neither: looking around each would take most of the time.
    if (!token.capital && !((sense.first || sense.last) && !sense.word)) continue;
    if (PLACE.test(text.slice(token.end, token.end + 14))) continue;
    const cues = cuesAt(text, token.start, token.end);
    const initial =
      /^\p{Lu}$/u.test(token.word) && text[token.end] === '.' && next?.last === true && !next.word;
    if (!initial && !begins(token, sense, cues, next)) continue;
    let to = i;
    while (to < i + 4 && goesOn(text, tokens, senses, to, cues.saysName || cues.title)) to++;
    // A particle at the end belongs to what follows, not to the name.
    while (to > i && PARTICLE.test(tokens[to]?.word ?? '')) to--;
    flags.push({ kind: 'name', start: token.start, end: tokens[to]?.end ?? token.end });
    i = to;
  }
  return flags;
}

/** Whether the word after `at` is part of the same name. */
function goesOn(
  text: string,
  tokens: readonly Token[],
  senses: readonly Sense[],
  at: number,
  told: boolean,
): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (!token || !next) return false;
  const between = text.slice(token.end, next.start);
  if (between !== ' ' && !(between === '. ' && /^\p{Lu}$/u.test(token.word))) return false;
  if (PARTICLE.test(next.word)) return tokens[at + 2]?.capital === true;
  const sense = senses[at + 1];
  if (!next.capital || NEVER.has(next.stem)) return false;
  if (PARTICLE.test(token.word) || sense?.last || sense?.first || /^\p{Lu}$/u.test(next.word)) return true;
  // "Priya Raghunathan": whatever stands with a capital right behind a first name.
  return (
    (told || senses[at]?.first === true) && sense?.word === false && !sense.notAlone && next.word.length > 2
  );
}
