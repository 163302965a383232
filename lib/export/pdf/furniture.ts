import { type Flow, FULL, PAGE } from './flow.ts';
import { mm, SHEET, STYLE } from './type.ts';

/** The table of contents at the foot of the first sheet, each line a link. */
export function contents(flow: Flow, top: number): void {
  const { doc, pen, words } = flow;
  doc.switchToPage(0);
  flow.y = top;
  const entries = flow.marks.filter((m) => m.id !== 'cover');
  const step = 15;
  const y = Math.min(top, PAGE.bottom - entries.length * step - 16);
  flow.tag('P', () => pen.line(words.p('paper.contents'), PAGE.left, y, STYLE.label));
  entries.forEach(({ id, title, page }, i) => {
    const at = y + 16 + i * step;
    flow.tag('P', () => {
      pen.line(pen.lines(title, STYLE.body, FULL - 40)[0] ?? '', PAGE.left, at, STYLE.body);
      pen.lineTo(String(page + 1), PAGE.right, at, STYLE.body);
    });
    flow.ornament(() => flow.rule(at + step - 1, PAGE.left, PAGE.right, 'rule'));
    doc.goTo(PAGE.left, at, FULL, step, id);
  });
}

/** What stands at head and foot of every sheet but the first: the report's name, and where one is. */
export function runningHeads(flow: Flow): void {
  const { doc, pen, words } = flow;
  const { workshop, snapshot } = words.review;
  const { start, count } = doc.bufferedPageRange();
  for (let i = start + 1; i < start + count; i += 1) {
    doc.switchToPage(i);
    const { width, height } = doc.page;
    // The map's sheets have narrower margins.
    const edge = width > SHEET.A3[0] ? mm(12) : PAGE.left;
    const right = width - edge;
    doc.markContent('Artifact', { type: 'Pagination' });
    const title = pen.lines(workshop.title, STYLE.label, width / 2)[0] ?? '';
    pen.line(title, edge, mm(12), STYLE.label);
    pen.lineTo(words.p('paper.snapshot', { number: snapshot.number }), right, mm(12), STYLE.label);
    pen.lineTo(words.p('paper.page', { page: i + 1, pages: count }), right, height - mm(14), STYLE.label);
    doc.endMarkedContent();
  }
}
