import * as Y from 'yjs';
import { openJourney } from '../../journey/document.ts';
import { type Drawing, drawingOf } from '../../journey/written.ts';
import type { ExportInput } from '../export.ts';
import { JOURNEY_FORMAT, JOURNEY_VERSION, type JourneyFile } from './schema.ts';

/** A snapshot as a journey file (schema.ts): whole, with everybody's words. UTF-8. */
export async function writeJson({
  review,
  state,
  enclosed,
  at,
}: ExportInput & { at?: Date }): Promise<Uint8Array> {
  const { workshop, snapshot, decisions } = review;
  const { number, map, label, note, takenAt, sha256, sourcesErased } = snapshot;
  const file: JourneyFile = {
    format: JOURNEY_FORMAT,
    version: JOURNEY_VERSION,
    exportedAt: (at ?? new Date()).toISOString(),
    workshop: { title: workshop.title, locale: snapshot.journey.meta.locale, demo: workshop.demo },
    snapshot: { number, map, label, note, takenAt: takenAt.toISOString(), sha256, sourcesErased },
    journey: snapshot.journey,
    drawing: state ? drawingIn(state) : {},
    pictures: enclosed?.pictures ?? {},
    sources: snapshot.sources,
    interviews: enclosed?.interviews ?? {},
    group: snapshot.group,
    figures: snapshot.figures,
    decisions: decisions.map(({ by: _, owner: __, at: decidedAt, ...decision }) => ({
      ...decision,
      at: decidedAt.toISOString(),
    })),
  };
  return new TextEncoder().encode(`${JSON.stringify(file, null, 1)}\n`);
}

function drawingIn(state: Uint8Array): Drawing {
  const j = openJourney(new Y.Doc());
  try {
    Y.applyUpdate(j.doc, state);
    return drawingOf(j);
  } finally {
    j.doc.destroy();
  }
}
