import { z } from 'zod';
import { id } from '../../journey/model.ts';
import { spot } from './spot.ts';

const number = z.number().finite();

/** More would not fit into what the server takes of one presence (LIMITS.presence, 4 kB). */
export const MOST_SELECTED = 40;
export const MOST_LASER_POINTS = 32;

/** `still`: nothing done for a while. `away`: the page is not in sight. */
export const ACTIVITY = ['here', 'still', 'away'] as const;
export type Activity = (typeof ACTIVITY)[number];

/** What one client tells the others about its person; `user` is stamped by the server. */
export const presence = z.object({
  user: z.object({
    id: z.string(),
    name: z.string(),
    functionName: z.string().catch(''),
    role: z.string().nullable().catch(null),
  }),
  /** What changes all the time: see `Hand`. */
  cursor: spot.nullable().catch(null),
  /** The outline of what is being dragged by its upper left corner, and the card when it is one. */
  drag: z.object({ at: spot, w: number, h: number, card: id.nullable() }).nullable().catch(null),
  /** What is in sight: its middle, its size in page units, the zoom. */
  view: z
    .object({ at: spot, w: number.positive(), h: number.positive(), z: number.positive() })
    .nullable()
    .catch(null),
  /** The newest points of a laser stroke, `from` counting from its first; dx and dy in turn, from `at`. */
  laser: z
    .object({ stroke: number, from: number, at: spot, points: z.array(number).max(2 * MOST_LASER_POINTS) })
    .nullable()
    .catch(null),
  selection: z.array(z.string().startsWith('shape:')).max(MOST_SELECTED).catch([]),
  /** Where the focus is for whoever has no pointer on the canvas: in the table, on the phone. */
  cell: z.object({ touchpointId: id, laneId: id.nullable() }).nullable().catch(null),
  /** The card whose text is typed, with the caret as Yjs' relative positions. */
  editing: z.object({ cardId: id, anchor: z.unknown(), head: z.unknown() }).nullable().catch(null),
  /** What is being dragged out of the tray: findings, or cards lifted off the map. */
  placing: z.array(id).max(20).catch([]),
  activity: z.enum(ACTIVITY).catch('here'),
  /** Since when, by the teller's clock. */
  since: number.catch(0),
  /** As which they came to the workshop: their colour. */
  seat: z.int().min(0).nullable().catch(null),
  /** The user whose view this person follows. */
  follows: z.string().nullable().catch(null),
  /** A facilitator's call to come: rises with each. */
  summon: number.catch(0),
});
export type Presence = z.infer<typeof presence>;

/** What moves: told to listeners, never held in a signal. */
export type Hand = Pick<Presence, 'cursor' | 'drag' | 'view' | 'laser'>;
/** Somebody else on the map, but for what moves; an object stays the same as long as nothing of it changes. */
export interface Other extends Omit<Presence, keyof Hand> {
  clientId: number;
}

/** One client's presence; null when it is malformed. */
export function readPresence(clientId: number, state: unknown): { other: Other; hand: Hand } | null {
  const parsed = presence.safeParse(state);
  if (!parsed.success) return null;
  const { cursor, drag, view, laser, ...rest } = parsed.data;
  return { other: { clientId, ...rest }, hand: { cursor, drag, view, laser } };
}
