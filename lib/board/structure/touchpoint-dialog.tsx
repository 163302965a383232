import { useId } from 'react';
import { setComesTo } from '../../journey/commands/personas.ts';
import { setMark, setTouchpoint } from '../../journey/commands/structure.ts';
import { LIMITS, type Mark, type Touchpoint } from '../../journey/model.ts';
import { personaSigns } from '../../journey/personas.ts';
import { MarkSign } from '../../journey/svg/column-meta.tsx';
import type { Board } from '../board.ts';
import { PersonaMark } from '../personas/persona-mark.tsx';
import { useValue } from '../signals.ts';
import { useMapText } from '../ui/text.ts';
import styles from './dialog.module.css';
import { Dialog } from './dialog.tsx';
import { LineField } from './line-field.tsx';
import { channelsFor, ownersFor } from './suggestions.ts';

interface TouchpointDialogProps {
  board: Board;
  touchpointId: string;
  /** Opens the list of personas instead. */
  onPersonas: () => void;
  onClose: () => void;
}

const CHANNELS = ['shop', 'web', 'app', 'phone', 'email', 'chat', 'letter', 'visit', 'social'] as const;

/** Everything a touchpoint says of itself; each change is one step and is seen by all at once. */
export default function TouchpointDialog({
  board,
  touchpointId,
  onPersonas,
  onClose,
}: TouchpointDialogProps) {
  const t = useMapText();
  const find = () => board.$journey.get().touchpoints.find((x) => x.id === touchpointId);
  const touchpoint = useValue('touchpoint', find, [board, touchpointId]);
  const usual = CHANNELS.map((channel) => t(`touchpoint.channels.${channel}`));
  const set = (fields: Parameters<typeof setTouchpoint>[2]) =>
    board.step((j) => setTouchpoint(j, touchpointId, fields));
  return (
    <Dialog
      title={touchpoint?.name ?? t('touchpoint.gone')}
      onClose={onClose}
      actions={
        <button type="submit" className="button primary">
          {t('done')}
        </button>
      }
    >
      {touchpoint && (
        <>
          <Field
            label={t('touchpoint.channel')}
            hint={t('touchpoint.channelHint')}
            value={touchpoint.channel ?? ''}
            suggestions={channelsFor(board, usual)}
            set={(channel) => set({ channel })}
          />
          <Field
            label={t('touchpoint.owner')}
            hint={t('touchpoint.ownerHint')}
            value={touchpoint.owner ?? ''}
            suggestions={ownersFor(board)}
            set={(owner) => set({ owner })}
          />
          <Marks board={board} touchpoint={touchpoint} />
          <Comers board={board} touchpoint={touchpoint} onPersonas={onPersonas} />
        </>
      )}
    </Dialog>
  );
}

interface FieldProps {
  label: string;
  hint: string;
  value: string;
  suggestions: readonly string[];
  set: (value: string) => void;
}

/** One line with its name, what it is for, and words to choose from. */
function Field({ label, hint, value, suggestions, set }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <LineField
        id={id}
        value={value}
        write={set}
        maxLength={LIMITS.label}
        list={`${id}-list`}
        aria-describedby={`${id}-hint`}
      />
      <datalist id={`${id}-list`}>
        {suggestions.map((word) => (
          <option key={word} value={word} />
        ))}
      </datalist>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}

/** The group's own mark; without one it follows from the emotion cards. */
function Marks({ board, touchpoint }: { board: Board; touchpoint: Touchpoint }) {
  const t = useMapText();
  const marks: [Mark | null, string][] = [
    [null, t('touchpoint.follows')],
    [1, t('touchpoint.exceeded')],
    [0, t('touchpoint.met')],
    [-1, t('touchpoint.missed')],
  ];
  return (
    <fieldset className="field">
      <legend>{t('touchpoint.mark')}</legend>
      <div className={`${styles.choices} ${styles.marks}`}>
        {marks.map(([mark, label]) => (
          <label key={label} className={styles.choice}>
            <input
              type="radio"
              name="mark"
              checked={touchpoint.mark === mark}
              onChange={() => board.step((j) => setMark(j, touchpoint.id, mark))}
            />
            <span className={styles.signed}>
              {mark !== null && (
                <svg width="16" height="16" aria-hidden="true">
                  <MarkSign mark={mark} x={8} y={8} />
                </svg>
              )}
              {label}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type ComersProps = Pick<TouchpointDialogProps, 'board' | 'onPersonas'> & { touchpoint: Touchpoint };

/** Which personas come here; nobody chosen means everybody. */
function Comers({ board, touchpoint, onPersonas }: ComersProps) {
  const t = useMapText();
  const personas = useValue('personas', () => board.$journey.get().personas, [board]);
  const signs = new Map(personaSigns(personas).map((sign) => [sign.id, sign]));
  return (
    <fieldset className="field">
      <legend>{t('touchpoint.personas')}</legend>
      <div className={`${styles.choices} ${styles.marks}`}>
        {personas.map(({ id, name }) => {
          const sign = signs.get(id);
          return (
            <label key={id} className={styles.choice}>
              <input
                type="checkbox"
                checked={touchpoint.personas.includes(id)}
                onChange={(event) => {
                  const comes = event.target.checked;
                  board.step((j) => setComesTo(j, touchpoint.id, id, comes));
                }}
              />
              <span className={styles.signed}>
                {sign && <PersonaMark sign={sign} />}
                {name}
              </span>
            </label>
          );
        })}
      </div>
      <p className="hint">
        {t(touchpoint.personas.length === 0 ? 'touchpoint.everybody' : 'touchpoint.onlyThese')}
      </p>
      <div>
        <button type="button" className="button quiet" onClick={onPersonas}>
          {t('persona.edit')}
        </button>
      </div>
    </fieldset>
  );
}
