import { useEffect, useMemo, useRef, useState } from 'react';
import { personaSigns } from '../../journey/personas.ts';
import { companyOf } from '../presence/company.ts';
import { cardNow } from '../reading/cells.ts';
import { followDocument } from '../reading/follow.ts';
import { KindPicture } from '../reading/kind-mark.tsx';
import { structureOf } from '../reading/structure.ts';
import { useValue } from '../signals.ts';
import { Menu } from '../ui/menu.tsx';
import { useMapText } from '../ui/text.ts';
import { touchpointItems } from '../ui/touchpoint-items.ts';
import type { ViewProps } from '../views/load.ts';
import { AddSheet } from './add-sheet.tsx';
import { PHONE_KINDS, type PhoneKind } from './drafts.ts';
import { usePager } from './pager.ts';
import styles from './small.module.css';
import { TouchpointPage } from './touchpoint-page.tsx';

/** One touchpoint at a time: for whoever joined by a code on the wall and has a phone in the hand. */
export default function SmallView({ board }: ViewProps) {
  const t = useMapText();
  const { phases, touchpoints, lanes, personas } = useValue(structureOf(board));
  const signs = useMemo(() => new Map(personaSigns(personas).map((sign) => [sign.id, sign])), [personas]);
  const ids = useMemo(() => touchpoints.map((x) => x.id), [touchpoints]);
  const { at, go, track } = usePager(board.options.workshopId, ids);
  const [adding, setAdding] = useState<PhoneKind | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [told, setTold] = useState('');
  const buttons = useRef<HTMLDivElement>(null);
  const touchpoint = touchpoints[at];

  useEffect(() => {
    const stop = followDocument(board);
    const reveal = (cardId: string) => {
      const place = cardNow(board, cardId)?.place;
      const index = board.$journey.get().touchpoints.findIndex((x) => x.id === place?.touchpointId);
      if (index >= 0) go(index);
      // React draws what changed at the end of this turn.
      setTimeout(() => showCard(track.current, cardId));
    };
    const goTo = (id: string) => {
      const index = board.$journey.get().touchpoints.findIndex((x) => x.id === id);
      if (index >= 0) go(index);
    };
    const view = { reveal, edit: setEditing, goTo };
    board.elsewhere = view;
    return () => {
      stop();
      if (board.elsewhere === view) board.elsewhere = null;
    };
  }, [board, go, track]);

  const touchpointId = touchpoint?.id;
  useEffect(() => {
    const company = companyOf(board);
    if (touchpointId) company.tell({ cell: { touchpointId, laneId: null } });
    return () => company.tell({ cell: null });
  }, [board, touchpointId]);

  // A map without phases says by itself what it needs.
  if (!touchpoint)
    return phases.length > 0 ? <p className={styles.none}>{t('table.noTouchpoints')}</p> : null;
  const phase = phases.find((p) => p.id === touchpoint.place.phaseId);
  const done = (kind: PhoneKind, cardId: string | null) => {
    setAdding(null);
    if (cardId) {
      setTold(t('small.added', { kind: t(`kind.${kind}`), where: touchpoint.name }));
      setTimeout(() => showCard(track.current, cardId));
    } else buttons.current?.querySelector<HTMLElement>(`[data-kind="${kind}"]`)?.focus();
  };
  return (
    <div className={styles.view}>
      <header className={styles.head} data-part={phase?.part}>
        <Turn label={t('small.former')} disabled={at === 0} turn={() => go(at - 1)} path="M11 4 6 9l5 5" />
        <Menu
          named
          className={styles.chooser}
          label={t('small.choose', { name: touchpoint.name, at: at + 1, of: touchpoints.length })}
          items={() => touchpointItems(board, (id) => go(ids.indexOf(id)), touchpoint.id)}
        >
          <span className="visually-hidden">
            {t('small.choose', { name: touchpoint.name, at: at + 1, of: touchpoints.length })}
          </span>
          <span className={styles.phase} aria-hidden="true">
            {phase?.name} · {t('small.place', { at: at + 1, of: touchpoints.length })}
          </span>
          <span className={styles.name} aria-hidden="true">
            {touchpoint.name}
          </span>
        </Menu>
        <Turn
          label={t('small.next')}
          disabled={at === touchpoints.length - 1}
          turn={() => go(at + 1)}
          path="m7 4 5 5-5 5"
        />
      </header>
      <div ref={track} className={styles.track} data-scrolls-sideways>
        {touchpoints.map((one, i) => (
          <section key={one.id} className={styles.page} aria-label={one.name} inert={i !== at}>
            {Math.abs(i - at) <= 1 && (
              <>
                <h2 className="visually-hidden">{one.name}</h2>
                <TouchpointPage
                  board={board}
                  touchpoint={one}
                  lanes={lanes}
                  signs={signs}
                  editing={editing}
                  doneEditing={() => setEditing(null)}
                />
              </>
            )}
          </section>
        ))}
      </div>
      {board.options.canWrite && (
        <div ref={buttons} className={styles.adders}>
          {PHONE_KINDS.map((kind) => (
            <button
              key={kind}
              type="button"
              data-kind={kind}
              className={styles.adder}
              aria-haspopup="dialog"
              aria-label={t('addKind', { kind: t(`kind.${kind}`) })}
              onClick={() => setAdding(kind)}
            >
              <KindPicture kind={kind} />
              {t(`kind.${kind}`)}
            </button>
          ))}
        </div>
      )}
      <p role="status" className="visually-hidden">
        {told}
      </p>
      {adding && (
        <AddSheet
          key={`${touchpoint.id} ${adding}`}
          board={board}
          touchpoint={touchpoint}
          kind={adding}
          done={(cardId) => done(adding, cardId)}
        />
      )}
    </div>
  );
}

/** Scrolls to a card and shows for a moment which one it is. */
function showCard(track: HTMLElement | null, cardId: string): void {
  const card = track?.querySelector<HTMLElement>(`[data-card="${CSS.escape(cardId)}"]`);
  if (!card) return;
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: 'center', inline: 'nearest' });
}

interface TurnProps {
  label: string;
  disabled: boolean;
  turn: () => void;
  path: string;
}

function Turn({ label, disabled, turn, path }: TurnProps) {
  return (
    <button
      type="button"
      className={styles.turn}
      aria-label={label}
      // Not `disabled`, which would throw the focus away at the last page.
      aria-disabled={disabled}
      onClick={() => !disabled && turn()}
    >
      <svg width="22" height="22" viewBox="0 0 18 18" aria-hidden="true">
        <path
          d={path}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.800"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </button>
  );
}
