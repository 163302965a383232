import { type KeyboardEvent, useId } from 'react';
import type { Frame } from './frame.ts';
import type { ReplayWords } from './player.tsx';
import styles from './replay.module.css';

interface ControlsProps {
  frames: readonly Frame[];
  at: number;
  playing: boolean;
  speed: number;
  words: ReplayWords;
  go(to: number): void;
  play(): void;
  onSpeed(speed: number): void;
  onSkip(by: number): void;
}

const SPEEDS = [0.5, 1, 2, 4];

/** Play and pause, one step either way, the slider, the speed. */
export function Controls({ frames, at, playing, speed, words, go, play, onSpeed, onSkip }: ControlsProps) {
  const id = useId();
  const last = frames.length - 1;
  const frame = frames[at];
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    play();
  };
  const spoken = words.at
    .replace('{number}', String(frame?.number))
    .replace('{label}', frame?.label ?? '')
    .replace('{date}', frame?.date ?? '')
    .replace('{at}', String(at + 1))
    .replace('{of}', String(frames.length));
  const playWords = playing ? words.pause : at >= last ? words.again : words.play;
  return (
    <fieldset className={styles.controls} aria-label={words.title}>
      <div className={styles.buttons}>
        <button
          type="button"
          className="button"
          aria-label={words.former}
          title={words.former}
          disabled={at === 0}
          onClick={() => onSkip(-1)}
        >
          <Icon d="M12 3 5 10l7 7" />
        </button>
        <button type="button" className={`button primary ${styles.play}`} onClick={play}>
          <Icon d={playing ? 'M6 4v12M14 4v12' : 'M6 3.500v13L16 10z'} filled={!playing} />
          {playWords}
        </button>
        <button
          type="button"
          className="button"
          aria-label={words.next}
          title={words.next}
          disabled={at >= last}
          onClick={() => onSkip(1)}
        >
          <Icon d="M8 3l7 7-7 7" />
        </button>
      </div>
      <div className={styles.slider}>
        <input
          type="range"
          min={0}
          max={last}
          step={1}
          value={at}
          aria-label={words.slider}
          aria-valuetext={spoken}
          aria-describedby={`${id}-keys`}
          list={`${id}-ticks`}
          onChange={(event) => go(Number(event.target.value))}
          onKeyDown={onKeyDown}
        />
        <datalist id={`${id}-ticks`}>
          {frames.map(({ number }, i) => (
            <option key={number} value={i} />
          ))}
        </datalist>
        <p id={`${id}-keys`} className="small soft">
          {words.keys}
        </p>
      </div>
      <label className={styles.speed}>
        <span className="small soft">{words.speed}</span>
        <select value={speed} onChange={(event) => onSpeed(Number(event.target.value))}>
          {SPEEDS.map((n) => (
            <option key={n} value={n}>
              {words.times.replace('{n}', String(n))}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  );
}

function Icon({ d, filled = false }: { d: string; filled?: boolean }) {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <path
        d={d}
        fill={filled ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
