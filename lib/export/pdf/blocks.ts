import type { TouchpointStory } from '../../review/review.ts';
import type { Voice } from '../../review/voices.ts';
import { type Flow, MAIN, PAGE } from './flow.ts';
import { colour, mm, STYLE } from './type.ts';

const PAD = { x: 9, y: 6 } as const;
const TAIL = 6;
/** A speech that is longer goes on in a bubble of its own: a sheet has an end. */
const MOST_LINES = 36;

/** What was said, as speech, with who said it below; what nobody said stands plain and says so. */
function voice(flow: Flow, said: Voice, tone: 'customer' | 'employee' = 'customer'): void {
  if (!said.words.trim()) return;
  if (said.alias === null) {
    guess(flow, said.words);
    return;
  }
  const lines = flow.pen.lines(said.words, STYLE.body, MAIN - 2 * PAD.x);
  while (lines.length > 0) bubble(flow, lines.splice(0, MOST_LINES), said.alias, tone);
}

/** Several voices; those who must not be quoted are named together on one line. */
export function voices(flow: Flow, said: readonly Voice[], tone?: 'customer' | 'employee'): void {
  const withheld = said.filter((one) => one.withheld);
  for (const one of said) {
    if (one.withheld) continue;
    voice(flow, one, tone);
    flow.space(4);
  }
  const [first] = withheld;
  if (!first) return;
  const who = [...new Set(withheld.flatMap((one) => one.alias ?? []))].join(', ');
  flow.text(`${first.words} – ${who}`, STYLE.small);
  flow.space(4);
}

function bubble(flow: Flow, lines: string[], alias: string, tone: 'customer' | 'employee'): void {
  const { pen, doc } = flow;
  const { leading } = STYLE.body;
  const height = lines.length * leading + 2 * PAD.y;
  flow.ensure(height + TAIL + STYLE.small.leading);
  const width = Math.max(60, ...lines.map((l) => pen.width(l, STYLE.body))) + 2 * PAD.x;
  const { y } = flow;
  flow.ornament(() => {
    doc
      .path(outline(PAGE.main, y, width, height))
      .lineWidth(0.8)
      .lineJoin('round');
    if (tone === 'employee') doc.dash(3, { space: 2 });
    doc.fillAndStroke(colour(tone === 'employee' ? 'card-employee' : 'card-quote'), colour('rule-strong'));
    doc.undash();
  });
  flow.tag('BlockQuote', () => {
    lines.forEach((line, i) => {
      pen.line(line, PAGE.main + PAD.x, y + PAD.y + i * leading, STYLE.body);
    });
  });
  flow.y = y + height + TAIL - 1;
  flow.text(alias, STYLE.small, { x: PAGE.main + 22 });
}

/** Rounded, with a tail at the lower left that points to who said it; as on the map. */
function outline(x: number, y: number, w: number, h: number): string {
  const r = 7;
  const [right, bottom] = [x + w, y + h];
  return [
    `M${x + r} ${y}H${right - r}A${r} ${r} 0 0 1 ${right} ${y + r}V${bottom - r}`,
    `A${r} ${r} 0 0 1 ${right - r} ${bottom}H${x + 20}c-1 3 -4 ${TAIL} -8 ${TAIL + 1}c1.500 -2 2 -4 1.500 ${-TAIL - 1}`,
    `H${x + r}A${r} ${r} 0 0 1 ${x} ${bottom - r}V${y + r}A${r} ${r} 0 0 1 ${x + r} ${y}z`,
  ].join('');
}

function guess(flow: Flow, words: string): void {
  const { doc, pen, words: w } = flow;
  const text = `${words} (${w.t('frictions.assumption')})`;
  flow.ensure(Math.min(4 * STYLE.soft.leading, pen.height(text, STYLE.soft, MAIN - PAD.x)));
  const from = flow.y;
  const page = doc.page;
  flow.text(text, STYLE.soft, { x: PAGE.main + PAD.x });
  if (page !== doc.page) return;
  flow.ornament(() => {
    doc
      .moveTo(PAGE.main, from + 2)
      .lineTo(PAGE.main, flow.y - 2)
      .lineWidth(1.2)
      .dash(0.1, { space: 3 });
    doc.lineCap('round').strokeColor(colour('rule-strong')).stroke().undash().lineCap('butt');
  });
}

/** One to three wedges, with the word beside them; returns the x after it. */
export function severity(flow: Flow, level: 1 | 2 | 3, x: number, y: number): number {
  const { doc, pen, words } = flow;
  for (const step of [1, 2, 3]) {
    const left = x + (step - 1) * 9;
    doc
      .path(`M${left} ${y + 9.5}l3.800 -6.500l3.800 6.500z`)
      .lineWidth(0.7)
      .lineJoin('round');
    if (step <= level) doc.fillAndStroke(colour('warn'), colour('warn'));
    else doc.strokeColor(colour('warn')).stroke();
  }
  return pen.line(words.t(`frictions.severity${level}`), x + 31, y, { ...STYLE.small, colour: 'warn' });
}

/** Whether the expectation was exceeded, met or missed: a sign in a circle, as in the curve. */
export function markSign(flow: Flow, mark: TouchpointStory['mark'], x: number, y: number): void {
  const { doc } = flow;
  doc.circle(x, y, 4.2);
  if (mark === null) {
    doc.lineWidth(0.8).strokeColor(colour('ink-faint')).stroke();
    return;
  }
  doc.fill(colour(mark > 0 ? 'valence-p2' : mark < 0 ? 'valence-m2' : 'valence-0'));
  if (mark === 0) return;
  doc.path(mark > 0 ? `M${x - 2.2} ${y}h4.400M${x} ${y - 2.2}v4.400` : `M${x - 2.2} ${y}h4.400`);
  doc.lineWidth(1.1).lineCap('round').strokeColor(colour('sheet')).stroke().lineCap('butt');
}

/** A short line of the margin's column, at the height of what it names. */
export function aside(
  flow: Flow,
  y: number,
  lines: readonly { text: string; style?: typeof STYLE.label }[],
): void {
  flow.tag('P', () => {
    lines.forEach(({ text, style = STYLE.label }, i) => {
      flow.pen.line(text, PAGE.left, y + i * STYLE.label.leading, style);
    });
  });
}

export const GAP = mm(4);
