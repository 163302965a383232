import type { Editor, TLStore } from 'tldraw';
import * as Y from 'yjs';
import type { JourneyDoc } from '../journey/document.ts';
import { createLayout, type Drag, type MapLayout } from '../journey/layout/index.ts';
import { followJourney, type LiveJourney } from '../journey/live.ts';
import { isSameValue } from '../journey/merge/same.ts';
import type { Journey } from '../journey/model.ts';
import type { Finding } from './findings.ts';
import type { CardDrag } from './gestures/drag-cards.ts';
import type { Member } from './members.ts';
import type { Other } from './presence/presence.ts';
import { type CardState, cardsByContent } from './projection/card-states.ts';
import { type Atom, atom, type Computed, computed } from './signals.ts';

export interface BoardOptions {
  journey: JourneyDoc;
  userId: string;
  workshopId: string;
  /** Who said what by finding id, as the server knew it when the page was made. */
  sources: Record<string, string>;
  /** What the signed-in person may do; the server decides again. */
  canWrite: boolean;
  /** `ifOpened`: when the facilitator has opened the structure to everyone. */
  structure: 'always' | 'ifOpened' | 'never';
}

/** What commands ask of a view that is no canvas. */
export interface View {
  /** Shows a card and gives it the focus. */
  reveal(cardId: string): void;
  /** Opens a card's text for typing. */
  edit(cardId: string): void;
  /** Shows a touchpoint, where only one is shown at a time. */
  goTo?(touchpointId: string): void;
}

/**
 * One open map: the document, what is computed from it, and what one person is doing on it. The canvas,
 * the tray and the panels are views of it. Signals are tldraw's, which the canvas is built on.
 */
export class Board {
  readonly j: JourneyDoc;
  readonly $journey: Atom<Journey>;
  readonly $drag: Atom<Drag | null> = atom('drag', null, { isEqual: isSameValue });
  readonly $expanded: Atom<string[]> = atom('expanded', []);
  /** Lanes this person has folded away, by id. */
  readonly $collapsed: Atom<readonly string[]> = atom('collapsed', []);
  readonly $layout: Computed<MapLayout>;
  readonly $canUndo: Atom<boolean> = atom('canUndo', false);
  readonly $canRedo: Atom<boolean> = atom('canRedo', false);
  /** Drawings nobody here can read: kept in the document, shown as a count. */
  readonly $unreadable: Atom<number> = atom('unreadable', 0);
  /** The card whose panel is open. */
  readonly $open: Atom<string | null> = atom('open', null);
  readonly undoManager: Y.UndoManager;
  readonly cardState: (cardId: string) => CardState | undefined;
  editor: Editor | null = null;
  /** Set while a canvas shows the board. */
  drag: CardDrag | null = null;
  /** What the interviews say, by finding; as far as this person may see it. */
  readonly $findings: Atom<ReadonlyMap<string, Finding>> = atom('findings', new Map());
  /** Everybody else who is here right now. */
  readonly $others: Atom<readonly Other[]> = atom('others', []);
  /** Who made which card, by user. */
  readonly $members: Atom<ReadonlyMap<string, Member>> = atom('members', new Map());
  /** Whether a canvas shows the board; `editor` itself is no signal. */
  readonly $mounted: Atom<boolean> = atom('mounted', false);
  /** Brings the canvas up to date at once; set by the projection. */
  project: () => void = () => {};
  /** Turns copies that tldraw made into cards; set by the guards. */
  adopt: () => void = () => {};
  /** The table or the phone's way, while one of them shows the board instead of a canvas. */
  elsewhere: View | null = null;
  /** Writes the ends of arrows as the canvas shows them, while one does; see gestures/keep-arrow-ends.ts. */
  arrowEnds: ((cardIds: Iterable<string>) => void) | null = null;
  /** Whether the pointer is over the tray, where dropped cards go back to; set by the tray. */
  isOverTray: () => boolean = () => false;
  private readonly live: LiveJourney;
  private readonly cleanUp: (() => void)[] = [];
  private readonly detaching: (() => void)[] = [];

  constructor(readonly options: BoardOptions) {
    const { journey: j } = options;
    this.j = j;
    this.live = followJourney(j);
    this.cleanUp.push(() => this.live.stop());
    this.$journey = atom('journey', this.live.read());
    const layout = createLayout();
    this.$layout = computed('layout', () => {
      const drag = this.$drag.get();
      const [expanded, collapsed] = [this.$expanded.get(), this.$collapsed.get()];
      return layout(this.$journey.get(), { expanded, collapsed, ...(drag ? { drag } : {}) });
    });
    const states = cardsByContent(this.$journey, this.$layout);
    this.cardState = states.of;
    this.cleanUp.push(states.stop);
    this.undoManager = new Y.UndoManager(
      [j.phases, j.touchpoints, j.lanes, j.personas, j.cards, j.reactions, j.drawing],
      {
        trackedOrigins: new Set([j.origin]),
        // Steps end where a gesture or command says so, never by the clock.
        captureTimeout: 1e9,
      },
    );
    const onStack = () => {
      this.$canUndo.set(this.undoManager.canUndo());
      this.$canRedo.set(this.undoManager.canRedo());
    };
    for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const) {
      this.undoManager.on(event, onStack);
    }
    this.cleanUp.push(() => this.undoManager.destroy());
  }

  /** Runs a command as one undo step of its own. Gestures on the canvas use `j` directly instead. */
  step<T>(command: (j: JourneyDoc) => T): T {
    this.flush();
    this.undoManager.stopCapturing();
    const result = command(this.j);
    this.undoManager.stopCapturing();
    return result;
  }

  undo(): void {
    if (!this.options.canWrite) return;
    this.flush();
    this.undoManager.undo();
  }

  redo(): void {
    if (!this.options.canWrite) return;
    this.flush();
    this.undoManager.redo();
  }

  /** Writes what the canvas holds back until the next frame, so that steps keep their order. */
  flush(): void {
    this.editor?.store._flushHistory();
  }

  readJourney(): void {
    this.$journey.set(this.live.read());
  }

  /** Read inside a signal it follows the document's setting. */
  canStructure(): boolean {
    const { canWrite, structure } = this.options;
    if (!canWrite || structure === 'never') return false;
    return structure === 'always' || this.$journey.get().meta.structure === 'everyone';
  }

  onDestroy(fn: () => void): void {
    this.cleanUp.push(fn);
  }

  /** For what belongs to one canvas; tldraw may mount a second time on the same board. */
  onDetach(fn: () => void): void {
    this.detaching.push(fn);
  }

  attach(editor: Editor): void {
    this.editor = editor;
    this.$mounted.set(true);
  }

  detach(): void {
    this.$mounted.set(false);
    for (const fn of this.detaching.splice(0).reverse()) fn();
    this.editor = null;
    this.drag = null;
    this.project = () => this.readJourney();
    this.adopt = () => {};
    this.arrowEnds = null;
  }

  destroy(): void {
    this.detach();
    for (const fn of this.cleanUp.splice(0).reverse()) fn();
  }
}

const boards = new WeakMap<TLStore, Board>();

/**
 * By the editor's store and not by React context, which shapes lose when tldraw renders them for export;
 * and known before the editor is, because tldraw draws before it says that it has mounted.
 */
export function boardOf(editor: Editor): Board {
  const board = boards.get(editor.store);
  if (!board) throw new Error('This editor shows no board.');
  return board;
}

export function tieStore(store: TLStore, board: Board): void {
  boards.set(store, board);
}
