import type * as Y from 'yjs';
import { LINES, NOTES_MAPS, openNotes } from '../../../lib/notes/document.ts';
import { judgeNotes, notesChangesOf } from '../../../lib/notes/judge/index.ts';
import { type Grammar, TYPE } from '../examine.ts';
import type { Change, Content, Kind } from './kind.ts';

/** The live notes of an interview. They live for a few hours: never written anew, nor restored. */
export class NotesKind implements Kind {
  readonly missing = 'interviewNotFound';
  readonly grammar: Grammar = {
    roots: new Set([LINES, ...NOTES_MAPS]),
    types: new Set([TYPE.xmlElement, TYPE.xmlText]),
    // A whole interview of three hours typed without a connection: some 30,000 words, corrected on the way.
    mostItems: 80_000,
  };

  open(doc: Y.Doc): Content {
    const notes = openNotes(doc);
    return {
      doc,
      inspect(transaction): Change {
        const changes = notesChangesOf(transaction, notes);
        return {
          isNothing: transaction.changed.size === 0 && !changes.isStrange,
          // All who may write have the same rights, and a prompt may come by another of them.
          anyoneMay: () => true,
          judge: ({ actor, mayWrite, mayBring }) =>
            judgeNotes(changes, { userId: actor.userId, mayWrite, mayBring }, notes),
        };
      },
    };
  }
}
