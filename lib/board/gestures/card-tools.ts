import { StateNode, type TLStateNodeConstructor } from 'tldraw';
import { cellAt } from '../../journey/layout/index.ts';
import type { CardKind } from '../../journey/model.ts';
import { boardOf } from '../board.ts';
import { createCard } from '../commands.ts';

/** The kinds that have a tool and a key of their own; the keys are places on the keyboard, not letters. */
export const CARD_TOOLS = [
  { id: 'card-quote', kind: 'quote', code: 'KeyQ', key: 'Q' },
  { id: 'card-emotion', kind: 'emotion', code: 'KeyM', key: 'M' },
  { id: 'card-friction', kind: 'friction', code: 'KeyF', key: 'F' },
] as const;

function cardTool(id: string, kind: CardKind): TLStateNodeConstructor {
  return class CardTool extends StateNode {
    static override id = id;
    static override isLockable = false;

    override onEnter() {
      this.editor.setCursor({ type: 'cross', rotation: 0 });
    }

    /** On release, so that a finger or pen that only rests does not add cards. */
    override onPointerUp() {
      const board = boardOf(this.editor);
      const { x, y } = this.editor.inputs.currentPagePoint;
      const hit = cellAt(board.$layout.get(), x, y);
      if (hit && createCard(board, kind, hit)) {
        if (kind === 'emotion') this.editor.setCurrentTool('select');
      }
    }

    override onCancel() {
      this.editor.setCurrentTool('select');
    }
  };
}

export const cardTools: TLStateNodeConstructor[] = CARD_TOOLS.map(({ id, kind }) => cardTool(id, kind));
