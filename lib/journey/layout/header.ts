import type { Journey, Lane, Touchpoint } from '../model.ts';
import { type PersonaSign, personaSigns } from '../personas.ts';
import { COLUMN, HEADER, HEADER_HEIGHT, TEXT } from './geometry.ts';
import type { ColumnBox, MapLayout, PhaseBox } from './types.ts';
import { breakLines, clampLines } from './wrap.ts';

export const HEADER_BOX: MapLayout['header'] = {
  x: -HEADER.laneWidth,
  y: -HEADER_HEIGHT,
  laneWidth: HEADER.laneWidth,
  partHeight: HEADER.partHeight,
  phaseHeight: HEADER.phaseHeight,
  touchpointHeight: HEADER.touchpointHeight,
};

const memo = new Map<string, string[]>();

function nameLines(name: string, width: number, most: number, fontSize: number = TEXT.fontSize): string[] {
  return cached(`${width} ${most} ${fontSize} ${name}`, () => {
    const style = { width: width - 2 * HEADER.padX, fontSize, weight: 'semibold' as const };
    return clampLines(breakLines(name, style), most, style);
  });
}

function cached(key: string, make: () => string[]): string[] {
  let lines = memo.get(key);
  if (!lines) {
    lines = make();
    if (memo.size > 2_000) memo.clear();
    memo.set(key, lines);
  }
  return lines;
}

const LANE_NAME_WIDTH = HEADER.laneWidth - HEADER.laneNameX - 4 + 2 * HEADER.padX;

/** A lane's name, as many lines as its row has room for. */
export const laneLines = (lane: Lane, height: number): string[] =>
  nameLines(lane.name, LANE_NAME_WIDTH, Math.max(1, Math.floor((height - HEADER.padX) / TEXT.lineHeight)));

/** The line beside a touchpoint's number, in pixels; it begins behind the number's digits. */
export const META = { gap: 9, digit: 7, mark: 19, sign: 15, mostSigns: 4, more: 18 } as const;

type Meta = Pick<ColumnBox, 'mark' | 'signs' | 'moreSigns' | 'signsX' | 'meta' | 'metaX'>;

function metaLine(t: Touchpoint, number: number, all: Signs): Meta {
  const own = all.of(t.personas);
  const signs = own.length > META.mostSigns ? all.of(t.personas, META.mostSigns - 1) : own;
  const moreSigns = own.length - signs.length;
  const after = (t.mark === null ? 0 : META.mark) + signs.length * META.sign + (moreSigns ? META.more : 0);
  const signsX = HEADER.padX + META.gap + META.digit * String(number).length;
  const metaX = signsX + after + (signs.length > 0 ? 4 : 0);
  const width = COLUMN.width - HEADER.padX - metaX;
  const words = [t.channel, t.owner].filter(Boolean).join(' · ');
  const meta = words && cached(`${width} meta ${words}`, () => oneLine(words, width))[0];
  return { mark: t.mark, signs, moreSigns, signsX, meta: meta ?? '', metaX };
}

function oneLine(words: string, width: number): string[] {
  const style = { width, fontSize: TEXT.metaSize };
  return clampLines(breakLines(words, style), 1, style);
}

interface Signs {
  /** The signs of these personas, the same list for the same question. */
  of(personaIds: readonly string[], most?: number): PersonaSign[];
}

const NOBODY: PersonaSign[] = [];
const signsOf = new WeakMap<Journey['personas'], Signs>();

function signsIn({ personas }: Journey): Signs {
  const known = signsOf.get(personas);
  if (known) return known;
  const all = personaSigns(personas);
  const lists = new Map<string, PersonaSign[]>();
  const made: Signs = {
    of(personaIds, most) {
      if (personaIds.length === 0) return NOBODY;
      const key = `${most} ${personaIds.join(' ')}`;
      const list = lists.get(key) ?? all.filter((s) => personaIds.includes(s.id)).slice(0, most);
      lists.set(key, list);
      return list;
    },
  };
  signsOf.set(personas, made);
  return made;
}

const PHASE_ROOM = HEADER.phaseHeight - 4;

function phaseLines(name: string, width: number): Pick<PhaseBox, 'lines' | 'fontSize' | 'lineHeight'> {
  for (const fontSize of [HEADER.phaseSize, TEXT.fontSize]) {
    const lines = nameLines(name, width, 2, fontSize);
    if (lines.length === 1) return { lines, fontSize, lineHeight: PHASE_ROOM };
  }
  const lines = nameLines(name, width, 2);
  return { lines, fontSize: TEXT.fontSize, lineHeight: HEADER.phaseHeight / 2 };
}

/** Phases and columns from left to right; a phase without touchpoints keeps an empty column's room. */
export function across(journey: Journey): { phases: PhaseBox[]; columns: ColumnBox[]; width: number } {
  const phases: PhaseBox[] = [];
  const columns: ColumnBox[] = [];
  const signs = signsIn(journey);
  let x = 0;
  for (const phase of journey.phases) {
    const start = x;
    for (const t of journey.touchpoints) {
      if (t.place.phaseId !== phase.id) continue;
      const lines = nameLines(t.name, COLUMN.width, 3);
      const box = { touchpointId: t.id, phaseId: phase.id, x, w: COLUMN.width, lines };
      columns.push({ ...box, ...metaLine(t, columns.length + 1, signs) });
      x += COLUMN.width;
    }
    if (x === start) x += COLUMN.width;
    phases.push({
      id: phase.id,
      part: phase.part,
      x: start,
      w: x - start,
      ...phaseLines(phase.name, x - start),
    });
    x += COLUMN.phaseGap;
  }
  return { phases, columns, width: Math.max(0, x - COLUMN.phaseGap) };
}
