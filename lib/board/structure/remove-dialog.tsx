import { useState } from 'react';
import type { Board } from '../board.ts';
import { useMapText } from '../ui/text.ts';
import type { Target } from './actions.ts';
import styles from './dialog.module.css';
import { Dialog } from './dialog.tsx';
import { consequence, removeTarget } from './remove.ts';

interface RemoveDialogProps {
  board: Board;
  target: Target;
  onClose: () => void;
}

const TRAY = '';

/** Says what removing means for the cards and lets choose where they go, before anything happens. */
export default function RemoveDialog({ board, target, onClose }: RemoveDialogProps) {
  const t = useMapText();
  const { cards, touchpoints, homes } = consequence(board, target);
  const phase = target.collection === 'phases';
  const [into, setInto] = useState(phase && touchpoints > 0 ? (homes[0]?.id ?? TRAY) : TRAY);
  const name = board.$journey.get()[target.collection].find((x) => x.id === target.id)?.name ?? '';
  const moves = phase ? touchpoints > 0 : cards > 0;
  const choices = [
    ...homes.map((home) => ({
      id: home.id,
      label: t(`remove.${target.collection}.${home.side}`, { name: home.name, touchpoints }),
    })),
    { id: TRAY, label: t(phase ? 'remove.phases.tray' : 'remove.tray', { count: cards, touchpoints }) },
  ];
  return (
    <Dialog
      title={t('remove.title', { name })}
      onClose={onClose}
      actions={
        <>
          <button type="submit" className="button">
            {t('cancel')}
          </button>
          <button
            type="submit"
            className="button danger"
            onClick={() => removeTarget(board, target, into === TRAY ? null : into)}
          >
            {t('structure.remove')}
          </button>
        </>
      }
    >
      {moves ? (
        <fieldset className="stack tight">
          <legend>
            {t(phase ? 'remove.whereTouchpoints' : 'remove.whereCards', { cards, touchpoints })}
          </legend>
          <div className={styles.choices}>
            {choices.map(({ id, label }) => (
              <label key={id} className={styles.choice}>
                <input type="radio" name="into" checked={into === id} onChange={() => setInto(id)} />
                {label}
              </label>
            ))}
          </div>
        </fieldset>
      ) : (
        <p>{t(phase ? 'remove.noTouchpoints' : 'remove.noCards')}</p>
      )}
      <p className="soft">{t('remove.undo')}</p>
    </Dialog>
  );
}
