import type { Journey, Lane } from '../model.ts';
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
  const key = `${width} ${most} ${fontSize} ${name}`;
  let lines = memo.get(key);
  if (!lines) {
    const style = { width: width - 2 * HEADER.padX, fontSize, weight: 'semibold' as const };
    lines = clampLines(breakLines(name, style), most, style);
    if (memo.size > 2_000) memo.clear();
    memo.set(key, lines);
  }
  return lines;
}

/** A lane's name, as many lines as its row has room for. */
export const laneLines = (lane: Lane, height: number): string[] =>
  nameLines(lane.name, HEADER.laneWidth, Math.max(1, Math.floor((height - HEADER.padX) / TEXT.lineHeight)));

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
  let x = 0;
  for (const phase of journey.phases) {
    const start = x;
    for (const t of journey.touchpoints) {
      if (t.place.phaseId !== phase.id) continue;
      const lines = nameLines(t.name, COLUMN.width, 3);
      columns.push({ touchpointId: t.id, phaseId: phase.id, x, w: COLUMN.width, lines });
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
