import {
  createTLStore,
  defaultBindingUtils,
  defaultShapeUtils,
  PageRecordType,
  type TLPageId,
  type TLStore,
} from 'tldraw';
import { PAGE_ID } from '../schema/ids.ts';
import { CardUtil } from '../shapes/card/card-util.tsx';

/** An empty store with the one page every client shares by id. */
export function createBoardStore(): TLStore {
  const store = createTLStore({
    shapeUtils: [...defaultShapeUtils, CardUtil],
    bindingUtils: defaultBindingUtils,
  });
  store.mergeRemoteChanges(() => {
    store.put([
      PageRecordType.create({ id: PAGE_ID as TLPageId, name: 'map', index: 'a1' as never, meta: {} }),
    ]);
  });
  return store;
}
