import {
  AssetRecordType,
  createShapeId,
  type Editor,
  type TLAsset,
  type TLImageShape,
  type TLShapeId,
  type VecLike,
} from 'tldraw';
import type { Board } from '../board.ts';
import { noticesOf } from '../notices/notices.ts';
import { RemoteError } from '../remote.ts';
import { pictureSrc } from '../schema/pictures.ts';
import { MOST_BYTES, type Prepared, prepare } from './prepare.ts';
import { sendFile } from './send.ts';

/** What is said while pictures come in. */
export interface PictureWords {
  sending(count: number): string;
  unreadable(name: string): string;
  tooMany(max: number): string;
  tooLarge(name: string, max: number): string;
  offline: string;
}

/** Longest side on the map, in page units. */
const SHOWN = 400;
const AT_ONCE = 10;

/** Takes pictures onto the map around `point` (default: the middle of the view), as one undo step. */
export async function addPictures(
  board: Board,
  files: readonly File[],
  words: PictureWords,
  point?: VecLike,
): Promise<void> {
  const { editor } = board;
  if (!editor || !board.options.canWrite || files.length === 0) return;
  const notices = noticesOf(board);
  if (files.length > AT_ONCE) notices.complain(words.tooMany(AT_ONCE));
  const taken = files.slice(0, AT_ONCE);
  const progress = notices.progress(words.sending(taken.length));
  const assets: TLAsset[] = [];
  try {
    for (const [i, file] of taken.entries()) {
      const prepared = await prepare(file);
      if (!prepared) {
        notices.complain(words.unreadable(file.name));
        continue;
      }
      if (prepared.blob.size > MOST_BYTES) {
        notices.complain(words.tooLarge(file.name, MOST_BYTES / 1024 / 1024));
        continue;
      }
      assets.push(
        await sent(board, prepared, (done) => progress.at((i + done) / taken.length), words.offline),
      );
    }
  } catch (error) {
    notices.complain(error instanceof RemoteError ? error.message : words.offline);
  } finally {
    progress.done();
  }
  // The canvas may have gone while they were sent.
  if (assets.length > 0 && board.editor === editor) lay(board, editor, assets, point);
}

async function sent(
  board: Board,
  { blob, name, width, height }: Prepared,
  onProgress: (done: number) => void,
  offline: string,
): Promise<TLAsset> {
  const file = await sendFile(board.options.workshopId, blob, onProgress, offline);
  return AssetRecordType.create({
    id: AssetRecordType.createId(),
    type: 'image',
    props: {
      w: width,
      h: height,
      name,
      isAnimated: file.type === 'image/gif',
      mimeType: file.type,
      src: pictureSrc(file.id),
      fileSize: blob.size,
    },
    meta: {},
  });
}

/** Side by side from the left, around the point. */
function lay(board: Board, editor: Editor, assets: readonly TLAsset[], point: VecLike | undefined): void {
  const sizes = assets.map(({ props }) => {
    const { w, h } = props as { w: number; h: number };
    const scale = Math.min(1, SHOWN / Math.max(w, h));
    return { w: Math.max(1, w * scale), h: Math.max(1, h * scale) };
  });
  const gap = 16;
  const total = sizes.reduce((sum, { w }) => sum + w + gap, -gap);
  const centre = point ?? editor.getViewportPageBounds().center;
  let x = centre.x - total / 2;
  const ids: TLShapeId[] = [];
  board.step(() => {
    editor.createAssets([...assets]);
    assets.forEach((asset, i) => {
      const { w, h } = sizes[i] as { w: number; h: number };
      const id = createShapeId();
      ids.push(id);
      const altText = 'name' in asset.props ? asset.props.name.replace(/\.\w{2,5}$/, '') : '';
      const props = { assetId: asset.id, w, h, altText };
      editor.createShape<TLImageShape>({ id, type: 'image', x, y: centre.y - h / 2, props });
      x += w + gap;
    });
    board.flush();
  });
  editor.setCurrentTool('select');
  editor.setSelectedShapes(ids);
}
