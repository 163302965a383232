import {
  createTLStore,
  defaultBindingUtils,
  defaultShapeUtils,
  PageRecordType,
  type TLPageId,
  type TLStore,
} from 'tldraw';
import { type Board, tieStore } from '../board.ts';
import { pictureStore } from '../files/store.ts';
import { PAGE_ID } from '../schema/ids.ts';
import { CardUtil } from '../shapes/card/card-util.tsx';

/** The board's store, empty but for the one page every client shares by id. */
export function createBoardStore(board: Board): TLStore {
  const store = createTLStore({
    shapeUtils: [...defaultShapeUtils, CardUtil],
    bindingUtils: defaultBindingUtils,
    assets: pictureStore(board.options.workshopId),
  });
  tieStore(store, board);
  store.mergeRemoteChanges(() => {
    store.put([
      PageRecordType.create({ id: PAGE_ID as TLPageId, name: 'map', index: 'a1' as never, meta: {} }),
    ]);
  });
  return store;
}
