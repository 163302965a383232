import type { Board } from '../board.ts';
import { useValue } from '../signals.ts';
import { addFirstPhase, addTouchpointTo } from '../structure/actions.ts';
import styles from './map-screen.module.css';
import { useMapText } from './text.ts';

/** A map without columns says what a phase is and offers the first one. */
export function EmptyMap({ board }: { board: Board }) {
  const t = useMapText();
  const empty = useValue('no columns', () => board.$journey.get().phases.length === 0, [board]);
  const canStructure = useValue('structure', () => board.canStructure(), [board]);
  if (!empty) return null;
  const names = { phase: t('new.phase'), touchpoint: t('new.touchpoint'), lane: t('new.lane') };
  return (
    <div className={`empty stack ${styles.empty}`}>
      <p>{t('structure.empty')}</p>
      {canStructure && (
        <button
          type="button"
          className="button primary"
          onClick={() => addTouchpointTo(board, addFirstPhase(board, names).id, names)}
        >
          {t('structure.firstPhase')}
        </button>
      )}
    </div>
  );
}
