import { Box, type Editor } from 'tldraw';
import { HEADER, HEADER_HEIGHT } from '../../journey/layout/index.ts';
import { boardOf } from '../board.ts';

/** Brings all of the map into view, its headers and what is drawn beside it too. */
export function fitMap(editor: Editor): void {
  const { width, height } = boardOf(editor).$layout.get();
  const all = new Box(-HEADER.laneWidth, -HEADER_HEIGHT, width + HEADER.laneWidth, height + HEADER_HEIGHT);
  const drawn = editor.getCurrentPageBounds();
  if (drawn) all.union(drawn);
  // `animation` follows the reader's wish for calm (see canvas.tsx).
  editor.zoomToBounds(all, { inset: 24, targetZoom: 1, animation: { duration: 220 } });
}
