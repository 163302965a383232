import type { ExportInput } from '../export.ts';
import { printable } from '../printable.ts';
import { wordsOf } from '../words.ts';
import { curveSlide } from './curves.ts';
import { openDeck } from './deck.ts';
import { askedSlide, briefSlide, decisionSlides, frictionSlide, titleSlide } from './ends.ts';
import { phaseSlides } from './phases.ts';
import { sinceSlide } from './since.ts';

/** The review to be shown and talked through: a slide per phase, everything on it editable. */
export async function writeSlides({ review, locale }: ExportInput): Promise<Uint8Array> {
  const words = wordsOf(printable(review), locale);
  const deck = openDeck(words);
  titleSlide(deck, words);
  briefSlide(deck, words);
  askedSlide(deck, words);
  curveSlide(deck, words);
  phaseSlides(deck, words);
  frictionSlide(deck, words);
  sinceSlide(deck, words);
  decisionSlides(deck, words);
  return (await deck.write({ outputType: 'uint8array', compression: true })) as Uint8Array;
}
