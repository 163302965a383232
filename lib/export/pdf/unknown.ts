import type { Journey } from '../../journey/model.ts';
import { unknownIn } from '../fonts/runs.ts';

/** How many characters of what people wrote on a map our fonts do not have. */
export function unknownOn({ phases, touchpoints, lanes, cards }: Journey): number {
  const texts = [...phases, ...touchpoints, ...lanes].map((it) => it.name).concat(cards.map((c) => c.text));
  return texts.reduce((sum, text) => sum + unknownIn(text), 0);
}
