import { setCard } from '../../../journey/commands/cards.ts';
import {
  CARD_KINDS,
  type Card,
  type CardKind,
  EVIDENCE,
  type Evidence,
  type Severity,
} from '../../../journey/model.ts';
import { signed } from '../../../journey/svg/paint.ts';
import type { Board } from '../../board.ts';
import { useMapText } from '../text.ts';
import { CardText } from './card-text.tsx';
import styles from './panel.module.css';

/** Faces to choose from, good to bad; a person chooses, nothing is guessed. */
const FACES = ['🤩', '😀', '😊', '🙂', '😌', '😐', '🤔', '😕', '😟', '😢', '😤', '😠', '😡'] as const;

export function CardFields({ board, card }: { board: Board; card: Card }) {
  const t = useMapText();
  const { canWrite } = board.options;
  const set = (fields: Parameters<typeof setCard>[2]) => board.step((j) => setCard(j, card.id, fields));
  return (
    <div className="stack">
      <CardText board={board} card={card} />
      {card.kind === 'emotion' && (
        <>
          <label className={styles.field}>
            <span>
              {t('panel.valence')}{' '}
              {/* No <output>: a label names the first field inside it, and that would be one. */}
              <span className="soft" aria-hidden="true">
                {card.valence === null ? t('panel.valenceUnset') : signed(card.valence, t('decimal'))}
              </span>
            </span>
            <input
              type="range"
              min={-2}
              max={2}
              step={0.5}
              value={card.valence ?? 0}
              aria-valuetext={
                card.valence === null ? t('panel.valenceUnset') : signed(card.valence, t('decimal'))
              }
              disabled={!canWrite}
              onChange={(event) => set({ valence: Number(event.target.value) })}
            />
          </label>
          <fieldset className={styles.field} disabled={!canWrite}>
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
      )}
      {card.kind === 'friction' && (
        <fieldset className={styles.field} disabled={!canWrite}>
          <legend>{t('panel.severity')}</legend>
          <div className={styles.choices}>
            {([1, 2, 3] as Severity[]).map((step) => (
              <button
                key={step}
                type="button"
                className={styles.choice}
                aria-pressed={card.severity === step}
                onClick={() => set({ severity: step })}
              >
                <span aria-hidden="true">{'▲'.repeat(step)}</span> {t(`panel.severityOf.${step}`)}
              </button>
            ))}
          </div>
        </fieldset>
      )}
      <div className={styles.pair}>
        {card.kind !== 'emotion' && (
          <label className={styles.field}>
            <span>{t('panel.kind')}</span>
            <select
              value={card.kind}
              disabled={!canWrite}
              onChange={(event) => set({ kind: event.target.value as CardKind })}
            >
              {CARD_KINDS.filter((k) => k !== 'emotion').map((k) => (
                <option key={k} value={k}>
                  {t(`kind.${k}`)}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className={styles.field}>
          <span>{t('evidenceLabel')}</span>
          <select
            value={card.evidence}
            disabled={!canWrite}
            onChange={(event) => set({ evidence: event.target.value as Evidence })}
          >
            {EVIDENCE.map((e) => (
              // Observed means that an interview stands behind it; nobody can decide that by hand.
              <option key={e} value={e} disabled={e === 'observed' && card.source === null}>
                {t(`evidence.${e}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
    </div>
  );
}
