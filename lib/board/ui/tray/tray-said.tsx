import type { Board } from '../../board.ts';
import { useValue } from '../../signals.ts';
import { useMapText } from '../text.ts';
import { keepFocus } from './keep-focus.ts';
import styles from './tray.module.css';
import { trayOf } from './tray-state.ts';

/** What became of the last placing: read out when all went well, shown when something did not. */
export function TraySaid({ board, left }: { board: Board; left: number }) {
  const t = useMapText();
  const tray = trayOf(board);
  const said = useValue(tray.$said);
  const lines: string[] = [];
  let calm = '';
  if (said?.type === 'placed') {
    const { cards, noLane, gone, taken } = said.placed;
    const { touchpoint } = said;
    if (cards.length > 0 && touchpoint === '') calm = t('tray.placedEach', { count: cards.length, left });
    else if (cards.length > 0) calm = t('tray.placed', { count: cards.length, touchpoint, left });
    if (gone > 0) lines.push(t('tray.gone', { count: gone }));
    if (taken > 0) lines.push(t('tray.taken', { count: taken }));
    for (const kind of new Set(noLane)) lines.push(t('tray.noLane', { kind: t(`kind.${kind}`) }));
  }
  const withdrawn = said?.type === 'withdrawn' ? said.cardIds : [];
  if (withdrawn.length > 0) lines.push(t('tray.withdrawn', { count: withdrawn.length }));
  return (
    <>
      <p role="status" className="visually-hidden">
        {calm}
      </p>
      <div role="status">
        {lines.length > 0 && (
          <div className={`notice warn ${styles.said}`}>
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
            <p className="row">
              {withdrawn.length > 0 && (
                <button
                  type="button"
                  className="button"
                  onClick={(event) => {
                    keepFocus(event.currentTarget);
                    tray.remove(withdrawn);
                  }}
                >
                  {t('tray.withdrawnRemove', { count: withdrawn.length })}
                </button>
              )}
              <button
                type="button"
                className="button quiet"
                onClick={(event) => {
                  keepFocus(event.currentTarget);
                  tray.$said.set(null);
                }}
              >
                {t('close')}
              </button>
            </p>
          </div>
        )}
      </div>
    </>
  );
}
