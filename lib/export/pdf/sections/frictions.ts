import type { FrictionStory } from '../../../review/voices.ts';
import { severity, voices } from '../blocks.ts';
import { ASIDE, type Flow, PAGE } from '../flow.ts';
import { mm, STYLE } from '../type.ts';

const MOST = 7;

/** The worst frictions in customers' words, with the employees' side where there is one. */
export function frictions(flow: Flow): void {
  const { review, t, p } = flow.words;
  flow.heading('frictions', t('frictions.title'), mm(60));
  if (review.frictions.length === 0) {
    flow.text(t('frictions.none'), STYLE.soft);
    return;
  }
  flow.text(t('frictions.intro'), STYLE.soft);
  flow.space(8);
  review.frictions.slice(0, MOST).forEach((friction, i) => {
    one(flow, friction, i + 1);
  });
  const more = review.frictions.length - MOST;
  if (more > 0) flow.text(p('paper.moreFrictions', { n: more }), STYLE.small);
}

function one(flow: Flow, friction: FrictionStory, rank: number): void {
  const { review, t } = flow.words;
  flow.ensure(mm(34));
  const top = flow.y;
  const page = flow.doc.page;
  flow.text(`${rank}`, { ...STYLE.numeral, colour: 'ink-faint' }, { x: PAGE.left, width: ASIDE });
  flow.y = top + 4;
  flow.text(friction.name, STYLE.phase, { tag: 'H3' });
  const { y } = flow;
  flow.tag('P', () => {
    const x = severity(flow, friction.severity, PAGE.main, y);
    const customers = Math.max(review.asked.customerInterviews, friction.reach);
    const reach =
      friction.reach > 0
        ? t('frictions.reach', { reach: friction.reach, customers })
        : t('frictions.reachNone');
    flow.pen.line(`  ${reach}`, x, y, STYLE.small);
  });
  flow.y = y + STYLE.small.leading + 7;
  flow.carried = friction.name;
  voices(flow, friction.voices);
  if (friction.mirrored && friction.inside.length > 0) {
    flow.ensure(mm(16));
    flow.text(t('frictions.mirrored'), STYLE.strong, { tag: 'H4' });
    flow.space(4);
    voices(flow, friction.inside, 'employee');
  }
  flow.carried = '';
  if (page === flow.doc.page) flow.y = Math.max(flow.y, top + STYLE.numeral.leading);
  flow.y += 10;
}
