import { type RefObject, useEffect, useRef } from 'react';
import type { Board } from '../../board.ts';
import { offerCommands } from '../../find/commands.ts';
import { useValue } from '../../signals.ts';
import { useMapText } from '../text.ts';
import { $sought } from './seek.ts';
import styles from './tray.module.css';
import { TrayBody } from './tray-body.tsx';
import { type Waiting, waiting } from './unplaced.ts';

interface TrayProps {
  board: Board;
  /** What went wrong fetching the findings. */
  problem: string | null;
  retry: () => void;
  open: boolean;
  onToggle: (open: boolean) => void;
}

/** The findings nobody has placed yet, and cards lifted off the map; cards dropped here are lifted off. */
export function Tray({ board, problem, retry, open, onToggle }: TrayProps) {
  const t = useMapText();
  const ref = useRef<HTMLElement>(null);
  const items = useWaiting(board);
  const total = useValue('findings', () => board.$findings.get().size, [board]);
  const dragging = useValue('dragging cards', () => (board.$drag.get()?.cardIds.length ?? 0) > 0, [board]);
  const placed = Math.max(0, total - items.filter((item) => item.finding).length);
  useOverTray(board, ref);
  useOpening(board, open, onToggle);

  return (
    <aside
      ref={ref}
      className={styles.tray}
      data-open={open}
      data-dragging={dragging || undefined}
      aria-label={t('tray.title')}
    >
      <header className={styles.head}>
        <h2 className={styles.title}>
          {t('tray.title')} <span className="soft">{t('tray.left', { count: items.length })}</span>
        </h2>
        <button
          type="button"
          className={styles.toggle}
          data-toggle
          aria-expanded={open}
          aria-label={t(open ? 'tray.hide' : 'tray.open')}
          title={t(open ? 'tray.hide' : 'tray.open')}
          onClick={() => onToggle(!open)}
        >
          <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
            <path
              d="M11 4 6 9l5 5"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.800"
              strokeLinecap="round"
            />
          </svg>
        </button>
        {open && total > 0 && (
          <p className={styles.progress} title={t('tray.progress', { placed, total })}>
            <span style={{ inlineSize: `${(100 * placed) / total}%` }} />
            <span className="visually-hidden">{t('tray.progress', { placed, total })}</span>
          </p>
        )}
      </header>
      {open && (
        <TrayBody board={board} items={items} dragging={dragging}>
          {problem !== null && (
            <p className="notice warn">
              {t('tray.failed')} {problem}{' '}
              <button type="button" className="button quiet" onClick={retry}>
                {t('tray.retry')}
              </button>
            </p>
          )}
          {items.length === 0 && problem === null && (
            <div className="empty">
              <p>{t(total > 0 ? 'tray.done' : 'tray.empty')}</p>
              <p>
                <a href={`/workshops/${board.options.workshopId}/interviews`}>{t('tray.interviews')}</a>
              </p>
            </div>
          )}
        </TrayBody>
      )}
    </aside>
  );
}

/** Drawn anew only when what waits has changed, and not with every letter typed on the map. */
function useWaiting(board: Board): readonly Waiting[] {
  const held = useRef<readonly Waiting[]>([]);
  return useValue('tray', () => {
    const now = waiting(board.$journey.get(), board.$findings.get());
    const same = now.length === held.current.length && now.every((item, i) => item === held.current[i]);
    if (!same) held.current = now;
    return held.current;
  }, [board]);
}

/** Tells running drags on the canvas whether the pointer is over the tray. */
function useOverTray(board: Board, ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    board.isOverTray = () => {
      const box = ref.current?.getBoundingClientRect();
      const { editor } = board;
      if (!box || !editor) return false;
      const { x, y } = editor.inputs.currentScreenPoint;
      const screen = editor.getViewportScreenBounds();
      const [px, py] = [x + screen.x, y + screen.y];
      return px >= box.left && px <= box.right && py >= box.top && py <= box.bottom;
    };
    return () => {
      board.isOverTray = () => false;
    };
  }, [board, ref]);
}

/** Opens the tray when it is asked to show something, and offers to open and close it by name. */
function useOpening(board: Board, open: boolean, onToggle: (open: boolean) => void): void {
  const t = useMapText();
  const asked = useValue($sought(board));
  const toggle = useRef(onToggle);
  toggle.current = onToggle;
  useEffect(() => {
    if (asked !== null && !open) toggle.current(true);
  }, [asked, open]);
  useEffect(
    () =>
      offerCommands(board, () => [
        { id: 'tray', label: t(open ? 'find.trayHide' : 'find.tray'), run: () => toggle.current(!open) },
      ]),
    [board, open, t],
  );
}
