import { breakLines, clampLines } from '../../../journey/layout/wrap.ts';
import { threeFigures, verdict } from '../../verdict.ts';
import { type Flow, FULL, PAGE } from '../flow.ts';
import { colour, mm, STYLE } from '../type.ts';

/** Lines of the group's note: the contents must stay on this sheet. */
const MOST_NOTE = 5;

/** The first sheet: what it is, what it comes to, and the three figures; leaves room for the contents. */
export function cover(flow: Flow): void {
  const { words, doc } = flow;
  const { review, t } = words;
  const { workshop, snapshot } = review;
  const whole = { x: PAGE.left, width: FULL };
  flow.sheet();
  flow.y = mm(34);
  flow.text(words.eyebrow, STYLE.label, whole);
  flow.y += 6;
  flow.mark('cover', workshop.title);
  flow.text(workshop.title, STYLE.title, { ...whole, tag: 'H1' });
  flow.y += 3;
  flow.text(snapshot.label, STYLE.subtitle, whole);
  if (snapshot.note) {
    flow.y += 8;
    const measure = { width: FULL * 0.8, fontSize: STYLE.body.size };
    const note = clampLines(breakLines(`${t('note')}: ${snapshot.note}`, measure), MOST_NOTE, measure);
    for (const line of note) flow.text(line, STYLE.body, whole);
  }
  if (workshop.demo) {
    flow.y += 8;
    flow.text(t('fictional'), STYLE.soft, whole);
  }
  flow.y += mm(12);
  const said = verdict(words);
  const from = flow.y;
  const x = PAGE.left + mm(6);
  flow.text(said.line, STYLE.verdict, { x, tag: 'H2' });
  flow.y += 5;
  flow.text([said.text, said.way].filter(Boolean).join(' '), STYLE.body, { x, width: FULL * 0.8 });
  flow.ornament(() => {
    doc.rect(PAGE.left, from, 3, flow.y - from).fill(colour(said.calm ? 'accent' : 'warn'));
  });
  flow.y += mm(12);
  figures(flow);
}

function figures(flow: Flow): void {
  const gap = mm(7);
  const width = (FULL - 2 * gap) / 3;
  const top = flow.y;
  let foot = top;
  threeFigures(flow.words).forEach(({ numeral, name, note }, i) => {
    const x = PAGE.left + i * (width + gap);
    flow.ornament(() => flow.rule(top, x, x + width));
    flow.y = top + 6;
    flow.text(numeral, STYLE.numeral, { x, width });
    flow.text(name, STYLE.strong, { x, width });
    flow.y += 3;
    flow.text(note, STYLE.small, { x, width });
    foot = Math.max(foot, flow.y);
  });
  flow.y = foot + mm(12);
}
