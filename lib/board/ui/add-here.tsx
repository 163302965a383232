import { CARD_KINDS, type CardKind } from '../../journey/model.ts';
import type { Board } from '../board.ts';
import styles from '../canvas/headers.module.css';
import { createCard } from '../commands.ts';
import { CARD_TOOLS } from '../gestures/card-tools.ts';
import { Menu, type MenuItem } from './menu.tsx';
import { useMapText } from './text.ts';

/** "Add here" of one touchpoint: every kind of card, without drawing or aiming. */
export function AddHere({ board, touchpointId, name }: { board: Board; touchpointId: string; name: string }) {
  const t = useMapText();
  const items = (): MenuItem[] =>
    CARD_KINDS.map((kind: CardKind) => {
      const hint = CARD_TOOLS.find((tool) => tool.kind === kind)?.key;
      return {
        label: t(`kind.${kind}`),
        run: () => createCard(board, kind, { touchpointId }),
        ...(hint ? { hint } : {}),
      };
    });
  return (
    <Menu className={styles.tool} label={t('addHere', { name })} items={items}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        <path d="M7 2v10M2 7h10" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      </svg>
    </Menu>
  );
}
