import { getAssetUrls } from '@tldraw/assets/selfHosted';
import { useMemo } from 'react';
import { type TLComponents, type TLUserPreferences, Tldraw, type TldrawOptions, useTldrawUser } from 'tldraw';
import type { Board } from '../board.ts';
import { cardTools } from '../gestures/card-tools.ts';
import { colourOf } from '../members.ts';
import { CardUtil } from '../shapes/card/card-util.tsx';
import 'tldraw/tldraw.css';
import styles from './canvas.module.css';
import { ContextMenu } from './context-menu.tsx';
import { Grid } from './grid.tsx';
import { Hands } from './hands.tsx';
import { HelpButton } from './help-button.tsx';
import { InFront } from './in-front.tsx';
import { Indicators } from './indicators.tsx';
import { mountBoard } from './mount.ts';
import { createBoardStore } from './store.ts';
import { Style } from './style-panel.tsx';
import { boardOverrides, Toolbar } from './toolbar.tsx';

interface CanvasProps {
  board: Board;
  user: { id: string; name: string };
  locale: 'en' | 'sv';
}

const assetUrls = getAssetUrls({ baseUrl: '/tldraw' });

/** tldraw's own furniture that a map does not need: several pages, its menus, its undo buttons. */
const components: TLComponents = {
  OnTheCanvas: Grid,
  InFrontOfTheCanvas: InFront,
  ShapeIndicators: Indicators,
  Toolbar,
  ContextMenu,
  StylePanel: Style,
  MenuPanel: null,
  PageMenu: null,
  HelpMenu: HelpButton,
  HelperButtons: null,
  DebugMenu: null,
  DebugPanel: null,
  SharePanel: null,
  TopPanel: null,
  ImageToolbar: null,
  VideoToolbar: null,
  CursorChatBubble: null,
  Background: null,
  Grid: null,
};

/** Closer than this the sticky names would leave no room for the map. */
const cameraOptions = { zoomSteps: [0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2] };

const options: Partial<TldrawOptions> = {
  maxPages: 1,
  maxShapesPerPage: 20_000,
  createTextOnCanvasDoubleClick: false,
  actionShortcutsLocation: 'menu',
  // A finger that rests on a card asks for its menu; tldraw would lift the card at the same time.
  longPressDurationMs: 60_000,
};

/** The live map: tldraw with our cards, our table under it and our headers in front. */
export function Canvas({ board, user, locale }: CanvasProps) {
  const store = useMemo(() => createBoardStore(board), [board]);
  const userPreferences = useMemo<TLUserPreferences>(
    () => ({
      id: user.id,
      name: user.name,
      color: colourOf(user.id),
      locale,
      colorScheme: 'system',
      isSnapMode: false,
      animationSpeed: window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 1,
    }),
    [user.id, user.name, locale],
  );
  const tldrawUser = useTldrawUser({ userPreferences });
  return (
    <div className={styles.canvas}>
      <Tldraw
        store={store}
        user={tldrawUser}
        shapeUtils={[CardUtil]}
        tools={cardTools}
        components={components}
        overrides={boardOverrides}
        assetUrls={assetUrls}
        options={options}
        cameraOptions={cameraOptions}
        onMount={(editor) => mountBoard(board, editor)}
      />
      <Hands board={board} />
    </div>
  );
}
