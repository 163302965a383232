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
 * What tldraw would do that a map has no use for: it would fetch from other hosts, make pictures of shapes,
 * or set what the page sets, and its keys are easily hit.
 */
const NOT_HERE = [
  'insert-embed',
  'insert-media',
  'convert-to-embed',
  'convert-to-bookmark',
  'flatten-to-image',
  'image-replace',
  'download-original',
  'print',
  'toggle-dark-mode',
  'toggle-focus-mode',
  'toggle-grid',
  'toggle-tool-lock',
  'toggle-debug-mode',
  'select-geo-tool',
];

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
    const rest = { ...actions };
    for (const id of NOT_HERE) delete rest[id];
    const fit = rest['zoom-to-fit'];
    if (fit) rest['zoom-to-fit'] = { ...fit, onSelect: () => fitMap(editor) };
    const keys = rest['open-kbd-shortcuts'];
    if (keys)
      rest['open-kbd-shortcuts'] = { ...keys, onSelect: () => void helpOf(boardOf(editor)).set(true) };
    return rest;
  },
  translations: {
    en: {
      'tool.card': 'Card',
      'tool.card-quote': 'Quote',
      'tool.card-emotion': 'Emotion',
      'tool.card-friction': 'Friction',
      'tool.media': 'Picture',
    },
    sv: {
      ...TLDRAW_SV,
      'tool.card': 'Kort',
      'tool.card-quote': 'Citat',
      'tool.card-emotion': 'Känsla',
      'tool.card-friction': 'Friktion',
      'tool.media': 'Bild',
    },
  },
};
