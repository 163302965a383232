import type { Board } from '../board.ts';
import type { OwnDrawing } from '../clipboard/own.ts';
import { noticesOf } from '../notices/notices.ts';
import { RemoteError } from '../remote.ts';
import { fileIdOf, pictureSrc } from '../schema/pictures.ts';
import type { PictureWords } from './pictures.ts';
import { fileAddress, sendFile } from './send.ts';

/**
 * A drawing copied on another map, its pictures' files brought into this workshop. Those this person may not
 * see there are left out.
 */
export async function withFilesHere(
  board: Board,
  drawing: OwnDrawing,
  from: string,
  words: PictureWords,
): Promise<OwnDrawing> {
  const { workshopId } = board.options;
  if (from === workshopId || drawing.assets.length === 0) return drawing;
  const progress = noticesOf(board).progress(words.sending(drawing.assets.length));
  const assets: OwnDrawing['assets'] = [];
  for (const asset of drawing.assets) {
    const props = asset.props as Record<string, unknown>;
    const fileId = fileIdOf(props.src);
    try {
      if (!fileId) continue;
      const found = await fetch(fileAddress(from, fileId));
      if (!found.ok) continue;
      const { id } = await sendFile(workshopId, await found.blob(), progress.at, words.offline);
      assets.push({ ...asset, props: { ...props, src: pictureSrc(id) } });
    } catch (error) {
      noticesOf(board).complain(error instanceof RemoteError ? error.message : words.offline);
    }
  }
  progress.done();
  const here = new Set(assets.map((a) => a.id));
  const shapes = drawing.shapes.filter(
    (s) => s.type !== 'image' || here.has(String((s.props as Record<string, unknown>).assetId)),
  );
  return { ...drawing, assets, shapes };
}
