import type { VecLike } from 'tldraw';
import type { Board } from '../board.ts';
import { noticesOf } from '../notices/notices.ts';
import type { useMapText } from '../ui/text.ts';

/** Asks for pictures on this device and takes them onto the map; the code for it comes when it is asked for. */
export function pickPictures(board: Board, t: ReturnType<typeof useMapText>, point?: VecLike): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'image/png,image/jpeg,image/webp,image/gif';
  input.multiple = true;
  input.addEventListener('change', () => void takePictures(board, t, [...(input.files ?? [])], point));
  input.click();
}

export async function takePictures(
  board: Board,
  t: ReturnType<typeof useMapText>,
  files: readonly File[],
  point?: VecLike,
): Promise<void> {
  try {
    const [{ addPictures }, { pictureWords }] = await Promise.all([
      import('../files/pictures.ts'),
      import('../files/words.ts'),
    ]);
    await addPictures(board, files, pictureWords(t), point);
  } catch {
    noticesOf(board).complain(t('image.offline'));
  }
}
