import { type TLShapeId, useEditor, useEditorComponents } from 'tldraw';
import { useValue } from '../signals.ts';

/** In which states of the tools the outlines of selected shapes show. */
const SHOWING = [
  'select.idle',
  'select.editing_shape',
  'select.brushing',
  'select.scribble_brushing',
  'select.pointing_shape',
  'select.pointing_selection',
  'select.pointing_handle',
];

/** The outlines of what is selected or under the pointer; tldraw's own keeps a hidden one for every shape. */
export function Indicators() {
  const editor = useEditor();
  const { ShapeIndicator } = useEditorComponents();
  const shown = useValue('outlined shapes', () => {
    const { isChangingStyle, isHoveringCanvas, isCoarsePointer } = editor.getInstanceState();
    if (isChangingStyle || !editor.isInAny(...SHOWING)) return '';
    const culled = editor.getCulledShapes();
    const ids = new Set(editor.getSelectedShapeIds().filter((id) => !culled.has(id)));
    const isResting = editor.isInAny('select.idle', 'select.editing_shape');
    const hovered = isResting && isHoveringCanvas && !isCoarsePointer ? editor.getHoveredShapeId() : null;
    if (hovered) ids.add(hovered);
    return [...ids].join(' ');
  }, [editor]);
  if (!ShapeIndicator || shown === '') return null;
  return shown.split(' ').map((id) => <ShapeIndicator key={id} shapeId={id as TLShapeId} />);
}
