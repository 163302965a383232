import { personaSigns } from '../../journey/personas.ts';
import type { Board } from '../board.ts';
import { PersonaMark } from '../personas/persona-mark.tsx';
import { useValue } from '../signals.ts';
import { drawnCurves, toggleCurve } from '../structure/view.ts';
import { useMapText } from '../ui/text.ts';
import styles from './curve-legend.module.css';

/** From this many on only the personas' signs fit beside the axis; their names are in the tooltip. */
const NAMED = 5;

/** Whose curves an emotion lane shows, to be switched on and off by everybody for themselves. */
export function CurveLegend({ board, top }: { board: Board; top: number }) {
  const t = useMapText();
  const personas = useValue('personas', () => board.$journey.get().personas, [board]);
  const shown = useValue('curves', () => drawnCurves(board).join(' '), [board]).split(' ');
  if (personas.length === 0) return null;
  const signs = personaSigns(personas);
  const named = personas.length <= NAMED;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a legend of its own
    <div
      className={styles.legend}
      style={{ top }}
      role="group"
      aria-label={t('curve.shown')}
      data-named={named}
    >
      <Switch
        name={t('curve.everybody')}
        on={shown.includes('')}
        toggle={() => toggleCurve(board, null)}
        named
      >
        <span className={styles.line} aria-hidden="true" />
      </Switch>
      {signs.map((sign, i) => (
        <Switch
          key={sign.id}
          name={personas[i]?.name ?? ''}
          on={shown.includes(sign.id)}
          toggle={() => toggleCurve(board, sign.id)}
          named={named}
        >
          <PersonaMark sign={sign} />
        </Switch>
      ))}
    </div>
  );
}

interface SwitchProps {
  name: string;
  on: boolean;
  toggle: () => void;
  named: boolean;
  children: React.ReactNode;
}

function Switch({ name, on, toggle, named, children }: SwitchProps) {
  return (
    <button
      type="button"
      className={styles.switch}
      aria-pressed={on}
      title={name}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={toggle}
    >
      {children}
      <span className={named ? styles.name : 'visually-hidden'}>{name}</span>
    </button>
  );
}
