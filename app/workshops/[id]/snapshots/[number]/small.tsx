import { SMALL_GROUP } from '@/lib/review/review.ts';
import type { ReviewContext } from './context.ts';

/** Marks what rests on so few that the reader should take it as a hint, and leave the people alone. */
export function Small({ t }: Pick<ReviewContext, 't'>) {
  return (
    <span className="chip small-group" title={t('small.text', { n: SMALL_GROUP })}>
      {t('small.mark')}
    </span>
  );
}
