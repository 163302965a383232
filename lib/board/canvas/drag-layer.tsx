import { useRef } from 'react';
import { useQuickReactor } from 'tldraw';
import { HEADER, HEADER_HEIGHT, type MapLayout } from '../../journey/layout/index.ts';
import { useValue } from '../signals.ts';
import type { HeaderDrag } from '../structure/drag.ts';
import styles from './drag-layer.module.css';

interface MarkProps {
  drag: HeaderDrag;
  map: MapLayout;
  /** Which of the two headers the mark stands in. */
  lanes?: boolean;
}

/** Where the lifted name would land: a line through the whole map. */
export function DropMark({ drag, map, lanes = false }: MarkProps) {
  const spot = useValue('spot', () => drag.$over.get()?.spot ?? null, [drag]);
  if (!spot || (spot.collection === 'lanes') !== lanes) return null;
  const style = lanes
    ? { left: 0, top: spot.at - 2, width: HEADER.laneWidth + map.width, height: 4 }
    : { left: spot.at - 2, top: HEADER.partHeight, width: 4, height: HEADER_HEIGHT + map.height };
  return <div className={styles.mark} style={style} />;
}

/** The lifted name under the pointer. */
export function DragGhost({ drag }: { drag: HeaderDrag }) {
  const lifted = useValue(drag.$lifted);
  return lifted && <Ghost drag={drag} name={lifted.name} />;
}

function Ghost({ drag, name }: { drag: HeaderDrag; name: string }) {
  const ref = useRef<HTMLDivElement>(null);
  useQuickReactor('ghost follows the pointer', () => {
    const over = drag.$over.get();
    const layer = ref.current?.parentElement?.getBoundingClientRect();
    if (!over || !layer || !ref.current) return;
    ref.current.style.transform = `translate(${over.x - layer.left + 12}px, ${over.y - layer.top + 12}px)`;
  }, [drag]);
  return (
    <div ref={ref} className={styles.ghost} data-header-ghost>
      {name}
    </div>
  );
}
