import type { ExportInput } from '../export.ts';
import { printable } from '../printable.ts';
import { wordsOf } from '../words.ts';
import { closePdf } from './document.ts';
import { Flow } from './flow.ts';
import { mapSheets } from './map-sheets.ts';
import { mm, SHEET, STYLE } from './type.ts';

/** The map alone, for a wall: on one sheet where it can be read from it, else on several. */
export async function writeMap({ review, locale, format }: ExportInput): Promise<Uint8Array> {
  const flow = new Flow(wordsOf(printable(review), locale));
  mapSheets(flow, format === 'mapA1' ? SHEET.A1 : SHEET.A3);
  heads(flow);
  flow.endTags();
  return closePdf(flow.doc);
}

/** What the map is of, on every sheet: sheets get lost. */
function heads(flow: Flow): void {
  const { doc, pen, words } = flow;
  const { workshop, snapshot } = words.review;
  const { t, p } = words;
  const { start, count } = doc.bufferedPageRange();
  for (let i = start; i < start + count; i += 1) {
    doc.switchToPage(i);
    const { width, height } = doc.page;
    const [left, right] = [mm(12), width - mm(12)];
    doc.markContent('Artifact', { type: 'Pagination' });
    const title = [workshop.title, snapshot.label].filter(Boolean).join(' – ');
    pen.line(pen.lines(title, STYLE.phase, width / 2)[0] ?? '', left, mm(9), STYLE.phase);
    pen.lineTo(words.eyebrow, right, mm(10.5), STYLE.small);
    if (workshop.demo) pen.lineTo(t('fictional'), right, mm(15), STYLE.small);
    if (count > 1)
      pen.lineTo(p('paper.page', { page: i + 1, pages: count }), right, height - mm(12), STYLE.label);
    doc.endMarkedContent();
  }
}
