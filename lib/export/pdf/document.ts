import PDFDocument from 'pdfkit';
import { regionOf } from '../../i18n/locale.ts';
import { FACES, fontFile } from '../fonts/files.ts';
import type { Words } from '../words.ts';

/**
 * An empty PDF with our fonts, a title and a language; tagged, so that a screen reader finds headings and
 * order. Nothing in it depends on the moment it is written.
 */
export function openPdf({ review, p, locale }: Words): PDFKit.PDFDocument {
  const { workshop, snapshot } = review;
  const doc = new PDFDocument({
    autoFirstPage: false,
    bufferPages: true,
    // Else Helvetica is named in the file without being in it.
    font: null as unknown as string,
    lang: regionOf(locale),
    displayTitle: true,
    pdfVersion: '1.7',
    tagged: true,
    info: {
      Title: [workshop.title, snapshot.label].filter(Boolean).join(' – '),
      Author: 'Utifrån',
      Subject: p('paper.subject', { number: snapshot.number, date: snapshot.takenAt }),
      Creator: 'Utifrån',
      Producer: 'Utifrån',
      CreationDate: snapshot.takenAt,
      ModDate: snapshot.takenAt,
    },
  });
  for (const face of FACES) doc.registerFont(face, fontFile(face));
  return doc;
}

/** Everything drawn so far as bytes. The document is done after it. */
export function closePdf(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
    doc.end();
  });
}
