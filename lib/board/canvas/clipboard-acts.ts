import type { VecLike } from 'tldraw';
import type { Board } from '../board.ts';
import type { ClipboardActs } from '../clipboard/listen.ts';
import type { Clip } from '../clipboard/read.ts';
import type { Cell } from '../commands.ts';
import { noticesOf } from '../notices/notices.ts';
import type { useMapText } from '../ui/text.ts';

type Text = ReturnType<typeof useMapText>;
type Clipboard = typeof import('../clipboard/clipboard.ts');

/** The readers of other programs' formats weigh more than the first look at a map should. */
let clipboard: Clipboard | null = null;
export async function loadClipboard(): Promise<Clipboard> {
  clipboard ??= await import('../clipboard/clipboard.ts');
  return clipboard;
}

/** What a clipboard event does; until the code is here a copy is tldraw's, and a paste waits for it. */
export function clipboardOf(board: Board, t: Text): ClipboardActs {
  return {
    copySelected: () => clipboard?.copySelected(board, t) ?? null,
    removeSelected: () => clipboard?.removeSelected(board),
    paste(clip) {
      if (clipboard) return clipboard.pasteClip(board, t, clip);
      void loadClipboard().then(
        ({ pasteClip }) => pasteClip(board, t, clip),
        () => noticesOf(board).complain(t('clip.unreadable')),
      );
      return true;
    },
  };
}

/** Copy and cut from a menu. */
export async function copyFromMenu(board: Board, t: Text, cut: boolean): Promise<void> {
  const { copySelected, removeSelected } = await loadClipboard();
  const content = copySelected(board, t);
  if (!content) return;
  try {
    const blob = (type: string, words: string) => new Blob([words], { type });
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/html': blob('text/html', content.html),
        'text/plain': blob('text/plain', content.text),
      }),
    ]);
    if (cut) removeSelected(board);
  } catch {
    noticesOf(board).complain(t('clip.denied'));
  }
}

/** Pastes from a menu; the browser may ask first whether it may read the clipboard. */
export async function pasteFromMenu(
  board: Board,
  t: Text,
  at: { cell: Cell | null; point: VecLike },
): Promise<void> {
  try {
    const [{ pasteClip }, clip] = await Promise.all([loadClipboard(), readSystem()]);
    pasteClip(board, t, clip, at);
  } catch {
    noticesOf(board).complain(t('clip.denied'));
  }
}

async function readSystem(): Promise<Clip> {
  const clip: { html: string; text: string; images: File[] } = { html: '', text: '', images: [] };
  for (const item of await navigator.clipboard.read()) {
    for (const type of item.types) {
      const blob = await item.getType(type);
      if (type === 'text/html') clip.html ||= await blob.text();
      else if (type === 'text/plain') clip.text ||= await blob.text();
      else if (type.startsWith('image/')) clip.images.push(new File([blob], '', { type }));
    }
  }
  return clip;
}
