import { CARD_KINDS, type CardKind } from '../../journey/model.ts';
import type { Review } from '../../review/review.ts';
import type { Words } from '../tables/table.ts';

/** The kinds of card that have a place in the language. */
const MAPPED: readonly CardKind[] = ['action', 'emotion'];

/**
 * What the file says of itself, as a comment's text: where it is from, how it is to be read, and how many of
 * what did not fit. Nobody's words, for a comment cannot hold every text.
 */
export function notMapped(review: Review, { t }: Words): string {
  const { snapshot } = review;
  const { journey, figures } = snapshot;
  const placed = journey.cards.filter((card) => card.place !== null);
  const left = CARD_KINDS.filter((kind) => !MAPPED.includes(kind)).flatMap((kind) => {
    const n = placed.filter((card) => card.kind === kind).length;
    return n > 0 ? [t('cjml.count', { what: t(`kind.${kind}`), n })] : [];
  });
  const counts = (
    [
      ['personas', journey.personas.length],
      ['tray', journey.cards.length - placed.length],
      ['marks', figures.capital.marked],
      ['lanes', journey.lanes.length],
      ['decisions', review.decisions.length],
    ] as const
  ).flatMap(([what, n]) => (n > 0 ? [t('cjml.count', { what: t(`cjml.${what}`), n })] : []));
  const lines = [
    t('cjml.made', { number: snapshot.number, sha256: snapshot.sha256 }),
    ...(review.workshop.demo ? [t('about.demoText')] : []),
    t('cjml.aggregate'),
    t('cjml.initiator'),
    t('cjml.rating'),
    t('cjml.notMapped'),
    ...[...left, ...counts].map((line) => `- ${line}`),
  ];
  // Two hyphens would end the comment for a strict reader.
  return `\n${lines.join('\n').replace(/--+/g, '–')}\n`;
}
