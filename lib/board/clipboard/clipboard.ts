import type { VecLike } from 'tldraw';
import { CARD_KINDS, type Card, type CardKind, type Journey } from '../../journey/model.ts';
import { byOrder } from '../../journey/order.ts';
import type { Board } from '../board.ts';
import { type Cell, deleteCards } from '../commands.ts';
import { withFilesHere } from '../files/bring.ts';
import { addPictures } from '../files/pictures.ts';
import { pictureWords } from '../files/words.ts';
import { noticesOf } from '../notices/notices.ts';
import { isCard } from '../projection/cards.ts';
import { ownKind } from '../reading/add-menu.ts';
import type { useMapText } from '../ui/text.ts';
import { ask } from './asked.ts';
import { layDrawing, selectedDrawing, soundContent } from './drawing.ts';
import { layLink } from './link.ts';
import { type Copied, copied } from './out.ts';
import type { OwnContent } from './own.ts';
import { addPasted, newCards, newOwnCards } from './place.ts';
import { type Clip, contentOf, linkIn } from './read.ts';
import { PASTE_LIMITS } from './rows.ts';
import { pasteTarget, selectedCards } from './target.ts';

type Text = ReturnType<typeof useMapText>;

/** What is selected on the canvas, for the clipboard; null when nothing is. */
export function copySelected(board: Board, t: Text): Copied | null {
  const { editor } = board;
  const chosen = new Set(selectedCards(board));
  const journey = board.$journey.get();
  const cards = journey.cards.filter((c) => chosen.has(c.id)).sort(asRead(journey));
  const drawing = editor ? selectedDrawing(editor) : null;
  if (cards.length === 0 && !drawing) return null;
  return copied(journey, cards, drawing, board.options.workshopId, {
    columns: {
      kind: t('panel.kind'),
      text: t('panel.text'),
      touchpoint: t('clip.touchpoint'),
      lane: t('clip.lane'),
    },
    kind: Object.fromEntries(CARD_KINDS.map((kind) => [kind, t(`kind.${kind}`)])) as Record<CardKind, string>,
  });
}

/** By touchpoint, then by lane, then by their order in the cell. */
function asRead({ touchpoints, lanes }: Journey): (a: Card, b: Card) => number {
  const columns = new Map(touchpoints.map((t, i) => [t.id, i]));
  const rows = new Map(lanes.map((l, i) => [l.id, i]));
  const rank = (of: Map<string, number>, id: string | undefined) => of.get(id ?? '') ?? of.size;
  return (a, b) =>
    rank(columns, a.place?.touchpointId) - rank(columns, b.place?.touchpointId) ||
    rank(rows, a.place?.laneId) - rank(rows, b.place?.laneId) ||
    byOrder({ id: a.id, order: a.place?.order ?? '' }, { id: b.id, order: b.place?.order ?? '' });
}

/** Takes away what was copied, as one step. */
export function removeSelected(board: Board): void {
  const { editor } = board;
  if (!editor || !board.options.canWrite) return;
  const drawn = editor.getSelectedShapes().flatMap((s) => (isCard(s as never) ? [] : [s.id]));
  const cards = selectedCards(board);
  // Both through the canvas, in one turn: the guard gathers the cards into the same step.
  board.undoManager.stopCapturing();
  if (drawn.length > 0) editor.deleteShapes(drawn);
  if (cards.length > 0) deleteCards(board, cards);
}

/**
 * Takes in what is on a clipboard. Cards go to the cell under the pointer or behind the selected card; where
 * neither is, or where there are many, it is asked first.
 * @param at where the paste was asked for, if not by the keyboard
 * @returns false when it is for tldraw to take in
 */
export function pasteClip(
  board: Board,
  t: Text,
  clip: Clip,
  at?: { cell: Cell | null; point: VecLike },
): boolean {
  const { editor } = board;
  if (!editor || !board.options.canWrite) return true;
  const content = contentOf(clip);
  const cell = at ? at.cell : pasteTarget(board);
  const point = at?.point ?? pointOf(board);
  const notices = noticesOf(board);
  const say = ({ added, onTray }: { added: number; onTray: number }) => {
    if (added > 1 || onTray > 0) notices.tell(t('clip.pasted', { count: added, onTray }));
  };
  switch (content.type) {
    case 'tldraw':
      return false;
    case 'nothing':
      notices.complain(t('clip.nothing'));
      return true;
    case 'images':
      void addPictures(board, content.files, pictureWords(t), point);
      return true;
    case 'link':
      pasteLink(board, content.href, point);
      return true;
    case 'own':
      void pasteOwn(board, t, content.content, cell, point).then((done) => done && say(done));
      return true;
    case 'cards': {
      const lane = board.$journey.get().lanes.find((l) => l.id === cell?.laneId);
      const [only] = content.cards;
      const whole = content.whole ? [content.whole] : content.cards;
      if (cell && lane && only && content.cards.length === 1) {
        addPasted(board, newCards(board, whole, { kind: ownKind(lane.kind), cell }));
        return true;
      }
      ask(board, {
        ...content,
        kind: lane ? ownKind(lane.kind) : 'quote',
        cell,
        paste: (cards, choice) =>
          say(addPasted(board, newCards(board, cards.slice(0, PASTE_LIMITS.cards), choice))),
      });
      return true;
    }
  }
}

/** An address dropped or pasted; what leads to no page or mailbox is passed over. */
export function pasteLink(board: Board, words: string, point?: VecLike): void {
  const { editor } = board;
  const href = linkIn(words.trim());
  if (!editor || !href || !board.options.canWrite) return;
  board.step(() => {
    layLink(editor, href, point ?? editor.getViewportPageBounds().center);
    board.flush();
  });
}

async function pasteOwn(
  board: Board,
  t: Text,
  content: OwnContent,
  cell: Cell | null,
  point: VecLike | undefined,
) {
  const { editor, options } = board;
  if (!editor) return null;
  const fromHere = content.workshopId === options.workshopId;
  if (!fromHere && !cell && content.cards.length > 0) {
    // Cards of another map with nowhere to go: asked like rows of a sheet, which keep their kinds.
    const rows = content.cards.map((c) => ({ ...c, touchpoint: null, lane: null }));
    ask(board, {
      from: 'map',
      cards: rows,
      whole: null,
      kind: 'quote',
      cell: null,
      paste: (_cards, choice) => void addPasted(board, newOwnCards(board, content, choice.cell)),
    });
    return null;
  }
  const drawing =
    content.drawing && (await withFilesHere(board, content.drawing, content.workshopId, pictureWords(t)));
  if (board.editor !== editor) return null;
  const besides = () => (drawing ? layDrawing(editor, soundContent(editor, drawing), point) : []);
  return addPasted(board, newOwnCards(board, content, cell), besides);
}

/** Where the pointer is on the canvas, if it is. */
function pointOf(board: Board): VecLike | undefined {
  const { editor } = board;
  const over = editor?.getContainer().querySelector('.tl-canvas')?.matches(':hover');
  return over ? editor?.inputs.currentPagePoint.clone() : undefined;
}
