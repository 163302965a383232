import {
  ArrowToolbarItem,
  AssetToolbarItem,
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
import { boardOf } from '../board.ts';
import { doorOf } from '../files/door.ts';
import { CARD_TOOLS } from '../gestures/card-tools.ts';
import { helpOf } from '../gestures/help.ts';
import { fitMap } from './fit-map.ts';
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
      <AssetToolbarItem />
      <LaserToolbarItem />
    </DefaultToolbar>
  );
}

/**
 * Card tools beside tldraw's. The letters of tools are shown here and bound by place on the keyboard in
 * gestures/tool-keys.ts; F is our friction, so the frame gives up its letter. Pictures come in our own way.
 */
export const boardOverrides: TLUiOverrides = {
  tools(editor, tools) {
    const { embed: _embed, ...rest } = tools;
    if (rest.asset)
      rest.asset = { ...rest.asset, kbd: undefined, onSelect: () => doorOf(boardOf(editor))?.pick() };
    if (rest.frame) rest.frame = { ...rest.frame, kbd: undefined };
    for (const { id, kind, key } of CARD_TOOLS) {
      rest[id] = {
        id,
        label: `tool.${id}`,
        icon: <ToolSign kind={kind} />,
        kbd: key.toLowerCase(),
        onSelect: () => editor.setCurrentTool(id),
      };
    }
    return rest;
  },
  actions(editor, actions) {
    const { 'insert-embed': _embed, 'insert-media': _media, print: _print, ...rest } = actions;
    const fit = rest['zoom-to-fit'];
    if (fit) rest['zoom-to-fit'] = { ...fit, onSelect: () => fitMap(editor) };
    const keys = rest['open-kbd-shortcuts'];
    if (keys)
      rest['open-kbd-shortcuts'] = { ...keys, onSelect: () => void helpOf(boardOf(editor)).set(true) };
    return rest;
  },
  translations: {
    en: {
      'tool.card-quote': 'Quote',
      'tool.card-emotion': 'Emotion',
      'tool.card-friction': 'Friction',
      'tool.media': 'Picture',
    },
    sv: {
      ...TLDRAW_SV,
      'tool.card-quote': 'Citat',
      'tool.card-emotion': 'Känsla',
      'tool.card-friction': 'Friktion',
      'tool.media': 'Bild',
    },
  },
};
