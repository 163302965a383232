import { useEffect, useState } from 'react';
import {
  DefaultContextMenu,
  DefaultContextMenuContent,
  type TLRecord,
  type TLUiContextMenuProps,
  TldrawUiMenuGroup,
  TldrawUiMenuItem,
  TldrawUiMenuSubmenu,
  useEditor,
  useValue,
  type VecLike,
} from 'tldraw';
import { cellAt } from '../../journey/layout/index.ts';
import { type Board, boardOf } from '../board.ts';
import { selectedCards } from '../clipboard/target.ts';
import { deleteCards, placeCards } from '../commands.ts';
import { doorOf } from '../files/door.ts';
import { helpOf } from '../gestures/help.ts';
import { menuOf } from '../gestures/menu-open.ts';
import { takeAskedPoint } from '../gestures/open-menu.ts';
import { isCard } from '../projection/cards.ts';
import { addItems } from '../reading/add-menu.ts';
import { cardItems } from '../reading/card-menu.ts';
import type { MenuItem } from '../ui/menu.tsx';
import { useMapText } from '../ui/text.ts';
import { touchpointItems } from '../ui/touchpoint-items.ts';
import { copyFromMenu, pasteFromMenu } from './clipboard-acts.ts';
import { fitMap } from './fit-map.ts';

type Text = ReturnType<typeof useMapText>;

/** The canvas' menu by right click, long press, menu key or Shift+F10: of cards, of a cell, of the ground. */
export function ContextMenu(props: TLUiContextMenuProps) {
  return (
    <DefaultContextMenu {...props}>
      <Content />
    </DefaultContextMenu>
  );
}

function Content() {
  const editor = useEditor();
  const board = boardOf(editor);
  const t = useMapText();
  useEffect(() => {
    menuOf(board).set(true);
    return () => {
      menuOf(board).set(false);
    };
  }, [board]);
  const [point] = useState<VecLike>(() => takeAskedPoint(editor) ?? editor.inputs.currentPagePoint.clone());
  const drawings = useValue(
    'drawings selected',
    () => editor.getSelectedShapes().some((s) => !isCard(s as TLRecord)),
    [editor],
  );
  const cards = useValue('cards selected', () => selectedCards(board).join(' '), [board]);
  // tldraw knows best what can be done with its own shapes.
  if (drawings) return <DefaultContextMenuContent />;
  const groups = cards ? ofCards(board, t, cards.split(' ')) : ofGround(board, t, point);
  return groups
    .filter((items) => items.length > 0)
    .map((items, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a menu's entries do not move while it is open
      <TldrawUiMenuGroup key={i} id={`group-${i}`}>
        <Entries items={() => items} />
      </TldrawUiMenuGroup>
    ));
}

/** One menu's entries; further ones are made only when they are opened. */
function Entries({ items }: { items: () => MenuItem[] }) {
  return items().map((item, i) => {
    const key = `${i}`;
    if ('heading' in item) return <Heading key={key} words={item.heading} />;
    if ('more' in item) {
      return (
        <TldrawUiMenuSubmenu key={key} id={key} label={item.label} disabled={item.disabled} size="medium">
          <div className="tlui-scrollable" style={{ maxHeight: '60vh', overflowY: 'auto' }}>
            <TldrawUiMenuGroup id={`more-${key}`}>
              <Entries items={item.more} />
            </TldrawUiMenuGroup>
          </div>
        </TldrawUiMenuSubmenu>
      );
    }
    return (
      <TldrawUiMenuItem
        key={key}
        id={`entry-${key}`}
        label={item.checked ? `✓ ${item.label}` : item.label}
        disabled={item.disabled}
        readonlyOk
        onSelect={item.run}
      />
    );
  });
}

function Heading({ words }: { words: string }) {
  return (
    <div role="presentation" style={{ padding: '8px 12px 2px', color: 'var(--ink-soft)', fontSize: 12 }}>
      {words}
    </div>
  );
}

function ofCards(board: Board, t: Text, ids: string[]): MenuItem[][] {
  const { editor } = board;
  const write = board.options.canWrite;
  const copy = { label: t('clip.copy'), run: () => void copyFromMenu(board, t, false) };
  const clipboard: MenuItem[] = write
    ? [
        { label: t('clip.cut'), run: () => void copyFromMenu(board, t, true) },
        copy,
        {
          label: t('clip.duplicate'),
          run: () => {
            editor?.markHistoryStoppingPoint('duplicate');
            editor?.duplicateShapes(editor.getSelectedShapeIds());
          },
        },
      ]
    : [copy];
  const [only] = ids;
  const card = ids.length === 1 && only ? board.cardState(only)?.card : undefined;
  if (card) return [cardItems(board, t, card), clipboard];
  if (!write) return [clipboard];
  return [
    [
      { heading: t('menu.cards', { count: ids.length }) },
      {
        label: t('panel.moveTo'),
        more: () => touchpointItems(board, (touchpointId) => placeCards(board, ids, { touchpointId })),
      },
      { label: t('panel.toTray'), run: () => placeCards(board, ids, null) },
      { label: t('panel.remove'), run: () => deleteCards(board, ids), danger: true },
    ],
    clipboard,
  ];
}

function ofGround(board: Board, t: Text, point: VecLike): MenuItem[][] {
  const { editor } = board;
  const { lanes, touchpoints } = board.$journey.get();
  const hit = cellAt(board.$layout.get(), point.x, point.y);
  const lane = lanes.find((l) => l.id === hit?.laneId);
  const touchpoint = touchpoints.find((tp) => tp.id === hit?.touchpointId);
  const add: MenuItem[] =
    board.options.canWrite && lane && touchpoint
      ? [{ heading: t('addHere', { name: touchpoint.name }) }, ...addItems(board, t, touchpoint.id, lane)]
      : [];
  const cell = hit && { touchpointId: hit.touchpointId, laneId: hit.laneId, index: hit.index };
  const take: MenuItem[] = board.options.canWrite
    ? [
        { label: t('clip.pasteHere'), run: () => void pasteFromMenu(board, t, { cell, point }) },
        { label: t('image.add'), run: () => doorOf(board)?.pick(point) },
      ]
    : [];
  const view: MenuItem[] = [
    { label: t('menu.fit'), run: () => editor && fitMap(editor) },
    { label: t('keys.open'), run: () => helpOf(board).set(true) },
  ];
  return [add, take, view];
}
