import type { ReactNode } from 'react';
import { SUBJECT_KINDS, type Subject } from '@/lib/review/subject.ts';

/** A subject's place, what the reader can do, or the picture of the map. */
export type Hole = Subject | { kind: 'acts' | 'map'; id: '' };

/** Stands in a report that is kept, where something is written in for each reader or comes from elsewhere. */
export function holeFor({ kind, id }: Hole): ReactNode {
  return <i data-hole={`${kind}:${id}`} />;
}

const HOLES = new RegExp(
  `<i data-hole="(${[...SUBJECT_KINDS, 'acts', 'map'].join('|')}):([\\w-]*)"></i>`,
  'g',
);

/** The holes of a written report, in their order. Text in it cannot look like one: its signs are escaped. */
export function holesIn(html: string): Hole[] {
  return [...html.matchAll(HOLES)].map(([, kind, id]) => ({ kind, id }) as Hole);
}

/** The report with every hole written into; those without a text stay as they are. */
export function filled(html: string, texts: (hole: Hole) => string | undefined): string {
  return html.replace(HOLES, (whole, kind, id) => texts({ kind, id } as Hole) ?? whole);
}
