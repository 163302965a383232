import svgToPdf from 'svg-to-pdfkit';
import { type SvgNode, writeSvg } from '../svg/tree.ts';
import { typeset } from '../svg/typeset.ts';
import { PAPER } from './type.ts';

export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One of our pictures ready for a PDF; it can then be cut and drawn more than once. */
export function forPdf(picture: SvgNode): SvgNode {
  const fontOf = (face: string) => ({ 'font-family': face });
  return typeset(picture, { fontOf, keepUnknown: false, plainOutlines: true, paper: PAPER });
}

/**
 * Draws a picture (`forPdf`) in vectors, its texts as text. Nothing is fetched: what would point outside
 * is an error.
 */
export function drawPicture(doc: PDFKit.PDFDocument, picture: SvgNode, frame: Frame): void {
  const outside = (): never => {
    throw new Error('A picture of ours never points outside.');
  };
  const { x, y, width, height } = frame;
  svgToPdf(doc, writeSvg(picture), x, y, {
    width,
    height,
    preserveAspectRatio: 'xMinYMin meet',
    assumePt: true,
    fontCallback: (family) => family || 'Inter-400',
    imageCallback: outside,
    documentCallback: outside,
    warningCallback: () => {},
  });
}
