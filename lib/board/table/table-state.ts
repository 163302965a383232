import type { Board } from '../board.ts';
import { type Atom, atom } from '../signals.ts';
import type { MenuItem } from '../ui/menu.tsx';
import type { GridFocus } from './grid-focus.ts';

/** An open menu of the table: where it stands, and what gets the focus when it goes. */
export interface OpenMenu {
  anchor: HTMLElement;
  back: HTMLElement;
  label: string;
  items: MenuItem[];
}

/** What the parts of one table share; the same object as long as the table is shown. */
export class TableState {
  /** The card whose words are typed. */
  readonly $editing: Atom<string | null> = atom('editing in table', null);
  readonly $menu: Atom<OpenMenu | null> = atom('menu in table', null);
  focus: GridFocus | null = null;

  constructor(readonly board: Board) {}

  /**
   * Gives a card the focus once it is drawn where it is now; on the tray or gone, its cell keeps it.
   * Whoever works in the tray or the panel keeps the focus there, and the card is only brought into view.
   */
  reveal(cardId: string): void {
    // React draws what changed at the end of this turn.
    setTimeout(() => {
      const card = this.focus?.card(cardId);
      const busy = document.activeElement?.closest('aside') || this.$editing.get() === cardId;
      if (!busy) card?.focus();
      card?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
  }

  edit(cardId: string): void {
    this.$editing.set(cardId);
  }

  /** Ends typing; by a key the card keeps the focus. */
  doneEditing(cardId: string, how: 'key' | 'left'): void {
    if (this.$editing.get() !== cardId) return;
    this.$editing.set(null);
    if (how === 'key') this.reveal(cardId);
  }

  openMenu(menu: OpenMenu): void {
    if (menu.items.length > 0) this.$menu.set(menu);
  }

  closeMenu(refocus = true): void {
    const menu = this.$menu.get();
    this.$menu.set(null);
    if (refocus) menu?.back.focus();
  }
}
