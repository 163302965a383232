import { DefaultStylePanel, type TLRecord, type TLUiStylePanelProps, useEditor, useValue } from 'tldraw';
import { isCard } from '../projection/cards.ts';

/** Colours and strokes, only while something is drawn or a drawing is selected: cards have none. */
export function Style(props: TLUiStylePanelProps) {
  const editor = useEditor();
  const needed = useValue('drawing', () => {
    const selected = editor.getSelectedShapes();
    if (selected.length > 0) return selected.some((s) => !isCard(s as TLRecord));
    return Boolean(editor.root.getCurrent()?.shapeType);
  }, [editor]);
  return needed ? <DefaultStylePanel {...props} /> : null;
}
