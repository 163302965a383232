import { asc, eq, inArray } from 'drizzle-orm';
import { type Actor, can } from '../../auth/can.ts';
import { findings, interviews } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import type { Range } from '../../notes/marks/segments.ts';
import type { Rooms } from '../../runtime.ts';
import { type InterviewRow, rightsIn } from '../interviews/access.ts';
import { type Count, type CountBy, countBy } from './counts.ts';
import { type OnMap, readOnMap } from './on-map.ts';
import type { FindingFilter } from './query.ts';
import { askedOf, hitsIn, searchIn } from './search.ts';
import { tagKey } from './tags.ts';
import { type FindingKind, type FindingView, viewOf } from './view.ts';

/** A finding in the table of all interviews. */
export interface AcrossRow extends FindingView {
  segment: string;
  /** On the map; lifted off it again; or not used yet. */
  place: 'map' | 'lifted' | 'waiting';
  /** Where it lies on the map, else the touchpoint it was said about, when the map still has that. */
  touchpoint: { id: string; name: string } | null;
  quoteOnMap: boolean;
  quoteOutside: boolean;
  mayMark: boolean;
  /** Where the words answer to what was searched for. */
  hits: Range[];
}

export interface Across {
  /** One page of what answers: best first when something was searched for, else in the interviews' order. */
  rows: AcrossRow[];
  page: number;
  pages: number;
  /** Of everything that answers. */
  total: { customer: Count; employee: Count };
  kinds: CountBy<FindingKind>[];
  tags: CountBy<string>[];
  touchpoints: CountBy<string>[];
  /** What could be asked for, whatever is asked for now. */
  choices: {
    interviews: { id: string; alias: string }[];
    segments: string[];
    tags: string[];
    touchpoints: { id: string; name: string }[];
  };
  /** Of what answers, how many a file leaves out: words of people who did not agree to be quoted on the map. */
  notForFile: number;
  /** Findings the actor may read at all. */
  readable: number;
  /** Interviews the actor may not read yet. */
  notShared: number;
}

export const ROWS_PER_PAGE = 100;

/**
 * All findings the actor may read, across the interviews: filtered, searched, counted by distinct interviews.
 * Throws forbidden, roomUnavailable.
 */
export async function findingsAcross(
  db: Db,
  actor: Actor,
  filter: FindingFilter,
  rooms: Pick<Rooms, 'read'>,
  page = 1,
): Promise<Across> {
  const { rows, notShared } = await readableRows(db, actor, rooms);
  const answering = await answers(db, rows, filter);
  const pages = Math.max(1, Math.ceil(answering.length / ROWS_PER_PAGE));
  const shownPage = Math.min(Math.max(1, page), pages);
  const shown = answering.slice((shownPage - 1) * ROWS_PER_PAGE, shownPage * ROWS_PER_PAGE);
  const asked = filter.q === undefined ? null : askedOf(filter.q);
  const hits = asked ? await hitsIn(db, shown, asked) : {};
  const [total] = countBy(answering, () => ['all']);
  const none: Count = { findings: 0, interviews: 0 };
  return {
    rows: shown.map((row) => ({ ...row, hits: hits[row.id] ?? [] })),
    page: shownPage,
    pages,
    total: { customer: total?.customer ?? none, employee: total?.employee ?? none },
    kinds: countBy(answering, (row) => [row.kind]),
    tags: countBy(answering, (row) => row.tags),
    touchpoints: countBy(answering, (row) => (row.touchpoint ? [row.touchpoint.id] : [])),
    choices: choicesOf(rows),
    notForFile: answering.filter((row) => !mayLeave(row)).length,
    readable: rows.length,
    notShared,
  };
}

/**
 * Whether a finding may stand in the actor's file, which nobody can erase: those of people who agreed to be
 * quoted on the map; of the others only for the interview's team, whose notes they are.
 */
export const mayLeave = (row: AcrossRow): boolean => row.quoteOnMap || row.mayMark;

/** As findingsAcross, but every row, for a file. */
export async function allAcross(
  db: Db,
  actor: Actor,
  filter: FindingFilter,
  rooms: Pick<Rooms, 'read'>,
): Promise<AcrossRow[]> {
  return answers(db, (await readableRows(db, actor, rooms)).rows, filter);
}

