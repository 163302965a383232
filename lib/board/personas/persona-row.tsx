import { useState } from 'react';
import { movePersona, removePersona, setPersonaTone } from '../../journey/commands/personas.ts';
import { rename } from '../../journey/commands/structure.ts';
import { LIMITS, PERSONA_TONES, type Persona } from '../../journey/model.ts';
import type { PersonaSign } from '../../journey/personas.ts';
import type { Board } from '../board.ts';
import styles from '../structure/dialog.module.css';
import { LineField } from '../structure/line-field.tsx';
import { Menu } from '../ui/menu.tsx';
import { useMapText } from '../ui/text.ts';
import { PersonaMark } from './persona-mark.tsx';

interface RowProps {
  board: Board;
  persona: Persona;
  sign: PersonaSign;
  index: number;
  last: boolean;
}

/** One persona: its colour, name and place, and what removing it would mean. */
export function PersonaRow({ board, persona, sign, index, last }: RowProps) {
  const t = useMapText();
  const [removing, setRemoving] = useState(false);
  const { id, name } = persona;
  const move = (to: number) => board.step((j) => movePersona(j, id, to));
  return (
    <li>
      <div className={styles.persona}>
        <Tone board={board} persona={persona} sign={sign} />
        <LineField
          value={name}
          write={(clean) => clean && board.step((j) => rename(j, 'personas', id, clean))}
          maxLength={LIMITS.name}
          aria-label={t('structure.renameLabel')}
        />
        <span className={styles.personaTools}>
          <Round
            label={t('persona.up', { name })}
            disabled={index === 0}
            run={() => move(index - 1)}
            d="M4 10l4-4 4 4"
          />
          <Round
            label={t('persona.down', { name })}
            disabled={last}
            run={() => move(index + 1)}
            d="M4 6l4 4 4-4"
          />
          <Round label={t('persona.remove', { name })} run={() => setRemoving(true)} d="M4 4l8 8M12 4l-8 8" />
        </span>
      </div>
      {removing && <Removing board={board} persona={persona} onClose={() => setRemoving(false)} />}
    </li>
  );
}

/** What removing would mean, said before it happens. */
function Removing({
  board,
  persona,
  onClose,
}: Pick<RowProps, 'board' | 'persona'> & { onClose: () => void }) {
  const t = useMapText();
  const { cards, touchpoints } = board.$journey.get();
  const count = {
    cards: cards.filter((c) => c.personaId === persona.id).length,
    touchpoints: touchpoints.filter((x) => x.personas.includes(persona.id)).length,
  };
  return (
    <div className="notice warn stack tight" role="alert">
      <p>{t('persona.removing', { name: persona.name, ...count })}</p>
      <div className="row">
        <button type="button" className="button" onClick={onClose}>
          {t('cancel')}
        </button>
        <button
          type="button"
          className="button danger"
          onClick={() => board.step((j) => removePersona(j, persona.id))}
        >
          {t('structure.remove')}
        </button>
      </div>
    </div>
  );
}

const TONES = Array.from({ length: PERSONA_TONES }, (_, tone) => tone as 0 | 1 | 2 | 3 | 4 | 5);

function Tone({ board, persona, sign }: Pick<RowProps, 'board' | 'persona' | 'sign'>) {
  const t = useMapText();
  const items = () =>
    TONES.map((tone) => ({
      label: t(`persona.tone.${tone}`),
      checked: persona.tone === tone,
      run: () => board.step((j) => setPersonaTone(j, persona.id, tone)),
    }));
  return (
    <Menu className={styles.tone} label={t('persona.toneOf', { name: persona.name })} items={items}>
      <PersonaMark sign={sign} large />
    </Menu>
  );
}

function Round(props: { label: string; disabled?: boolean; run: () => void; d: string }) {
  return (
    <button
      type="button"
      className={styles.round}
      aria-label={props.label}
      title={props.label}
      disabled={props.disabled}
      onClick={props.run}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d={props.d} fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
      </svg>
    </button>
  );
}
