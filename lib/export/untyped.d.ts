/** What we use of packages that bring no types of their own. */

declare module 'fontkit' {
  export interface Font {
    characterSet: number[];
  }
  export function create(file: Uint8Array): Font;
}

declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { targetFormat: 'woff2' | 'truetype'; keepFeatures?: string[] },
  ): Promise<Uint8Array>;
}

declare module 'svg-to-pdfkit' {
  interface Options {
    width: number;
    height: number;
    preserveAspectRatio?: string;
    assumePt?: boolean;
    fontCallback(family: string): string;
    imageCallback(link: string): string;
    documentCallback(link: string): null;
    warningCallback(warning: string): void;
  }
  export default function svgToPdf(
    doc: PDFKit.PDFDocument,
    svg: string,
    x: number,
    y: number,
    options: Options,
  ): void;
}
