import * as Y from 'yjs';
import { checkDrawingRecord, fileIdOf, parentCycles, pictureSrc } from '../../board/schema/index.ts';
import { AppError } from '../../errors.ts';
import type { JourneyFile } from '../../export/json/schema.ts';
import { openJourney, toJourney } from '../../journey/document.ts';
import { Erased, type ErasedIds } from '../../journey/erased.ts';
import { beforeOf, type Changes, changesOf, type JudgeContext, judge } from '../../journey/judge/index.ts';
import type { Card, Journey } from '../../journey/model.ts';
import { type Drawing, writtenJourney } from '../../journey/written.ts';

/** What each id of the file is called here. */
export interface Renamed {
  interviews: Readonly<Record<string, string>>;
  findings: Readonly<Record<string, string>>;
  pictures: Readonly<Record<string, string>>;
}

export interface Writing {
  journey: Journey;
  drawing: JourneyFile['drawing'];
  ids: Renamed;
  /** By the ids of the file: must not come back with it. */
  erased: ErasedIds;
  userId: string;
}

export interface Written {
  /** `encodeStateAsUpdate` of the new document. */
  state: Uint8Array;
  cards: number;
  /** Drawing records that no client here could show. */
  setAside: number;
}

/**
 * A journey file's map as a new document, found sound by the judge of live edits. Throws
 * journeyFileDamaged. One of the jobs of lib/work: it takes a tenth of a second for a thousand cards.
 */
export function writeDocument({ journey, drawing, ids, erased, userId }: Writing): Written {
  const gone = new Erased();
  gone.add(erased);
  const cards = journey.cards.filter((card) => !gone.has(card.id, card.source));
  const map = { ...journey, cards: cards.map((card) => renamed(card, ids)), unreadable: [] };
  const shapes = soundDrawing(withPictures(drawing, ids));
  let changes: Changes | null = null;
  const j = writtenJourney(map, shapes, (transaction) => {
    changes = changesOf(transaction, openJourney(transaction.doc));
  });
  if (!changes || refuses(changes, j, userId)) throw new AppError('journeyFileDamaged', { where: 'journey' });
  // Whatever the judge lets pass must also be read: nothing is to be lost unseen.
  const read = toJourney(j);
  const [odd] = read.unreadable;
  if (odd) throw new AppError('journeyFileDamaged', { where: `journey.${odd.collection}` });
  const state = Y.encodeStateAsUpdate(j.doc);
  j.doc.destroy();
  return {
    state,
    cards: read.cards.length,
    setAside: Object.keys(drawing).length - Object.keys(shapes).length,
  };
}

/**
 * Judged as edits of whoever takes the file in, who may do everything in the new workshop, and bring the
 * others' cards. What others thought of a card nobody else may say for them: those are only looked at as entries.
 */
function refuses(changes: Changes, j: ReturnType<typeof openJourney>, userId: string): boolean {
  const author = { userId, mayWrite: true, mayStructure: () => true, maySettings: true };
  const context: JudgeContext = {
    before: beforeOf(openJourney(new Y.Doc())),
    checkDrawing: checkDrawingRecord,
    mayBring: () => true,
  };
  const entries = changes.entries.filter(({ collection }) => collection !== 'reactions');
  return judge({ ...changes, entries }, author, j, context) !== null;
}

function renamed(card: Card, { interviews, findings }: Renamed): Card {
  if (!card.source) return card;
  const { findingId, interviewId } = card.source;
  const source = {
    findingId: findings[findingId] ?? findingId,
    interviewId: interviews[interviewId] ?? interviewId,
  };
  return { ...card, source };
}

const SRC = 'props.src';

function withPictures(drawing: Drawing, { pictures }: Renamed): Drawing {
  return Object.fromEntries(
    Object.entries(drawing).map(([key, record]) => {
      const called = pictures[fileIdOf(record[SRC]) ?? ''];
      return [key, called ? { ...record, [SRC]: pictureSrc(called) } : record];
    }),
  );
}

/** The records a client can show; a canvas hangs for good on parents that run in a circle. */
function soundDrawing(drawing: Drawing): Drawing {
  const sound = Object.entries(drawing).filter(
    ([key, record]) => !('id' in record) && checkDrawingRecord({ ...record, id: key }) === null,
  );
  const parents = new Map(
    sound.flatMap(([key, { place }]) =>
      place ? [[key, String((place as { parentId?: unknown }).parentId)] as const] : [],
    ),
  );
  const circles = parentCycles(parents);
  return Object.fromEntries(sound.filter(([key]) => !circles.has(key)));
}
