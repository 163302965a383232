'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import type { Locale } from '@/lib/i18n/locale.ts';
import type { Messages } from '@/lib/i18n/messages.ts';
import { Beside } from './beside.tsx';
import { Controls } from './controls.tsx';
import type { Frame } from './frame.ts';
import type { Fetched, Picture } from './pictures.ts';
import styles from './replay.module.css';
import { Stage } from './stage.tsx';
import { usePictures } from './use-pictures.ts';

export type ReplayWords = Messages['compare']['replay'] & { kind: Messages['compare']['kind'] };
export type FigureNames = Pick<
  Messages['snapshots'],
  'capital' | 'ratio' | 'coverage' | 'interviews' | 'cards'
>;

export interface PlayerProps {
  workshopId: string;
  frames: readonly Frame[];
  /** Which of them the page came with, and its picture. */
  first: number;
  picture: string;
  words: ReplayWords;
  names: FigureNames;
  contentLocale: Locale;
}

/** How long a picture stays while it is played at speed 1, ms: time to find what is new. */
const STAYS = 2_600;

/** Plays how the map grew. The picture that is there stays until the next one has come. */
export function Player({ workshopId, frames, first, picture, words, names, contentLocale }: PlayerProps) {
  const [at, setAt] = useState(first);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(1);
  const addresses = useMemo(
    () =>
      frames.map(({ number }, i) => {
        const since = frames[i - 1]?.number;
        return `/api/workshops/${workshopId}/snapshots/${number}/picture${since ? `?since=${since}` : ''}`;
      }),
    [frames, workshopId],
  );
  const { known, want } = usePictures(addresses, { at: first, svg: picture }, words.unreached);
  const here = known.get(at);
  const last = frames.length - 1;

  useEffect(() => {
    want(at);
    if (here) want(at + 1);
  }, [at, here, want]);

  useEffect(() => {
    // Reload, the back button and a link that is sent on lead to what is seen.
    const number = frames[at]?.number;
    const url = new URL(window.location.href);
    url.searchParams.set('at', String(number));
    window.history.replaceState(window.history.state, '', url);
  }, [at, frames]);

  const isShown = here !== undefined && 'picture' in here;
  useEffect(() => {
    if (!playing || here === undefined) return;
    if (at >= last || !isShown) return setPlaying(false);
    const timer = setTimeout(() => setAt(at + 1), STAYS / speed);
    return () => clearTimeout(timer);
  }, [playing, here, isShown, at, last, speed]);

  const play = () => {
    if (!playing && at >= last) setAt(0);
    setPlaying(!playing);
  };
  const go = (to: number) => {
    setPlaying(false);
    setAt(Math.min(last, Math.max(0, to)));
  };
  const shown = useLastPicture(here);
  const frame = frames[at];
  if (!frame) return null;
  return (
    <div className={styles.player}>
      <Controls
        {...{ frames, at, playing, speed, words, go, play }}
        onSpeed={setSpeed}
        onSkip={(by) => go(at + by)}
      />
      <div className={styles.scene}>
        <Stage
          known={known}
          shown={shown}
          words={words}
          number={frame.number}
          here={here}
          contentLocale={contentLocale}
        >
          <button type="button" className="button" onClick={() => want(at, true)}>
            {words.retry}
          </button>
          {at < last && (
            <button type="button" className="button" onClick={() => go(at + 1)}>
              {words.skip}
            </button>
          )}
        </Stage>
        <Beside
          workshopId={workshopId}
          frame={frame}
          before={frames[at - 1]?.number ?? null}
          counts={here && 'picture' in here ? here.picture.counts : null}
          {...{ words, names, contentLocale }}
        />
      </div>
    </div>
  );
}

/** What stands on the stage: the picture of where one is, else the last one there was. */
function useLastPicture(here: Fetched | undefined): Picture | undefined {
  const last = useRef<Picture>(undefined);
  if (here && 'picture' in here) last.current = here.picture;
  return last.current;
}
