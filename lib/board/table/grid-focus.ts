import { type GridPlace, type GridSize, moveBy, phaseOf, settle } from './grid-moves.ts';

/** What the grid's cells carry: `data-row`, `data-column`; its cards `data-card`, its button `data-add`. */
const CELL = '[data-row][data-column]';
const STOPS = '[data-card], [data-add]';

/**
 * Keeps exactly one cell of the table in the tab order and moves the focus among cells, and inside one
 * among its cards. Works on the elements, so that moving draws nothing; an element that others push
 * aside keeps the focus, one that they remove leaves it to what takes its place.
 */
export class GridFocus {
  private active: HTMLElement | null = null;
  private place: GridPlace = { row: 2, column: 1 };
  /** What held the focus last, while it was in the table. */
  private held: HTMLElement | null = null;
  private readonly observer: MutationObserver;

  constructor(
    private readonly root: HTMLElement,
    private readonly size: () => GridSize,
  ) {
    this.observer = new MutationObserver(() => this.repair());
    this.observer.observe(root, { childList: true, subtree: true });
    document.addEventListener('focusin', this.onFocus);
    document.addEventListener('pointerdown', this.onPress);
    this.repair();
  }

  destroy(): void {
    this.observer.disconnect();
    document.removeEventListener('focusin', this.onFocus);
    document.removeEventListener('pointerdown', this.onPress);
  }

  cellOf(element: Element | null): HTMLElement | null {
    const cell = element?.closest<HTMLElement>(CELL) ?? null;
    return cell && this.root.contains(cell) ? cell : null;
  }

  placeOf(cell: HTMLElement): GridPlace {
    return { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
  }

  cellAt(at: GridPlace): HTMLElement | null {
    const grid = this.size();
    const { row, column } = settle(at, grid);
    const cells = [...((this.root as HTMLTableElement).rows[row]?.cells ?? [])];
    // A phase stands at its first column; the corner reaches into the second row, which has no cell of its own for it.
    const start = row === 0 && column > 0 ? (grid.phases[phaseOf(column, grid)] ?? column) : column;
    return cells.find((cell) => Number(cell.dataset.column) === start) ?? null;
  }

  focusCell(cell: HTMLElement | null): void {
    if (!cell) return;
    cell.focus();
    // Not only what is hidden: what lies under the sticky names is hidden, too.
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  focusActive(): void {
    this.focusCell(this.active);
  }

  card(cardId: string): HTMLElement | null {
    return this.root.querySelector<HTMLElement>(`[data-card="${CSS.escape(cardId)}"]`);
  }

  /** A key pressed on a cell; true when it led somewhere. */
  onCellKey(cell: HTMLElement, key: string, ctrl: boolean): boolean {
    // The column one came from: a phase is entered and left at the same touchpoint.
    const at = cell === this.active ? this.place : this.placeOf(cell);
    const to = moveBy(key, { ctrl, page: 3 }, at, this.size());
    if (!to) return false;
    this.focusCell(this.cellAt(to));
    this.place = to;
    return true;
  }

  /** Into a cell: its first card, else its button. */
  enter(cell: HTMLElement): boolean {
    const stop = cell.querySelector<HTMLElement>(STOPS);
    stop?.focus();
    return stop !== null;
  }

  /** To the next (+1) or former (−1) card of the cell, or its first or last stop; stays at the ends. */
  step(from: HTMLElement, to: 1 | -1 | 'first' | 'last'): void {
    const stops = [...(this.cellOf(from)?.querySelectorAll<HTMLElement>(STOPS) ?? [])];
    const at = stops.indexOf(from);
    const next = to === 'first' ? 0 : to === 'last' ? stops.length - 1 : at + to;
    stops[Math.max(0, Math.min(stops.length - 1, next))]?.focus();
  }

  private readonly onFocus = ({ target }: FocusEvent) => {
    const element = target as HTMLElement;
    this.held = this.root.contains(element) ? element : null;
    const cell = this.cellOf(this.held);
    if (cell) this.activate(cell);
  };

  /** Whoever presses beside the table wants the focus to go. */
  private readonly onPress = ({ target }: PointerEvent) => {
    if (!this.root.contains(target as Node)) this.held = null;
  };

  private activate(cell: HTMLElement): void {
    if (cell !== this.active) {
      if (this.active) this.active.tabIndex = -1;
      this.active = cell;
      this.place = this.placeOf(cell);
    }
    cell.tabIndex = 0;
  }

  /**
   * After the table was drawn anew: one cell in the tab order, and the focus back where it was when its
   * element was moved or removed, which the browser answers by focusing nothing.
   */
  private repair(): void {
    if (!this.active?.isConnected) {
      this.active = null;
      const cell = this.cellAt(this.place) ?? this.root.querySelector<HTMLElement>(CELL);
      if (cell) this.activate(cell);
    } else this.place = { ...this.place, ...this.placeIfMoved(this.active) };
    if (!this.held || (document.activeElement !== document.body && document.activeElement !== null)) return;
    if (this.held.isConnected) this.held.focus();
    else this.focusActive();
  }

  /** The phase's row keeps the column one came from; everywhere else the cell says where it is. */
  private placeIfMoved(cell: HTMLElement): Partial<GridPlace> {
    const place = this.placeOf(cell);
    return place.row === 0 && this.place.row === 0 ? {} : place;
  }
}
