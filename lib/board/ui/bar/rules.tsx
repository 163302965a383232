import { setRules } from '../../../journey/commands/rules.ts';
import type { Board } from '../../board.ts';
import { useValue } from '../../signals.ts';
import { useMapText } from '../text.ts';
import styles from './people.module.css';

/** What the facilitator leaves to everybody, and what to nobody else. */
export function RulesOfTheMap({ board }: { board: Board }) {
  const t = useMapText();
  const { structure, cards } = useValue('rules', () => board.$journey.get().meta, [board]);
  return (
    <fieldset className={styles.rules}>
      <legend className="small soft">{t('presence.rules')}</legend>
      <label className={styles.hide}>
        <input
          type="checkbox"
          checked={structure === 'everyone'}
          onChange={(event) =>
            setRules(board.j, { structure: event.target.checked ? 'everyone' : 'facilitator' })
          }
        />
        {t('presence.openStructure')}
      </label>
      <label className={styles.hide}>
        <input
          type="checkbox"
          checked={cards === 'own'}
          onChange={(event) => setRules(board.j, { cards: event.target.checked ? 'own' : 'everyone' })}
        />
        {t('presence.ownCards')}
      </label>
    </fieldset>
  );
}
