import type { Work } from '@/lib/work/work.ts';
import type { CompareContext } from './context.ts';

/** The later map's picture with its changes; null when it could not be drawn, which the log tells. */
export async function drawn(
  { a, b, locale, comparison }: CompareContext,
  work: Work,
  title: string,
): Promise<string | null> {
  if (comparison.isSame) return null;
  const { journey, sources } = b;
  const input = { journey, sources, before: a.journey, locale, title, id: 'changes' };
  return work.run('drawChanges', input).catch((error: unknown) => {
    console.error(error);
    return null;
  });
}
