import type { CSSProperties } from 'react';
import type { Board } from '../board.ts';
import { colourOf } from '../members.ts';
import { useValue } from '../signals.ts';
import { useMapText } from '../ui/text.ts';
import { companyOf } from './company.ts';
import { answerCall } from './follow.ts';
import styles from './follow-line.module.css';

/** A facilitator's call for whoever is not on the canvas: it is offered, and leads there. */
export function CallLine({ board }: { board: Board }) {
  const t = useMapText();
  const { $called } = companyOf(board);
  const called = useValue($called);
  const mounted = useValue(board.$mounted);
  if (mounted) return null;
  const style = called ? ({ '--who': colourOf(called.userId) } as CSSProperties) : undefined;
  return (
    <div className={styles.around} style={style}>
      <div className={styles.line} data-shown={called ? true : undefined}>
        <span role="status">{called && t('presence.called', { name: called.name })}</span>
        {called && (
          <>
            <button type="button" className={styles.button} onClick={() => answerCall(board, called.userId)}>
              {t('presence.go')}
            </button>
            <button type="button" className={styles.button} onClick={() => $called.set(null)}>
              {t('presence.notNow')}
            </button>
          </>
        )}
      </div>
    </div>
  );
}
