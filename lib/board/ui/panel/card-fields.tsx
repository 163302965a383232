import { setCard } from '../../../journey/commands/cards.ts';
import {
  CARD_KINDS,
  type Card,
  type CardKind,
  EVIDENCE,
  type Evidence,
  type Severity,
} from '../../../journey/model.ts';
import type { Board } from '../../board.ts';
import { mayChange } from '../../reading/words.ts';
import { useValue } from '../../signals.ts';
import { useMapText } from '../text.ts';
import { CardText } from './card-text.tsx';
import { EmotionFields } from './emotion-fields.tsx';
import styles from './panel.module.css';

/** Everything a card says of itself, to be changed by whoever may. */
export function CardFields({ board, card }: { board: Board; card: Card }) {
  const t = useMapText();
  const canChange = useValue('may change', () => mayChange(board, card), [board, card]);
  const personas = useValue('personas', () => board.$journey.get().personas, [board]);
  const author = useValue('author', () => board.$members.get().get(card.authorId)?.name, [board, card]);
  const set = (fields: Parameters<typeof setCard>[2]) => board.step((j) => setCard(j, card.id, fields));
  return (
    <div className="stack">
      {board.options.canWrite && !canChange && (
        <p className="notice small">
          {author ? t('card.notYours', { name: author }) : t('card.notYoursAlone')}
        </p>
      )}
      <CardText board={board} card={card} canChange={canChange} />
      {card.kind === 'emotion' && <EmotionFields card={card} canChange={canChange} set={set} />}
      {card.kind === 'friction' && (
        <fieldset className={styles.field} disabled={!canChange}>
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
          <Choice
            label={t('panel.kind')}
            value={card.kind}
            disabled={!canChange}
            choose={(kind) => set({ kind: kind as CardKind })}
            options={CARD_KINDS.filter((k) => k !== 'emotion').map((k) => ({
              value: k,
              label: t(`kind.${k}`),
            }))}
          />
        )}
        {personas.length > 0 && (
          <Choice
            label={t('read.persona')}
            value={card.personaId ?? ''}
            disabled={!canChange}
            choose={(personaId) => set({ personaId: personaId || null })}
            options={[
              { value: '', label: t('read.nobody') },
              ...personas.map((p) => ({ value: p.id, label: p.name })),
            ]}
          />
        )}
        <Choice
          label={t('evidenceLabel')}
          value={card.evidence}
          disabled={!canChange}
          choose={(evidence) => set({ evidence: evidence as Evidence })}
          // Observed means that an interview stands behind it; nobody can decide that by hand.
          options={EVIDENCE.map((e) => ({
            value: e,
            label: t(`evidence.${e}`),
            disabled: e === 'observed' && card.source === null,
          }))}
        />
      </div>
    </div>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  disabled: boolean;
  options: { value: string; label: string; disabled?: boolean }[];
  choose: (value: string) => void;
}

function Choice({ label, value, disabled, options, choose }: ChoiceProps) {
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <select value={value} disabled={disabled} onChange={(event) => choose(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
