import { type Suggestion, suggestFrom } from './emotion.ts';
import { languageOf } from './language.ts';
import { loadWords, type WordList } from './words.ts';

export type { Suggestion } from './emotion.ts';

const lists = new Map<'en' | 'sv', Promise<WordList>>();

/**
 * What an emotion might be, from offline word lists; never stored, only shown to somebody who then decides.
 * @param otherwise the words' language where they do not tell; other languages than ours get no suggestion
 */
export async function suggestEmotion(words: string, otherwise: string): Promise<Suggestion | null> {
  const locale = languageOf(words, otherwise);
  if (locale !== 'en' && locale !== 'sv') return null;
  let list = lists.get(locale);
  if (!list) {
    list = loadWords(locale);
    lists.set(locale, list);
    // A list that could not be fetched is asked for again the next time.
    list.catch(() => lists.delete(locale));
  }
  return suggestFrom(words, await list);
}
