import type PptxGen from 'pptxgenjs';
import type { Words } from '../words.ts';
import { fitted, openSlide, SIZE, SLIDE, WIDE, write } from './deck.ts';
import { cell, TABLE } from './table.ts';

const MOST = 5;

/** What became of the map since leadership last looked. */
export function sinceSlide(deck: PptxGen, words: Words): void {
  const { review, p, t, sign, percent, name } = words;
  if (!review.since) return;
  const { last, diff, deltas, frictions } = review.since;
  const slide = openSlide(deck, words, p('paper.since.title'));
  const intro = p('paper.since.intro', { number: last.number, label: last.label, date: last.takenAt });
  write(slide, fitted(intro, SIZE.body, WIDE, 2), { y: 1.35, h: 0.55, size: SIZE.body, colour: 'ink-soft' });
  const [then, now] = [last.figures, review.snapshot.figures];
  const ratio = ({ counted }: typeof now.ratio) => `${counted.plus} : ${counted.minus}`;
  const share = (value: number | null) => (value === null ? '–' : percent(value));
  const rows = [
    [t('curves.plain'), sign(then.capital.plain), sign(now.capital.plain), sign(deltas.capital)],
    [t('curves.weighted'), sign(then.capital.weighted), sign(now.capital.weighted), sign(deltas.weighted)],
    [t('figure.ratio'), ratio(then.ratio), ratio(now.ratio), `${sign(deltas.plus)} : ${sign(deltas.minus)}`],
    [
      ...[t('figure.coverage'), share(then.coverage.share), share(now.coverage.share)],
      deltas.coverage === null ? '–' : `${deltas.coverage > 0 ? '+' : ''}${percent(deltas.coverage)}`,
    ],
  ];
  const head = ['', p('paper.since.then'), p('paper.since.now'), p('paper.since.change')];
  const half = (WIDE - 0.8) / 2;
  slide.addTable(
    [
      head.map((text) => cell(text, false, 'ink-soft')),
      ...rows.map((row) => row.map((text, i) => cell(text, i === 3))),
    ],
    { ...TABLE, y: 2.1, w: half, colW: [half - 3.2, 1, 1, 1.2] },
  );
  const counts = ({ added, removed, changed }: typeof diff.cards | typeof diff.touchpoints) => ({
    ...{ added: added.length, removed: removed.length, changed: changed.length },
  });
  const moved = `${p('paper.since.cards', counts(diff.cards))} ${p('paper.since.touchpoints', counts(diff.touchpoints))}`;
  write(slide, moved, { y: 4.6, w: half, h: 1.6, size: SIZE.body });
  const gone = new Map(diff.touchpoints.removed.map((x) => [x.id, x.name]));
  const lists = [
    { title: p('paper.since.addedFrictions'), names: frictions.added.map(name) },
    {
      title: p('paper.since.goneFrictions'),
      names: frictions.gone.map((id) => name(id) || gone.get(id) || ''),
    },
  ];
  let y = 2.1;
  const x = SLIDE.margin + half + 0.8;
  for (const { title, names } of lists) {
    const shown = names.filter(Boolean).slice(0, MOST);
    if (shown.length === 0) continue;
    write(slide, title, { x, y, w: half, h: 0.35, size: SIZE.strong, bold: true });
    y += 0.4;
    for (const one of shown) {
      write(slide, `–  ${fitted(one, SIZE.body, half - 0.3, 1)}`, { x, y, w: half, h: 0.3, size: SIZE.body });
      y += 0.32;
    }
    y += 0.3;
  }
  slide.addNotes([intro, moved].join('\n'));
}
