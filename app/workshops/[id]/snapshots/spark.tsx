import type { HeadFigures } from '@/lib/services/snapshots.ts';
import styles from './snapshots.module.css';

const WIDTH = 168;
const HEIGHT = 56;
const PAD = 6;

/** The capital along the journey as a small curve, with the zero line; its two ends are in the label. */
export function CapitalSpark({ figures, label }: { figures: HeadFigures; label: string }) {
  const values = [0, ...figures.map.capital.points.map((p) => p.plain)];
  const top = Math.max(1, ...values);
  const bottom = Math.min(-1, ...values);
  const x = (i: number) => PAD + (i * (WIDTH - 2 * PAD)) / Math.max(1, values.length - 1);
  const y = (value: number) => PAD + ((top - value) * (HEIGHT - 2 * PAD)) / (top - bottom);
  const path = values.map((value, i) => `${i === 0 ? 'M' : 'L'}${round(x(i))} ${round(y(value))}`).join('');
  const end = values.at(-1) ?? 0;
  return (
    <svg
      className={styles.spark}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      <path d={`M${PAD} ${round(y(0))}H${WIDTH - PAD}`} stroke="var(--rule-strong)" strokeDasharray="2 3" />
      <path d={path} fill="none" stroke="var(--ink)" strokeWidth="1.75" strokeLinejoin="round" />
      <circle
        cx={round(x(values.length - 1))}
        cy={round(y(end))}
        r="3.5"
        fill={end > 0 ? 'var(--valence-p2)' : end < 0 ? 'var(--valence-m2)' : 'var(--valence-0)'}
      />
    </svg>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;
