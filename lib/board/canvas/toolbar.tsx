import {
  ArrowToolbarItem,
  DefaultToolbar,
  DrawToolbarItem,
  EllipseToolbarItem,
  EraserToolbarItem,
  FrameToolbarItem,
  HandToolbarItem,
  HighlightToolbarItem,
  LaserToolbarItem,
  LineToolbarItem,
  NoteToolbarItem,
  RectangleToolbarItem,
  SelectToolbarItem,
  TextToolbarItem,
  type TLUiOverrides,
  ToolbarItem,
} from 'tldraw';
import { CARD_TOOLS } from '../gestures/card-tools.ts';
import { TLDRAW_SV } from './tldraw-sv.ts';
import { ToolSign } from './tool-sign.tsx';

/** The cards first, then tldraw's own tools for drawing on top; what does not fit goes into its overflow. */
export function Toolbar() {
  return (
    <DefaultToolbar>
      <SelectToolbarItem />
      <HandToolbarItem />
      {CARD_TOOLS.map((tool) => (
        <ToolbarItem key={tool.id} tool={tool.id} />
      ))}
      <NoteToolbarItem />
      <DrawToolbarItem />
      <ArrowToolbarItem />
      <TextToolbarItem />
      <EraserToolbarItem />
      <HighlightToolbarItem />
      <RectangleToolbarItem />
      <EllipseToolbarItem />
      <LineToolbarItem />
      <FrameToolbarItem />
      <LaserToolbarItem />
    </DefaultToolbar>
  );
}

/** Card tools beside tldraw's; F is our friction, so the frame gives up its letter, and files have no door. */
export const boardOverrides: TLUiOverrides = {
  tools(editor, tools) {
    const { asset: _asset, embed: _embed, ...rest } = tools;
    if (rest.frame) rest.frame = { ...rest.frame, kbd: undefined };
    for (const { id, kind, key } of CARD_TOOLS) {
      rest[id] = {
        id,
        label: `tool.${id}`,
        icon: <ToolSign kind={kind} />,
        // Shown, and bound by place on the keyboard in gestures/keys.ts.
        kbd: key.toLowerCase(),
        onSelect: () => editor.setCurrentTool(id),
      };
    }
    return rest;
  },
  actions(_editor, actions) {
    const { 'insert-embed': _embed, 'insert-media': _media, print: _print, ...rest } = actions;
    return rest;
  },
  translations: {
    en: { 'tool.card-quote': 'Quote', 'tool.card-emotion': 'Emotion', 'tool.card-friction': 'Friction' },
    sv: {
      ...TLDRAW_SV,
      'tool.card-quote': 'Citat',
      'tool.card-emotion': 'Känsla',
      'tool.card-friction': 'Friktion',
    },
  },
};
