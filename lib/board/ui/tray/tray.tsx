import { useEffect, useRef, useState } from 'react';
import { CARD_KINDS, type CardKind } from '../../../journey/model.ts';
import type { Board } from '../../board.ts';
import { useValue } from '../../signals.ts';
import { useMapText } from '../text.ts';
import styles from './tray.module.css';
import { TrayItem } from './tray-item.tsx';
import { filtered, waiting } from './unplaced.ts';

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
  const [interviewId, setInterviewId] = useState('');
  const [kind, setKind] = useState('');
  const items = useValue('tray', () => waiting(board.$journey.get(), board.$findings.get()), [board]);
  const dragging = useValue('dragging cards', () => (board.$drag.get()?.cardIds.length ?? 0) > 0, [board]);
  const known = useValue('findings', () => board.$findings.get().size, [board]);
  const shown = filtered(items, { interviewId, kind: (kind || undefined) as CardKind | undefined });
  const interviews = new Map(
    items.flatMap((i) => (i.finding ? [[i.finding.interviewId, i.finding.alias]] : [])),
  );
  const kinds = CARD_KINDS.filter((k) => items.some((i) => i.kind === k));

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
  }, [board]);

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
      </header>
      {open && (
        <div className={styles.body}>
          {dragging && <p className={styles.drop}>{t('tray.drop')}</p>}
          {problem && (
            <p className="notice warn">
              {t('tray.failed')} {problem}{' '}
              <button type="button" className="button quiet" onClick={retry}>
                {t('tray.retry')}
              </button>
            </p>
          )}
          {(interviews.size > 1 || kinds.length > 1) && (
            <div className={styles.filters}>
              <Filter
                label={t('tray.filterInterview')}
                all={t('tray.all')}
                value={interviewId}
                set={setInterviewId}
              >
                {[...interviews]}
              </Filter>
              <Filter label={t('tray.filterKind')} all={t('tray.all')} value={kind} set={setKind}>
                {kinds.map((k) => [k, t(`kind.${k}`)])}
              </Filter>
            </div>
          )}
          {items.length === 0 && !problem && (
            <div className="empty">
              <p>{t(known > 0 ? 'tray.done' : 'tray.empty')}</p>
              <p>
                <a href={`/workshops/${board.options.workshopId}/interviews`}>{t('tray.interviews')}</a>
              </p>
            </div>
          )}
          {shown.length > 0 && board.options.canWrite && <p className="small soft">{t('tray.how')}</p>}
          <ul className={`plain-list ${styles.list}`}>
            {shown.map((item) => (
              <TrayItem key={item.id} board={board} item={item} />
            ))}
          </ul>
        </div>
      )}
    </aside>
  );
}

interface FilterProps {
  label: string;
  all: string;
  value: string;
  set: (value: string) => void;
  children: [string, string][];
}

function Filter({ label, all, value, set, children }: FilterProps) {
  return (
    <label className={styles.filter}>
      <span className="small soft">{label}</span>
      <select value={value} onChange={(event) => set(event.target.value)}>
        <option value="">{all}</option>
        {children.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