async function readableRows(db: Db, actor: Actor, rooms: Pick<Rooms, 'read'>) {
  if (!can(actor, 'interview.list')) throw new AppError('forbidden');
  const all = await db
    .select()
    .from(interviews)
    .where(eq(interviews.workshopId, actor.workshopId))
    .orderBy(asc(interviews.createdAt), asc(interviews.id));
  const readable = all.filter((row) => rightsIn(actor, row).read);
  const notShared = all.length - readable.length;
  if (readable.length === 0) return { rows: [], notShared };
  const onMap = await readOnMap(rooms, actor.workshopId);
  const marked = await db
    .select()
    .from(findings)
    .where(
      inArray(
        findings.interviewId,
        readable.map(({ id }) => id),
      ),
    )
    .orderBy(asc(findings.turn), asc(findings.start), asc(findings.end), asc(findings.createdAt));
  const byInterview = new Map<string, typeof marked>();
  for (const finding of marked) {
    const held = byInterview.get(finding.interviewId);
    if (held) held.push(finding);
    else byInterview.set(finding.interviewId, [finding]);
  }
  return {
    rows: readable.flatMap((row) =>
      (byInterview.get(row.id) ?? []).map((finding) => rowOf(viewOf(finding, row), row, actor, onMap)),
    ),
    notShared,
  };
}

function rowOf(view: FindingView, interview: InterviewRow, actor: Actor, onMap: OnMap): AcrossRow {
  const lies = onMap.placed.get(view.id);
  const at = lies ?? view.touchpointId;
  return {
    ...view,
    segment: interview.segment,
    place: lies ? 'map' : lies === null ? 'lifted' : 'waiting',
    touchpoint: onMap.touchpoints.find(({ id }) => id === at) ?? null,
    quoteOnMap: interview.consent.quoteOnMap,
    quoteOutside: interview.consent.quoteOutside,
    mayMark: rightsIn(actor, interview).mark,
    hits: [],
  };
}

async function answers(db: Db, rows: readonly AcrossRow[], filter: FindingFilter): Promise<AcrossRow[]> {
  const wanted = rows.filter(
    (row) =>
      (filter.kind === undefined || row.kind === filter.kind) &&
      (filter.interview === undefined || row.interviewId === filter.interview) &&
      (filter.segment === undefined || row.segment === filter.segment) &&
      (filter.tag === undefined || row.tags.some((one) => tagKey(one) === tagKey(filter.tag ?? ''))) &&
      (filter.who === undefined || row.interviewKind === filter.who) &&
      (filter.placed === undefined || (row.place === 'map') === (filter.placed === 'yes')) &&
      (filter.severity === undefined || row.severity === filter.severity) &&
      (filter.touchpoint === undefined || row.touchpoint?.id === filter.touchpoint),
  );
  const asked = filter.q === undefined ? null : askedOf(filter.q);
  if (!asked) return filter.q === undefined ? wanted : [];
  const ids = [...new Set(wanted.map((row) => row.interviewId))];
  if (ids.length === 0) return [];
  const ranks = await searchIn(db, ids, asked);
  return wanted
    .filter((row) => ranks.has(row.id))
    .sort((a, b) => (ranks.get(a.id) ?? 0) - (ranks.get(b.id) ?? 0));
}

function choicesOf(rows: readonly AcrossRow[]): Across['choices'] {
  const unique = <T>(values: readonly T[]) => [...new Set(values)];
  return {
    interviews: [...new Map(rows.map((row) => [row.interviewId, row.alias]))].map(([id, alias]) => ({
      id,
      alias,
    })),
    segments: unique(rows.map((row) => row.segment)).sort(),
    tags: unique(rows.flatMap((row) => row.tags)).sort((a, b) => a.localeCompare(b)),
    touchpoints: [
      ...new Map(
        rows.flatMap(({ touchpoint }) => (touchpoint ? [[touchpoint.id, touchpoint]] : [])),
      ).values(),
    ],
  };
}
