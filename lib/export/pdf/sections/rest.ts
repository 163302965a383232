import { isCustomerFriction, placedByTouchpoint } from '../../../journey/analysis/index.ts';
import { CUSTOMER_KINDS } from '../../../journey/model.ts';
import type { Flow } from '../flow.ts';
import { STYLE } from '../type.ts';
import { unknownOn } from '../unknown.ts';

/** Where a disappointment colours what follows. */
export function chains(flow: Flow): void {
  const { review, t, p, name, format, percent } = flow.words;
  const { chains, assumptions, touchpoints } = review.snapshot.figures;
  flow.heading('chains', t('chains.title'));
  if (chains.length === 0) {
    flow.text(t('chains.none'), STYLE.soft);
    return;
  }
  const marks = new Map(touchpoints.map((x) => [x.touchpointId, x.mark]));
  for (const { touchpointIds: ids } of chains) {
    const first = name(ids[0] as string);
    if (ids.length === 1) {
      flow.text(t('chains.one', { name: first }));
    } else {
      const fine = ids
        .filter((id) => marks.get(id) !== -1)
        .map((id) => p('paper.quoted', { name: name(id) }));
      flow.text(ids.map(name).join('  →  '), STYLE.strong);
      const run = t('chains.run', { first, last: name(ids.at(-1) as string), n: ids.length });
      const despite = fine.length > 0 ? t('chains.despite', { list: format.list(fine), n: fine.length }) : '';
      flow.text([run, despite].filter(Boolean).join(' '));
    }
    flow.space(7);
  }
  flow.text(t('chains.intro', { share: percent(assumptions.lambda) }), STYLE.small);
}

/** What the map claims about customers without a customer having said it. */
export function assumed(flow: Flow): void {
  const { review, t, name } = flow.words;
  const { journey, figures } = review.snapshot;
  const guesses = [...placedByTouchpoint(journey).values()]
    .flat()
    .filter((p) => p.card.evidence === 'assumed' && p.card.text !== '')
    .filter((p) => isCustomerFriction(p) || (CUSTOMER_KINDS as readonly string[]).includes(p.card.kind));
  const silent = figures.coverage.assumed;
  flow.heading('assumed', t('assumed.title'));
  if (silent.length + guesses.length === 0) {
    flow.text(t('assumed.none'), STYLE.soft);
    return;
  }
  flow.text(t('assumed.intro'), STYLE.soft);
  list(flow, t('assumed.touchpoints'), silent.map(name));
  list(
    flow,
    t('assumed.cards'),
    guesses.map(({ card, touchpointId }) => `${card.text} – ${name(touchpointId)}`),
  );
}

export function opportunities(flow: Flow): void {
  const { review, t } = flow.words;
  if (review.opportunities.length === 0) return;
  flow.heading('opportunities', t('opportunities.title'));
  flow.text(t('opportunities.intro'), STYLE.soft);
  list(
    flow,
    '',
    review.opportunities.map((o) => (o.touchpoint ? `${o.text} – ${o.touchpoint}` : o.text)),
  );
}

/** A list with its name in the margin where there is room, else above it. */
export function list(flow: Flow, title: string, items: readonly string[]): void {
  if (items.length === 0) return;
  flow.space(8);
  flow.ensure(3 * STYLE.body.leading);
  if (title) flow.text(title, STYLE.strong, { tag: 'H3' });
  for (const item of items) {
    flow.space(2);
    flow.text(`–  ${item}`, STYLE.body);
  }
}

/** How the figures come about, what is left out, and the seal. */
export function colophon(flow: Flow): void {
  const { review, t, p } = flow.words;
  const { snapshot } = review;
  // On the sheets so far, and on the map's, which follow.
  const unknown = Math.max(flow.pen.unknown, unknownOn(snapshot.journey));
  flow.heading('colophon', t('colophon.title'));
  const parts = [
    t('colophon.method'),
    t('colophon.privacy'),
    snapshot.sourcesErased > 0 ? t('colophon.erased', { n: snapshot.sourcesErased }) : '',
    unknown > 0 ? p('paper.unknown', { n: unknown }) : '',
    t('colophon.seal', { number: snapshot.number, hash: snapshot.sha256 }),
  ];
  for (const part of parts.filter(Boolean)) {
    flow.text(part, STYLE.small);
    flow.space(4);
  }
}
