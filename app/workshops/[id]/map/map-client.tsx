'use client';

import dynamic from 'next/dynamic';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { MapScreenProps } from '@/lib/board/ui/map-screen.tsx';
import { currentView } from '@/lib/board/views/address.ts';
import { loadView } from '@/lib/board/views/load.ts';
import type { Messages } from '@/lib/i18n/messages.ts';
import type { MapName } from '@/lib/sync/protocol.ts';
import type { TakeSnapshotWords } from '../snapshots/words.ts';
import { type DrawingProps, FirstMap } from './first-map.tsx';
import styles from './map.module.css';

export interface MapClientProps
  extends Pick<MapScreenProps, 'workshopId' | 'user' | 'rights' | 'locale' | 'sources'>,
    DrawingProps {
  map: MapName;
  /** What this map is called. */
  title: string;
  messages: Messages['map'];
  timeZone: string;
  /** The snapshot dialog's sentences, for whoever may take one. */
  snapshot: TakeSnapshotWords | null;
}

/** What the live map tells the page while it comes. */
export interface Coming {
  /** Its bar and tray are there. */
  onEnter(): void;
  /** All of it is on the screen. */
  onShown(): void;
}

// Only in the browser: the canvas library touches the window as soon as it is imported.
const Live = dynamic(() => import('./live.tsx'), { ssr: false });

/** Shows the server's map at once and lets the live one take its place. */
export function MapClient({ drawing, asked, title, ...props }: MapClientProps) {
  const [stage, setStage] = useState<'waiting' | 'entering' | 'live'>('waiting');
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    // Beside the session rather than after it: the canvas is the heaviest part of the page.
    loadView(currentView()).catch(() => undefined);
  }, []);
  const onEnter = useCallback(() => setStage((now) => (now === 'waiting' ? 'entering' : now)), []);
  const onShown = useCallback(() => {
    setStage('live');
    // Whoever was reading by keyboard goes on where the picture was.
    if (document.activeElement?.closest(`.${styles.first}`)) {
      main.current?.querySelector<HTMLElement>('.tl-container, [role=grid] [tabindex="0"]')?.focus();
    }
  }, []);
  return (
    <main ref={main} className={styles.map} data-fill>
      <h1 className="visually-hidden">{title}</h1>
      {stage === 'waiting' && (
        <p className={styles.bar} role="status">
          <span className={styles.coming}>{props.messages.loading}</span>
          <span className={styles.unscripted}>{props.messages.unscripted}</span>
        </p>
      )}
      <Live {...props} onEnter={onEnter} onShown={onShown} />
      {stage !== 'live' && (
        <FirstMap
          workshopId={props.workshopId}
          title={title}
          drawing={drawing}
          asked={asked}
          tray={props.rights.write}
          bare={stage === 'entering'}
        />
      )}
    </main>
  );
}
