import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Announcer } from '../announce.tsx';
import { Board } from '../board.ts';
import { FilterButton } from '../filter/filter-button.tsx';
import { FilterStrip } from '../filter/filter-strip.tsx';
import { FindButton } from '../find/find-button.tsx';
import { RestoredLine } from '../notices/restored-line.tsx';
import { CallLine } from '../presence/call-line.tsx';
import { joinCompany } from '../presence/join.ts';
import { fetchFindings, fetchMembers } from '../remote.ts';
import type { BoardSession } from '../session.ts';
import { keepView } from '../structure/view.ts';
import { useView } from '../views/address.ts';
import { useLoadedView } from '../views/load.ts';
import { useShown } from '../views/shown.ts';
import { ViewSwitch } from '../views/view-switch.tsx';
import { Bar } from './bar/bar.tsx';
import { EmptyMap } from './empty-map.tsx';
import styles from './map-screen.module.css';
import { Panel } from './panel/panel.tsx';
import { useMapText } from './text.ts';
import { Tray } from './tray/tray.tsx';

export interface MapScreenProps {
  session: BoardSession;
  workshopId: string;
  user: { id: string; name: string; functionName: string; seat: number };
  rights: { write: boolean; structure: 'always' | 'ifOpened' | 'never' };
  locale: 'en' | 'sv';
  /** Who said what, by finding id; the fetched findings add to it. */
  sources: Record<string, string>;
  /** Shown at the right of the bar. */
  actions?: ReactNode;
  /** Called once the view asked for is on the screen. */
  onShown?: () => void;
}

/** The whole live map: bar, tray, panel, and in their midst the view the address asks for. */
export function MapScreen({
  session,
  workshopId,
  user,
  rights,
  locale,
  sources,
  actions,
  onShown,
}: MapScreenProps) {
  const board = useBoard(session, workshopId, user, rights, sources);
  const findings = useRemote(board, session);
  const roomy = useWide(1100);
  const wide = useWide(721);
  const [trayOpen, setTrayOpen] = useState<boolean | null>(null);
  const view = useView();
  const { View, failed, retry } = useLoadedView(view);
  useShown(board, view, View !== null || failed, onShown);
  const t = useMapText();
  if (!board) return null;
  return (
    <div className={styles.screen} data-fill data-view={view}>
      <div data-bar>
        <Bar board={board} session={session} user={user}>
          <FindButton board={board} />
          {/* A phone has no room for it; what was asked for elsewhere is shown and can be ended there, too. */}
          {view !== 'touchpoints' && <FilterButton board={board} />}
          <ViewSwitch />
          <div className={styles.actions}>{actions}</div>
        </Bar>
        <FilterStrip board={board} />
      </div>
      <div className={styles.body}>
        {rights.write && view !== 'touchpoints' && (
          <Tray
            board={board}
            problem={findings.problem}
            retry={findings.retry}
            open={trayOpen ?? wide}
            onToggle={setTrayOpen}
          />
        )}
        <div className={styles.canvas}>
          {View && <View board={board} session={session} user={user} locale={locale} />}
          {failed && (
            <p className="notice warn">
              {t('view.failed')}{' '}
              <button type="button" className="button quiet" onClick={retry}>
                {t('tray.retry')}
              </button>
            </p>
          )}
          {view !== 'map' && <CallLine board={board} />}
          <RestoredLine board={board} session={session} />
          <EmptyMap board={board} />
          <Panel board={board} roomy={roomy} />
          <Announcer board={board} />
        </div>
      </div>
    </div>
  );
}

/** One board for as long as its session lives; made in an effect, so that strict mode leaves none behind. */
function useBoard(
  session: BoardSession,
  workshopId: string,
  { id: userId, seat }: MapScreenProps['user'],
  rights: MapScreenProps['rights'],
  sources: MapScreenProps['sources'],
): Board | null {
  const [board, setBoard] = useState<Board | null>(null);
  const { write, structure } = rights;
  useEffect(() => {
    const made = new Board({
      journey: session.journey,
      userId,
      workshopId,
      canWrite: write,
      structure,
      sources,
    });
    joinCompany(made, session.awareness, seat);
    keepView(made);
    setBoard(made);
    return () => {
      setBoard(null);
      made.destroy();
    };
  }, [session, workshopId, userId, seat, write, structure, sources]);
  return board;
}

/** Findings and members, fetched at the start, whenever the server says they changed, and after an absence. */
function useRemote(board: Board | null, session: BoardSession) {
  const [problem, setProblem] = useState<string | null>(null);
  const asked = useRef<AbortController>(undefined);
  const load = useCallback(() => {
    // Whoever only reads has neither tray nor the list of people.
    if (!board?.options.canWrite) return;
    asked.current?.abort();
    asked.current = new AbortController();
    const { signal } = asked.current;
    fetchFindings(board.options.workshopId, signal).then(
      (list) => {
        board.$findings.set(new Map(list.map((f) => [f.id, f])));
        setProblem(null);
      },
      (error: unknown) => !signal.aborted && setProblem(error instanceof Error ? error.message : ''),
    );
    fetchMembers(board.options.workshopId, signal).then(
      (list) => board.$members.set(new Map(list.map((m) => [m.userId, m]))),
      () => undefined,
    );
  }, [board]);
  useEffect(() => {
    load();
    const off = session.onNotice((notice) => {
      // Undo would bring it back, and the server would not take that.
      if (notice.type === 'erased') board?.undoManager.clear();
      // What one did last is not there any more; undoing it would take the map half back again.
      if (notice.type === 'restored') board?.undoManager.clear();
      load();
    });
    // What the server told while there was no connection was told to others.
    let away = false;
    const back = session.state.subscribe(() => {
      const { kind } = session.state.get();
      if (away && (kind === 'saved' || kind === 'saving')) load();
      away = kind === 'offline' || (away && kind === 'connecting');
    });
    return () => {
      back();
      if (typeof off === 'function') off();
    };
  }, [load, board, session]);
  return { problem, retry: load };
}

function useWide(pixels: number): boolean {
  const query = useMemo(() => window.matchMedia(`(min-width: ${pixels}px)`), [pixels]);
  const [wide, setWide] = useState(query.matches);
  useEffect(() => {
    const onChange = () => setWide(query.matches);
    query.addEventListener('change', onChange);
    return () => query.removeEventListener('change', onChange);
  }, [query]);
  return wide;
}
