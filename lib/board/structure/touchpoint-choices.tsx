import { setComesTo } from '../../journey/commands/personas.ts';
import { setMark } from '../../journey/commands/structure.ts';
import type { Mark, Touchpoint } from '../../journey/model.ts';
import { personaSigns } from '../../journey/personas.ts';
import { MarkSign } from '../../journey/svg/column-meta.tsx';
import type { Board } from '../board.ts';
import { PersonaMark } from '../personas/persona-mark.tsx';
import { useValue } from '../signals.ts';
import { useMapText } from '../ui/text.ts';
import styles from './dialog.module.css';

/** The group's own mark; without one it follows from the emotion cards. */
export function Marks({ board, touchpoint }: { board: Board; touchpoint: Touchpoint }) {
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

interface ComersProps {
  board: Board;
  touchpoint: Touchpoint;
  onPersonas: () => void;
}

/** Which personas come here; nobody chosen means everybody. */
export function Comers({ board, touchpoint, onPersonas }: ComersProps) {
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
