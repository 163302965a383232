import type { Editor, TLAsset, TLContent, TLRecord, TLShape, TLShapeId, VecLike } from 'tldraw';
import { isCard } from '../projection/cards.ts';
import { checkDrawingRecord, type DrawingRecord, PAGE_ID, toStored } from '../schema/index.ts';
import type { OwnDrawing } from './own.ts';

/** The drawings among the selected shapes, in tldraw's form, and their words; null when only cards are selected. */
export function selectedDrawing(editor: Editor): { own: OwnDrawing; words: string[] } | null {
  const ids = editor.getSelectedShapes().flatMap((s) => (isCard(s as TLRecord) ? [] : [s.id]));
  const content = ids.length > 0 ? editor.getContentFromCurrentPage(ids) : undefined;
  if (!content) return null;
  const { shapes, bindings, assets } = content;
  const words = shapes.flatMap((s) => editor.getShapeUtil(s).getText(s)?.trim() || []);
  return { own: { shapes, bindings: bindings ?? [], assets } as unknown as OwnDrawing, words };
}

/** Copied drawings that this map may hold, each checked as the server will check it. */
export function soundContent(editor: Editor, drawing: OwnDrawing): TLContent {
  const inside = new Set(drawing.shapes.map((s) => s.id));
  const isSound = (record: unknown) => {
    const { id } = record as DrawingRecord;
    try {
      return checkDrawingRecord({ id, ...toStored(record as DrawingRecord) }) === null;
    } catch {
      return false;
    }
  };
  const shapes = drawing.shapes
    .map((s) => (inside.has(String(s.parentId)) ? s : { ...s, parentId: PAGE_ID }))
    .filter(isSound) as unknown as TLShape[];
  const bindings = drawing.bindings.filter(isSound) as unknown as TLContent['bindings'];
  return {
    shapes,
    bindings,
    assets: drawing.assets.filter(isSound) as unknown as TLAsset[],
    rootShapeIds: shapes.filter((s) => s.parentId === PAGE_ID).map((s) => s.id),
    schema: editor.store.schema.serialize(),
  };
}

/** Lays them on the map, selected; returns what was laid. */
export function layDrawing(editor: Editor, content: TLContent, point: VecLike | undefined): TLShapeId[] {
  if (content.rootShapeIds.length === 0) return [];
  editor.putContentOntoCurrentPage(content, { select: true, ...(point ? { point } : {}) });
  return editor.getSelectedShapeIds();
}
