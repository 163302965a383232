import { answersFor, subjectName } from '../../subjects.ts';
import { type Flow, PAGE } from '../flow.ts';
import { mm, STYLE } from '../type.ts';

/** What leadership has decided, on what, and who answers for it. */
export function decisions(flow: Flow): void {
  const { words } = flow;
  const { review, p } = words;
  if (review.outside && review.decisions.length === 0) return;
  flow.heading('decisions', p('paper.decisions.title'));
  if (review.decisions.length === 0) {
    flow.text(p('paper.decisions.none'), STYLE.soft);
    return;
  }
  for (const decision of review.decisions) {
    const name = subjectName(decision.subject, words);
    if (!name) continue;
    flow.ensure(mm(20));
    const top = flow.y;
    const page = flow.doc.page;
    flow.text(p(`paper.decisions.choice.${decision.choice}`), STYLE.strong, { x: PAGE.left, width: mm(40) });
    flow.text(p(`paper.decisions.${decision.status}`), STYLE.label, { x: PAGE.left, width: mm(40) });
    const foot = flow.y;
    flow.y = top;
    flow.text(name, STYLE.strong);
    if (decision.text) flow.text(decision.text);
    flow.text(answersFor(decision, words), STYLE.small);
    flow.y = (page === flow.doc.page ? Math.max(foot, flow.y) : flow.y) + 5;
    flow.ornament(() => flow.rule(flow.y, PAGE.left, PAGE.right, 'rule'));
    flow.y += 6;
  }
}
