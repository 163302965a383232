import type { Editor } from 'tldraw';
import type { Board } from '../board.ts';
import { frameOf } from '../canvas/frame.ts';
import { companyOf } from './company.ts';
import { type Hand, MOST_LASER_POINTS } from './presence.ts';
import { type Point, pointOf, spotOnScreen } from './spot.ts';

type Told = NonNullable<Hand['laser']>;
type Rows = Parameters<typeof pointOf>[0];

/** How long a told stroke stays after the button is up, ms: the last points must have got through. */
const LINGER_MS = 600;

/**
 * Tells the strokes of the laser tool, from the pointer itself: tldraw's own state is a frame behind. Each
 * message repeats the newest points, because some messages never arrive.
 */
export class LaserTeller {
  private stroke = 0;
  private points: Point[] | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly board: Board,
    private readonly editor: Editor,
  ) {}

  /** @param at from the canvas' corner */
  move(at: Point, pressed: boolean): void {
    if (!pressed || this.editor.getCurrentToolId() !== 'laser') {
      this.end();
      return;
    }
    if (!this.points) {
      clearTimeout(this.timer);
      this.stroke += 1;
      this.points = [];
    }
    this.points.push(at);
    const newest = this.points.slice(-MOST_LASER_POINTS);
    const first = newest[0] as Point;
    const camera = this.editor.getCamera();
    const away = newest.flatMap((p) => [
      Math.round((p.x - first.x) / camera.z),
      Math.round((p.y - first.y) / camera.z),
    ]);
    const told: Told = {
      stroke: this.stroke,
      from: this.points.length - newest.length,
      at: spotOnScreen(frameOf(this.board).get(), camera, first),
      points: away,
    };
    companyOf(this.board).tell({ laser: told });
  }

  end(): void {
    if (!this.points) return;
    this.points = null;
    this.timer = setTimeout(() => this.stop(), LINGER_MS);
  }

  stop(): void {
    clearTimeout(this.timer);
    companyOf(this.board).tell({ laser: null });
  }
}

const LIFE_MS = 1_200;

/** Another's laser as it is seen here: page points that fade from the oldest on. */
export class Trail {
  private points: (Point & { at: number; starts: boolean })[] = [];
  private stroke: number | null = null;
  private known = 0;

  /** @param skip the first word of somebody: what they drew before is not drawn again. */
  take(map: Rows, { stroke, from, at, points }: Told, now: number, skip: boolean): void {
    if (stroke !== this.stroke) {
      this.stroke = stroke;
      this.known = 0;
    }
    const origin = pointOf(map, at);
    for (let i = Math.max(0, this.known - from); i < points.length / 2; i += 1) {
      const x = origin.x + (points[2 * i] ?? 0);
      const y = origin.y + (points[2 * i + 1] ?? 0);
      if (!skip) this.points.push({ x, y, at: now, starts: from + i === 0 });
    }
    this.known = Math.max(this.known, from + points.length / 2);
  }

  /** The path on the screen; empty once all of it has faded. */
  path(now: number, { x, y, z }: { x: number; y: number; z: number }): string {
    const gone = this.points.findIndex((p) => now - p.at < LIFE_MS);
    if (gone !== 0) this.points.splice(0, gone < 0 ? this.points.length : gone);
    return this.points
      .map(
        (p, i) =>
          `${i === 0 || p.starts ? 'M' : 'L'}${((p.x + x) * z).toFixed(1)} ${((p.y + y) * z).toFixed(1)}`,
      )
      .join('');
  }
}
