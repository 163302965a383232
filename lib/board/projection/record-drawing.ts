import type { RecordsDiff, TLArrowShape, TLRecord, TLStore } from 'tldraw';
import type { Board } from '../board.ts';
import { withSeenEnds } from '../gestures/arrow-ends.ts';
import { type DrawingRecord, writeRecord } from '../schema/form.ts';
import { FREE_SHAPES } from '../schema/kinds.ts';
import { isOwnPicture } from '../schema/pictures.ts';
import { withSafeLinks } from '../schema/rich-text.ts';
import { isCard } from './cards.ts';

const FREE = new Set<string>(FREE_SHAPES);

const isDrawing = (record: TLRecord): record is DrawingRecord =>
  (record.typeName === 'shape' && !isCard(record) && FREE.has(record.type)) ||
  record.typeName === 'binding' ||
  (record.typeName === 'asset' && isOwnPicture(record));

/**
 * Writes what is drawn freely on the canvas into the document, one transaction per batch of tldraw's,
 * with the commands' origin so that one undo manager knows it.
 * @returns whether such a write is going on right now.
 */
export function recordDrawing(board: Board, store: TLStore): () => boolean {
  let writing = false;

  function write({ added, updated, removed }: RecordsDiff<TLRecord>) {
    const put = [...Object.values(added), ...Object.values(updated).map(([, next]) => next)].filter(
      isDrawing,
    );
    const gone = Object.values(removed).filter(isDrawing);
    if (put.length + gone.length === 0 || !board.options.canWrite) return;
    writing = true;
    try {
      board.j.doc.transact(() => {
        for (const record of put) writeRecord(board.j.drawing, seen(record));
        for (const record of gone) board.j.drawing.delete(record.id);
      }, board.j.origin);
    } finally {
      writing = false;
    }
  }

  const seen = (record: DrawingRecord): DrawingRecord => {
    if (record.typeName !== 'shape') return record;
    if (record.type === 'arrow' && board.editor) return withSeenEnds(board.editor, record as TLArrowShape);
    if (!('richText' in record.props)) return record;
    const richText = withSafeLinks(record.props.richText);
    if (richText === record.props.richText) return record;
    return { ...record, props: { ...record.props, richText } } as DrawingRecord;
  };

  const stop = store.listen(({ changes }) => write(changes), { source: 'user', scope: 'document' });
  board.onDetach(stop);
  return () => writing;
}
