import type { ExportInput } from '../export.ts';
import { printable } from '../printable.ts';
import { wordsOf } from '../words.ts';
import { closePdf } from './document.ts';
import { Flow } from './flow.ts';
import { contents, runningHeads } from './furniture.ts';
import { mapSheets } from './map-sheets.ts';
import { asked } from './sections/asked.ts';
import { cover } from './sections/cover.ts';
import { curves } from './sections/curves.ts';
import { decisions } from './sections/decisions.ts';
import { frictions } from './sections/frictions.ts';
import { assumed, chains, colophon, opportunities } from './sections/rest.ts';
import { since } from './sections/since.ts';
import { story } from './sections/story.ts';
import { SHEET } from './type.ts';

/** The review set like a printed report on A4, and the map after it on A3. */
export async function writeReport({ review, locale }: ExportInput): Promise<Uint8Array> {
  const flow = new Flow(wordsOf(printable(review), locale));
  cover(flow);
  const room = flow.y;
  curves(flow);
  flow.sheet();
  asked(flow);
  story(flow);
  frictions(flow);
  chains(flow);
  assumed(flow);
  since(flow);
  opportunities(flow);
  decisions(flow);
  colophon(flow);
  mapSheets(flow, SHEET.A3);
  contents(flow, room);
  runningHeads(flow);
  flow.endTags();
  return closePdf(flow.doc);
}
