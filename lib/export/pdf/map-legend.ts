import type { Flow } from './flow.ts';
import { colour, STYLE } from './type.ts';
import { unknownOn } from './unknown.ts';

const GAP = 16;

/** How lines and signs on the map are to be read, in one row. */
export function legend(flow: Flow, left: number, y: number): void {
  const { doc, pen, words } = flow;
  const { p } = words;
  const middle = y + STYLE.small.leading / 2;
  const ink = () => doc.strokeColor(colour('ink-soft')).fillColor(colour('ink-soft'));
  const line = (x: number, dash: () => void) => {
    doc.save();
    ink().lineWidth(1.2);
    dash();
    doc
      .moveTo(x, middle)
      .lineTo(x + 22, middle)
      .stroke();
    doc.restore();
    return x + 27;
  };
  const items: [(x: number) => number, string][] = [
    [(x) => line(x, () => {}), p('paper.map.legend.observed')],
    [(x) => line(x, () => void doc.dash(5, { space: 3 })), p('paper.map.legend.reported')],
    [
      (x) => line(x, () => void doc.lineCap('round').dash(0.1, { space: 3.2 })),
      p('paper.map.legend.assumed'),
    ],
    [
      (x) => {
        for (const i of [0, 1, 2])
          doc.path(`M${x + i * 8} ${middle + 3}l3.300 -6l3.300 6z`).fill(colour('warn'));
        return x + 28;
      },
      p('paper.map.legend.severity'),
    ],
    [
      (x) => {
        doc.path(
          `M${x + 4} ${middle - 4.5}l1.300 3l3.200 .3l-2.400 2.100l.7 3.100l-2.800 -1.600l-2.800 1.600l.7 -3.100l-2.400 -2.100l3.200 -.3z`,
        );
        doc.fill(colour('ink'));
        return x + 12;
      },
      p('paper.map.legend.star'),
    ],
  ];
  let x = left;
  for (const [sign, text] of items) {
    flow.ornament(() => {
      x = sign(x);
    });
    flow.tag('P', () => {
      x = pen.line(text, x, y, STYLE.small);
    });
    x += GAP;
  }
  const unknown = unknownOn(words.review.snapshot.journey);
  if (unknown === 0) return;
  const said = p('paper.unknown', { n: unknown });
  flow.tag('P', () => pen.line(said, left, y + STYLE.small.leading + 2, STYLE.small));
}
