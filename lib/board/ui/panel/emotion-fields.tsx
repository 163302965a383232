import type { setCard } from '../../../journey/commands/cards.ts';
import type { Card } from '../../../journey/model.ts';
import { signed } from '../../../journey/svg/paint.ts';
import { useMapText } from '../text.ts';
import styles from './panel.module.css';

/** Faces to choose from, good to bad; a person chooses, nothing is guessed. */
const FACES = ['🤩', '😀', '😊', '🙂', '😌', '😐', '🤔', '😕', '😟', '😢', '😤', '😠', '😡'] as const;

interface EmotionFieldsProps {
  card: Card;
  canChange: boolean;
  set: (fields: Parameters<typeof setCard>[2]) => void;
}

/** How good or bad it felt, and the face for it. */
export function EmotionFields({ card, canChange, set }: EmotionFieldsProps) {
  const t = useMapText();
  const felt = card.valence === null ? t('panel.valenceUnset') : signed(card.valence, t('decimal'));
  return (
    <>
      <label className={styles.field}>
        <span>
          {t('panel.valence')}{' '}
          {/* No <output>: a label names the first field inside it, and that would be one. */}
          <span className="soft" aria-hidden="true">
            {felt}
          </span>
        </span>
        <input
          type="range"
          min={-2}
          max={2}
          step={0.5}
          value={card.valence ?? 0}
          aria-valuetext={felt}
          disabled={!canChange}
          onChange={(event) => set({ valence: Number(event.target.value) })}
        />
      </label>
      <fieldset className={styles.field} disabled={!canChange}>
        <legend>{t('panel.emoji')}</legend>
        <div className={styles.faces}>
          {[null, ...FACES].map((face) => (
            <button
              key={face ?? 'drawn'}
              type="button"
              className={styles.face}
              aria-pressed={card.emoji === face}
              aria-label={face ?? t('panel.noEmoji')}
              title={face ?? t('panel.noEmoji')}
              onClick={() => set({ emoji: face })}
            >
              {face ?? '–'}
            </button>
          ))}
        </div>
      </fieldset>
    </>
  );
}
