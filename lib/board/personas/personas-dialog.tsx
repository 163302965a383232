import { useRef } from 'react';
import { addPersona } from '../../journey/commands/personas.ts';
import { LIMITS } from '../../journey/model.ts';
import { type PersonaSign, personaSigns } from '../../journey/personas.ts';
import type { Board } from '../board.ts';
import { useValue } from '../signals.ts';
import styles from '../structure/dialog.module.css';
import { Dialog } from '../structure/dialog.tsx';
import { useMapText } from '../ui/text.ts';
import { PersonaRow } from './persona-row.tsx';

/** The kinds of customer whose journeys are told apart: add, name, colour, order, remove. */
export default function PersonasDialog({ board, onClose }: { board: Board; onClose: () => void }) {
  const t = useMapText();
  const personas = useValue('personas', () => board.$journey.get().personas, [board]);
  const signs = new Map(personaSigns(personas).map((sign) => [sign.id, sign]));
  return (
    <Dialog
      title={t('persona.title')}
      onClose={onClose}
      actions={
        <button type="submit" className="button primary">
          {t('done')}
        </button>
      }
    >
      <p className="soft">{t('persona.what')}</p>
      {personas.length > 0 && (
        <ul className="plain-list">
          {personas.map((persona, index) => (
            <PersonaRow
              key={persona.id}
              board={board}
              persona={persona}
              sign={signs.get(persona.id) as PersonaSign}
              index={index}
              last={index === personas.length - 1}
            />
          ))}
        </ul>
      )}
      {personas.length < LIMITS.personas ? <Add board={board} /> : <p>{t('persona.most')}</p>}
    </Dialog>
  );
}

function Add({ board }: { board: Board }) {
  const t = useMapText();
  const field = useRef<HTMLInputElement>(null);
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        const name = field.current?.value.trim();
        if (!name || !field.current) return;
        board.step((j) => addPersona(j, { name }));
        field.current.value = '';
        field.current.focus();
      }}
    >
      <input
        ref={field}
        maxLength={LIMITS.name}
        autoComplete="off"
        aria-label={t('persona.new')}
        placeholder={t('persona.example')}
      />
      <button type="submit" className="button">
        {t('persona.add')}
      </button>
    </form>
  );
}
