import { breakLines } from '../../journey/layout/wrap.ts';
import { faceOf } from '../fonts/files.ts';
import { textRuns, unknownIn } from '../fonts/runs.ts';
import { colour, type Style } from './type.ts';

/** What a line is set with; it knows nothing of pages. */
export class Pen {
  /** Characters our fonts do not have, counted while they are drawn. */
  unknown = 0;

  constructor(readonly doc: PDFKit.PDFDocument) {}

  /** Text as it will be drawn, broken as the map's cards are, so that emoji count as wide as they are. */
  lines(text: string, style: Style, width: number): string[] {
    const weight = style.weight >= 600 ? 'semibold' : 'regular';
    return breakLines(text.replace(/\t/g, ' '), { width, fontSize: style.size, weight });
  }

  height(text: string, style: Style, width: number): number {
    return this.lines(text, style, width).length * style.leading;
  }

  /** One line whose box begins at `y`; returns the x after it. */
  line(text: string, x: number, y: number, style: Style): number {
    const { doc } = this;
    this.unknown += unknownIn(text);
    let at = x;
    // Inter's ascent and descent are 0.97 and 0.24 em: this puts the middle of its x-height into the box's.
    const top = y + (style.leading - style.size) / 2;
    for (const run of textRuns(text)) {
      doc.font(run.emoji ? 'Emoji' : faceOf(style.weight), style.size).fillColor(colour(style.colour));
      // Drawn by the baseline, so that the two fonts stand on one line.
      doc.text(run.text, at, top + style.size * 0.84, { lineBreak: false, baseline: 'alphabetic' });
      at += doc.widthOfString(run.text);
    }
    return at;
  }

  /** Right-aligned at `right`. */
  lineTo(text: string, right: number, y: number, style: Style): void {
    this.line(text, right - this.width(text, style), y, style);
  }

  width(text: string, style: Style): number {
    return textRuns(text).reduce((sum, run) => {
      this.doc.font(run.emoji ? 'Emoji' : faceOf(style.weight), style.size);
      return sum + this.doc.widthOfString(run.text);
    }, 0);
  }
}
