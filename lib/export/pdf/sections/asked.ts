import { SMALL_GROUP } from '../../../review/review.ts';
import { aside } from '../blocks.ts';
import type { Flow } from '../flow.ts';
import { STYLE } from '../type.ts';

/** What was asked, of whom, and who was and was not at the table. */
export function asked(flow: Flow): void {
  const { review, t, p, format } = flow.words;
  const { customerInterviews, employeeInterviews, functions, questions, missing } = review.asked;
  const { onTray } = review.snapshot.figures.counts;
  flow.heading('asked', t('asked.title'));
  flow.text(
    [
      t('asked.interviews', { customers: customerInterviews, employees: employeeInterviews }),
      functions.length > 0 ? t('asked.functions', { list: format.list(functions) }) : t('asked.noFunctions'),
      missing.length > 0 ? p('paper.missing', { list: format.list(missing), n: missing.length }) : '',
      onTray > 0 ? t('asked.tray', { n: onTray }) : '',
    ]
      .filter(Boolean)
      .join(' '),
  );
  if (customerInterviews > 0 && customerInterviews < SMALL_GROUP) {
    flow.space(5);
    flow.text(p('paper.small'), { ...STYLE.strong, colour: 'warn' });
  }
  if (questions.length === 0) return;
  flow.space(9);
  flow.ensure(4 * STYLE.body.leading);
  aside(flow, flow.y + 1.5, [{ text: p('paper.questions') }]);
  questions.forEach((question, i) => {
    flow.text(`${i + 1}.  ${question}`, STYLE.body);
    flow.space(2);
  });
}
