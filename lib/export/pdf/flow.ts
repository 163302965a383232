import type { Words } from '../words.ts';
import { openPdf } from './document.ts';
import { Pen } from './pen.ts';
import { colour, mm, SHEET, STYLE, type Style } from './type.ts';

/** The measures of an upright A4 sheet: a narrow column for what names, a wide one for what tells. */
export const PAGE = {
  left: mm(19),
  right: SHEET.A4[0] - mm(19),
  top: mm(26),
  bottom: SHEET.A4[1] - mm(22),
  main: mm(19) + mm(46),
} as const;
export const FULL = PAGE.right - PAGE.left;
export const MAIN = PAGE.right - PAGE.main;
export const ASIDE = PAGE.main - PAGE.left - mm(6);

/** A section the table of contents leads to. */
export interface Mark {
  id: string;
  title: string;
  /** Counted from nought. */
  page: number;
}

interface Place {
  x?: number;
  width?: number;
  tag?: string;
}

/** Sets text from top to bottom and opens a sheet when one is full. */
export class Flow {
  readonly doc: PDFKit.PDFDocument;
  readonly pen: Pen;
  readonly marks: Mark[] = [];
  readonly #root: PDFKit.PDFStructureElement;
  #tagging = false;
  y = 0;
  /** Of what goes on over the end of a sheet: stands in the margin of the next one. */
  carried = '';

  constructor(readonly words: Words) {
    this.doc = openPdf(words);
    this.pen = new Pen(this.doc);
    this.#root = this.doc.struct('Document');
    this.doc.addStructure(this.#root);
  }

  /** Ends what is open in the tagging; nothing can be tagged after it. */
  endTags(): void {
    this.#root.end();
  }

  sheet(size: [number, number] = [...SHEET.A4]): void {
    this.doc.addPage({ size, margin: 0 });
    this.y = PAGE.top;
  }

  /** Whether the sheet was changed because `height` did not fit on it. */
  ensure(height: number): boolean {
    if (this.y + height <= PAGE.bottom || this.y <= PAGE.top) return false;
    this.sheet();
    // Nothing of another kind can stand in the middle of what is read out as one.
    if (this.carried && !this.#tagging) {
      const [line = ''] = this.pen.lines(this.carried, STYLE.label, ASIDE);
      this.ornament(() => this.pen.line(line, PAGE.left, this.y, STYLE.label));
    }
    return true;
  }

  space(height: number): void {
    if (this.y > PAGE.top) this.y += height;
  }

  /** What `draw` draws is read out as one thing, for instance a heading; `alt` says what cannot be read. */
  tag(type: string, draw: () => void, alt?: string): void {
    const content = this.doc.markStructureContent(type);
    this.#tagging = true;
    draw();
    this.#tagging = false;
    this.doc.endMarkedContent();
    this.#root.add(this.doc.struct(type, alt ? { alt } : {}, [content]));
  }

  /** Rules, frames and page numbers: nobody wants them read out. */
  ornament(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  text(text: string, style: Style = STYLE.body, { x = PAGE.main, width, tag = 'P' }: Place = {}): void {
    const lines = this.pen.lines(text, style, width ?? PAGE.right - x);
    // Never one line alone at the foot.
    this.ensure(style.leading * Math.min(lines.length, 2));
    this.tag(tag, () => {
      for (const line of lines) {
        this.ensure(style.leading);
        this.pen.line(line, x, this.y, style);
        this.y += style.leading;
      }
    });
  }

  /** A section's beginning, with enough room below it that it does not stand alone. */
  heading(id: string, title: string, room = mm(40)): void {
    this.space(mm(11));
    this.ensure(room);
    this.ornament(() => this.rule(this.y));
    this.y += mm(3);
    this.mark(id, title);
    this.text(title, STYLE.heading, { x: PAGE.left, tag: 'H2' });
    this.y += mm(3);
  }

  /** Makes the place a goal of links and of the reader's own list of sections. */
  mark(id: string, title: string): void {
    const { start, count } = this.doc.bufferedPageRange();
    this.doc.addNamedDestination(id, 'XYZ', PAGE.left, this.y - mm(4), 0);
    this.doc.outline.addItem(title);
    this.marks.push({ id, title, page: start + count - 1 });
  }

  rule(
    y: number,
    x = PAGE.left,
    to: number = PAGE.right,
    token: Parameters<typeof colour>[0] = 'rule-strong',
  ) {
    this.doc.moveTo(x, y).lineTo(to, y).lineWidth(0.6).strokeColor(colour(token)).stroke();
  }
}
