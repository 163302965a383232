'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useEffect, useState } from 'react';
import type { MapScreenProps } from '@/lib/board/ui/map-screen.tsx';
import { currentView } from '@/lib/board/views/address.ts';
import { loadView } from '@/lib/board/views/load.ts';
import type { Messages } from '@/lib/i18n/messages.ts';
import type { TakeSnapshotWords } from '../snapshots/words.ts';
import styles from './map.module.css';

export interface MapClientProps
  extends Pick<MapScreenProps, 'workshopId' | 'user' | 'rights' | 'locale' | 'sources'> {
  messages: Messages['map'];
  timeZone: string;
  /** The snapshot dialog's sentences, for whoever may take one. */
  snapshot: TakeSnapshotWords | null;
  /** The map as a picture, until the live one is there. */
  children: ReactNode;
}

// Only in the browser: the canvas library touches the window as soon as it is imported.
const Live = dynamic(() => import('./live.tsx'), { ssr: false });

/** Shows the server's picture at once and lets the live map take its place. */
export function MapClient({ children, ...props }: MapClientProps) {
  const [isLive, setLive] = useState(false);
  useEffect(() => {
    // Beside the session rather than after it: the canvas is the heaviest part of the page.
    loadView(currentView()).catch(() => undefined);
  }, []);
  return (
    <main className={styles.map} data-fill>
      <h1 className="visually-hidden">{props.messages.title}</h1>
      {!isLive && (
        <div className={styles.waiting} data-tray={props.rights.write || undefined}>
          <p className={styles.bar} role="status">
            {props.messages.loading}
          </p>
          <div className={styles.picture}>{children}</div>
        </div>
      )}
      <Live {...props} onLive={setLive} />
    </main>
  );
}
