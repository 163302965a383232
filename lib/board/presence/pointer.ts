import { Trail } from './laser.ts';
import styles from './pointers.module.css';
import type { Activity, Hand } from './presence.ts';
import { type Camera, onScreen, pointOf, type Spot, spotAt } from './spot.ts';

type Rows = Parameters<typeof pointOf>[0];

const SVG = 'http://www.w3.org/2000/svg';
const ARROW = 'M2.5 1.5v14.2l3.9-3.3 2.7 5.9 2.9-1.3-2.7-5.8 5.1-.4z';
/** Room around the window in which a pointer still counts as in sight: its name hangs to the right. */
const MARGIN = 40;
/** Between two messages a pointer glides, as long as the last two were apart, within these, ms. */
const GLIDE = { least: 30, most: 120 };
/** How long after its last movement a pointer still counts as moving, ms. */
const RECENT_MS = 2_500;

const calm = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** One person's pointer and laser on the screen. */
export class Pointer {
  inSight = false;
  private readonly element: HTMLElement;
  private trail: { drawn: SVGPathElement; points: Trail } | null = null;
  private from: Spot | null = null;
  private to: Spot | null = null;
  private toldAt = 0;
  private glide = 0;
  private knowsLaser = false;
  private colour = '';

  constructor(
    private readonly layer: HTMLElement,
    name: string,
  ) {
    this.element = document.createElement('div');
    this.element.className = styles.pointer as string;
    const arrow = document.createElementNS(SVG, 'svg');
    arrow.setAttribute('viewBox', '0 0 18 20');
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', ARROW);
    arrow.append(path);
    const label = document.createElement('span');
    label.textContent = name;
    this.element.append(arrow, label);
    this.element.hidden = true;
    layer.append(this.element);
  }

  be(activity: Activity, colour: string): void {
    this.colour = colour;
    this.element.style.setProperty('--who', colour);
    if (this.trail) this.trail.drawn.style.stroke = colour;
    this.element.dataset.activity = activity;
  }

  take({ cursor, laser }: Hand, now: number, map: Rows): void {
    if (laser) {
      this.trail ??= { drawn: this.path(), points: new Trail() };
      this.trail.points.take(map, laser, now, !this.knowsLaser);
    }
    this.knowsLaser = true;
    if (isSame(cursor, this.to)) return;
    // A pointer that comes from nowhere, or from a header that sticks, is there at once.
    const glides =
      this.inSight && !calm() && (cursor?.lane === this.to?.lane || (cursor?.lane && this.to?.lane));
    this.from = glides && cursor ? this.between(now, map) : null;
    this.glide = Math.min(GLIDE.most, Math.max(GLIDE.least, now - this.toldAt));
    this.to = cursor;
    this.toldAt = now;
  }

  /** Puts it where it is at `now`; returns whether it will be elsewhere, or look otherwise, a frame later. */
  place(now: number, map: Rows, camera: Camera, { w, h }: { w: number; h: number }): boolean {
    const fading = this.drawTrail(now, camera);
    const at = this.to && onScreen(map, camera, this.between(now, map) as Spot);
    this.inSight = at !== null && at.x > -MARGIN && at.y > -MARGIN && at.x < w && at.y < h;
    if (this.element.hidden === this.inSight) this.element.hidden = !this.inSight;
    if (!at || !this.inSight) return fading;
    this.element.style.transform = `translate(${at.x.toFixed(1)}px, ${at.y.toFixed(1)}px)`;
    const recent = now - this.toldAt < RECENT_MS;
    if (recent !== 'recent' in this.element.dataset) {
      if (recent) this.element.dataset.recent = '';
      else delete this.element.dataset.recent;
    }
    return recent || fading;
  }

  remove(): void {
    this.element.remove();
    this.trail?.drawn.ownerSVGElement?.remove();
  }

  private between(now: number, map: Rows): Spot | null {
    const { from, to } = this;
    const part = Math.min(1, (now - this.toldAt) / this.glide);
    if (!from || !to || part >= 1) return to;
    const [a, b] = [pointOf(map, from), pointOf(map, to)];
    return spotAt(map, { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part });
  }

  private drawTrail(now: number, camera: Camera): boolean {
    if (!this.trail) return false;
    const d = this.trail.points.path(now, camera);
    this.trail.drawn.setAttribute('d', d);
    return d !== '';
  }

  private path(): SVGPathElement {
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('class', styles.laser as string);
    const path = document.createElementNS(SVG, 'path');
    path.style.stroke = this.colour;
    svg.append(path);
    this.layer.append(svg);
    return path;
  }
}

const isSame = (a: Spot | null, b: Spot | null) =>
  a === b || (a !== null && b !== null && a.x === b.x && a.lane === b.lane && a.dy === b.dy);
