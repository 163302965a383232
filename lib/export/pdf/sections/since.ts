import { isEmptyDiff } from '../../../journey/diff/index.ts';
import { type Flow, PAGE } from '../flow.ts';
import { mm, STYLE } from '../type.ts';
import { list } from './rest.ts';

/** What became of the map since leadership last looked, in figures and in words. */
export function since(flow: Flow): void {
  const { review, p, t, sign, percent, name } = flow.words;
  if (!review.since) return;
  const { last, diff, deltas, frictions } = review.since;
  flow.heading('since', p('paper.since.title'), mm(60));
  flow.text(
    p('paper.since.intro', { number: last.number, label: last.label, date: last.takenAt }),
    STYLE.soft,
  );
  if (isEmptyDiff(diff)) {
    flow.text(p('paper.since.nothing'));
    return;
  }
  const { cards, touchpoints } = diff;
  flow.space(4);
  flow.text(`${p('paper.since.cards', counts(cards))} ${p('paper.since.touchpoints', counts(touchpoints))}`);
  const now = review.snapshot.figures;
  const then = last.figures;
  const share = (value: number | null) => (value === null ? '–' : percent(value));
  flow.space(8);
  table(flow, [
    ['', p('paper.since.then'), p('paper.since.now'), p('paper.since.change')],
    [t('curves.plain'), sign(then.capital.plain), sign(now.capital.plain), sign(deltas.capital)],
    [t('curves.weighted'), sign(then.capital.weighted), sign(now.capital.weighted), sign(deltas.weighted)],
    [
      t('figure.ratio'),
      `${then.ratio.counted.plus} : ${then.ratio.counted.minus}`,
      `${now.ratio.counted.plus} : ${now.ratio.counted.minus}`,
      `${sign(deltas.plus)} : ${sign(deltas.minus)}`,
    ],
    [
      t('figure.coverage'),
      share(then.coverage.share),
      share(now.coverage.share),
      deltas.coverage === null ? '–' : `${deltas.coverage > 0 ? '+' : ''}${percent(deltas.coverage)}`,
    ],
  ]);
  list(flow, p('paper.since.addedFrictions'), frictions.added.map(name));
  const before = new Map(touchpoints.removed.map((x) => [x.id, x.name]));
  list(
    flow,
    p('paper.since.goneFrictions'),
    frictions.gone.map((id) => name(id) || before.get(id) || '').filter(Boolean),
  );
}

const counts = (part: {
  added: readonly unknown[];
  removed: readonly unknown[];
  changed: readonly unknown[];
}) => ({
  ...{ added: part.added.length, removed: part.removed.length, changed: part.changed.length },
});

function table(flow: Flow, rows: readonly (readonly string[])[]): void {
  const columns = [PAGE.main + mm(66), PAGE.main + mm(88), PAGE.right];
  flow.ensure(rows.length * 18);
  rows.forEach((row, i) => {
    const { y } = flow;
    const style = i === 0 ? STYLE.label : STYLE.body;
    flow.tag('P', () => {
      flow.pen.line(row[0] ?? '', PAGE.main, y, style);
      row.slice(1).forEach((cell, c) => {
        flow.pen.lineTo(cell, columns[c] as number, y, c === 2 && i > 0 ? STYLE.strong : style);
      });
    });
    flow.ornament(() => flow.rule(y + 15, PAGE.main, PAGE.right, 'rule'));
    flow.y = y + 18;
  });
}
