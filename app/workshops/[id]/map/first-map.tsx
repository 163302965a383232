'use client';

import { useEffect, useRef } from 'react';
import { firstZoom, rememberView } from '@/lib/board/canvas/first-view.ts';
import { HEADER, HEADER_HEIGHT } from '@/lib/journey/layout/geometry.ts';
import { runtime } from '@/lib/runtime.ts';
import styles from './map.module.css';

export interface DrawingProps {
  /** What the address asks for by `?view=`. */
  asked: string | undefined;
  /** Of the map as the server drew it: the key it is kept under, or itself where no page is made of it. */
  drawing: { key: string; drawn: { picture: string; list: string } | null };
}

interface FirstMapProps extends DrawingProps {
  workshopId: string;
  title: string;
  /** Leaves the tray's room at the left. */
  tray: boolean;
  /** The live bar and tray are there already. */
  bare: boolean;
}

/**
 * The server's map until the live one is there: the picture, or on a phone the text, whatever the address
 * asks for. It scrolls natively, and where it was scrolled to is where the canvas begins.
 */
export function FirstMap({ workshopId, title, asked, drawing, tray, bare }: FirstMapProps) {
  const picture = useRef<HTMLElement>(null);
  useEffect(() => {
    const scrolled = picture.current;
    if (!scrolled) return;
    const remember = () => {
      const { scrollLeft, scrollTop } = scrolled;
      const z = firstZoom();
      rememberView(workshopId, { x: HEADER.laneWidth - scrollLeft / z, y: HEADER_HEIGHT - scrollTop / z, z });
    };
    // It may have been scrolled before any script ran.
    if (scrolled.scrollLeft > 0 || scrolled.scrollTop > 0) remember();
    scrolled.addEventListener('scroll', remember, { passive: true });
    return () => scrolled.removeEventListener('scroll', remember);
  }, [workshopId]);
  const { picture: drawnPicture, list } = drawing.drawn ?? kept(drawing.key);
  return (
    <div
      className={styles.first}
      data-asked={asked}
      data-tray={tray || undefined}
      data-bare={bare || undefined}
    >
      {tray && <div className={styles.tray} />}
      <section
        ref={picture}
        className={styles.picture}
        aria-label={title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
        tabIndex={0}
        suppressHydrationWarning
        // biome-ignore lint/security/noDangerouslySetInnerHtml: React wrote it on the server, with everything escaped
        dangerouslySetInnerHTML={{ __html: drawnPicture }}
      />
      <section
        className={styles.list}
        aria-label={title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: as above
        tabIndex={0}
        suppressHydrationWarning
        // biome-ignore lint/security/noDangerouslySetInnerHtml: as above
        dangerouslySetInnerHTML={{ __html: list }}
      />
    </div>
  );
}

/**
 * What the server drew, on the server. In the browser it stands in the page already, and React leaves it
 * as it is: thousands of elements are neither sent a second time nor walked through.
 */
function kept(key: string): { picture: string; list: string } {
  const held = typeof window === 'undefined' ? runtime().drawings?.get(key) : undefined;
  return held ?? { picture: '', list: '' };
}
