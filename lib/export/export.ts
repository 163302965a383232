import type { Locale } from '../i18n/locale.ts';
import type { Review } from '../review/review.ts';
import type { Format } from './formats.ts';
import type { Enclosed } from './json/schema.ts';

/** What a file is written from: plain data and bytes, for it goes to a thread of its own. */
export interface ExportInput {
  format: Format;
  /** What may leave the workshop, and nothing else. */
  review: Review;
  /** The reader's language; what the group wrote stays in the map's own. */
  locale: Locale;
  /** `encodeStateAsUpdate`; for the formats that keep the drawing. */
  state: Uint8Array | null;
  /** For the journey file alone. */
  enclosed?: Enclosed;
}

type Writer = (input: ExportInput) => Promise<Uint8Array>;

/** Each loads its own libraries, when it is first asked for. */
const WRITERS: Partial<Record<Format, () => Promise<Writer>>> = {
  report: async () => (await import('./pdf/report.ts')).writeReport,
  mapA3: async () => (await import('./pdf/map.ts')).writeMap,
  mapA1: async () => (await import('./pdf/map.ts')).writeMap,
  svg: async () => (await import('./svg/write.ts')).writeSvgFile,
  curves: async () => (await import('./svg/write.ts')).writeCurves,
  slides: async () => (await import('./slides/write.ts')).writeSlides,
  png: async () => (await import('./png/write.ts')).writePng,
  xlsx: async () => (await import('./xlsx/write.ts')).writeXlsx,
  csv: async () => (await import('./csv/write.ts')).writeCsv,
  json: async () => (await import('./json/write.ts')).writeJson,
  cjml: async () => (await import('./cjml/write.ts')).writeCjml,
};

/** A snapshot as a file's bytes. */
export async function exportSnapshot(input: ExportInput): Promise<Uint8Array> {
  const load = WRITERS[input.format];
  if (!load) throw new Error(`Nobody writes ${input.format}.`);
  return (await load())(input);
}
