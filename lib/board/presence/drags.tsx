import { useEffect, useRef, useSyncExternalStore } from 'react';
import { CardPicture } from '../../journey/svg/card-picture.tsx';
import type { Board } from '../board.ts';
import { frameOf } from '../canvas/frame.ts';
import { colourOf } from '../members.ts';
import { useValue } from '../signals.ts';
import { type Company, companyOf } from './company.ts';
import styles from './marks.module.css';
import { pointOf } from './spot.ts';

/** What the others are dragging, each under the hand that drags it. */
export function Drags({ board }: { board: Board }) {
  const company = companyOf(board);
  const dragging = useSyncExternalStore(
    (onChange) => company.onHands(onChange),
    () => who(company),
  );
  const others = useValue(board.$others);
  if (dragging === '') return null;
  return dragging.split(' ').map((client) => {
    const other = others.find((o) => o.clientId === Number(client));
    return other && other.user.id !== board.options.userId ? (
      <Dragged key={client} board={board} clientId={other.clientId} userId={other.user.id} />
    ) : null;
  });
}

/** The clients that drag something, as one string: the same as long as they are. */
function who(company: Company): string {
  let out = '';
  for (const [client, { drag }] of company.hands) if (drag) out += `${out && ' '}${client}`;
  return out;
}

/** Drawn once; it moves by its transform. */
function Dragged({ board, clientId, userId }: { board: Board; clientId: number; userId: string }) {
  const ref = useRef<HTMLDivElement>(null);
  const company = companyOf(board);
  const drag = company.hands.get(clientId)?.drag;
  const cardId = drag?.card ?? null;
  const state = useValue('dragged card', () => (cardId ? board.cardState(cardId) : undefined), [cardId]);
  useEffect(() => {
    const place = () => {
      const now = company.hands.get(clientId)?.drag;
      if (!now || !ref.current) return;
      const { x, y } = pointOf(frameOf(board).get(), now.at);
      ref.current.style.transform = `translate(${x}px, ${y}px)`;
    };
    place();
    return company.onHands((changed) => changed.includes(clientId) && place());
  }, [board, company, clientId]);
  if (!drag) return null;
  const { w, h } = state?.box ?? drag;
  return (
    <div ref={ref} className={styles.ghost}>
      <svg width={w} height={h} aria-hidden="true">
        {state?.box ? (
          <CardPicture card={state.card} box={state.box} meta="" />
        ) : (
          <rect width={w} height={h} rx={6} fill="var(--sheet)" />
        )}
        <rect
          x={-3}
          y={-3}
          width={w + 6}
          height={h + 6}
          rx={w === h ? w / 2 + 3 : 8}
          fill="none"
          stroke={colourOf(userId)}
          strokeWidth={2}
        />
      </svg>
    </div>
  );
}
