import type { Editor, TLAsset, TLContent, VecLike } from 'tldraw';
import type { Board } from '../board.ts';
import { doorOf } from '../files/door.ts';
import { FREE_SHAPES } from '../schema/kinds.ts';
import { isOwnPicture } from '../schema/pictures.ts';

const FREE = new Set<string>(FREE_SHAPES);

/**
 * What tldraw hands over that was dropped or pasted: pictures and addresses go our own way; embeds, bookmarks
 * and programs dressed as pictures have none.
 */
export function takeIn(board: Board, editor: Editor): void {
  editor.registerExternalContentHandler('files', async ({ files, point }) => {
    doorOf(board)?.take(files, point);
  });
  editor.registerExternalContentHandler('url', async ({ url, point }) => {
    doorOf(board)?.link(url, point);
  });
  editor.registerExternalContentHandler('tldraw', async ({ content, point }) => {
    layFree(editor, content, point);
  });
  for (const type of ['file-replace', 'embed', 'svg-text', 'excalidraw'] as const) {
    editor.registerExternalContentHandler(type, async () => {});
  }
}

/** Another tldraw's drawings, as far as this map has their kinds; its pictures stay where they are. */
function layFree(editor: Editor, content: TLContent, point: VecLike | undefined): void {
  const shapes = content.shapes.filter((s) => FREE.has(s.type) && s.type !== 'image');
  const held = new Set(shapes.map((s) => s.id));
  try {
    editor.putContentOntoCurrentPage(
      {
        ...content,
        shapes,
        rootShapeIds: content.rootShapeIds.filter((id) => held.has(id)),
        bindings: content.bindings?.filter((b) => held.has(b.fromId) && held.has(b.toId)),
        assets: content.assets.filter((a: TLAsset) => isOwnPicture(a)),
      },
      { select: true, ...(point ? { point } : {}) },
    );
  } catch {
    // Made by a version of tldraw that says something else: there is nothing to lay.
  }
}
