import type { TLAssetStore } from 'tldraw';
import { fileIdOf } from '../schema/pictures.ts';
import { fileAddress } from './send.ts';

/** How tldraw finds the pictures of a workshop's map; they come in by `addPictures` only. */
export function pictureStore(workshopId: string): TLAssetStore {
  return {
    upload: () => Promise.reject(new Error('Pictures are added by addPictures.')),
    resolve(asset) {
      const fileId = fileIdOf(asset.props.src);
      return fileId && fileAddress(workshopId, fileId);
    },
  };
}
