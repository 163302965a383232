import type { CheckDrawing } from '../../../lib/journey/judge/index.ts';
import { JourneyKind } from './journey.ts';
import type { Kind } from './kind.ts';
import { NotesKind } from './notes.ts';

export type { Change, Content, Kind, Sender } from './kind.ts';

/** The kind a document's name says it is of; one for each room, which remembers by it. */
export type KindOf = (document: string) => Kind;

export const kindsWith =
  (checkDrawing: CheckDrawing): KindOf =>
  (document) =>
    document.startsWith('notes:')
      ? new NotesKind()
      : new JourneyKind(checkDrawing, document.startsWith('tobe:') ? 'toBeMissing' : 'workshopNotFound');
