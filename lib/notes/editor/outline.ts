import type { Line } from '../document.ts';
import { type FrozenFinding, frozen } from '../frozen.ts';
import { type Reading, readLine } from '../reading.ts';

/** What stands beside the notes: what has been marked, what is to be asked again, where one is. */
export type OutlineItem =
  | ({ kind: 'finding'; atMs: number | null } & { finding: FrozenFinding; lineId: string })
  | { kind: 'again'; lineId: string; words: string; atMs: number | null }
  | { kind: 'touchpoint'; lineId: string; words: string; touchpointId: string | null };

const readings = new WeakMap<Line, Reading>();

function readOnce(line: Line): Reading {
  let reading = readings.get(line);
  if (!reading) {
    reading = readLine(line.text);
    readings.set(line, reading);
  }
  return reading;
}

/** The items of the notes in their order; an item that says what it said in `before` is that object. */
export function outlineOf(lines: readonly Line[], before: readonly OutlineItem[] = []): OutlineItem[] {
  const held = new Map(before.map((item) => [item.lineId, item]));
  const findings = new Map(frozen(lines, readOnce).findings.map((finding) => [finding.lineId, finding]));
  const items = lines.flatMap((line) => {
    const item = itemOf(line, findings.get(line.id));
    if (!item) return [];
    const known = held.get(line.id);
    return [known && isSame(known, item) ? known : item];
  });
  const unchanged = items.length === before.length && items.every((item, i) => item === before[i]);
  return unchanged ? (before as OutlineItem[]) : items;
}

function itemOf(line: Line, finding: FrozenFinding | undefined): OutlineItem | null {
  const { id: lineId, atMs, touchpointId } = line;
  if (finding) return { kind: 'finding', lineId, atMs, finding };
  const { kind, words } = readOnce(line);
  if (words === '') return null;
  if (kind === 'again') return { kind, lineId, words, atMs };
  if (kind === 'touchpoint') return { kind, lineId, words, touchpointId };
  return null;
}

function isSame(a: OutlineItem, b: OutlineItem): boolean {
  if (a.kind === 'finding' && b.kind === 'finding') {
    const [{ finding: x, ...restA }, { finding: y, ...restB }] = [a, b];
    return alike(x, y) && alike(restA, restB);
  }
  return alike(a, b);
}

function alike(a: object, b: object): boolean {
  const other = b as Record<string, unknown>;
  return Object.entries(a).every(([key, value]) => other[key] === value);
}
