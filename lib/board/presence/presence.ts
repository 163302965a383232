import { z } from 'zod';
import { id } from '../../journey/model.ts';

const number = z.number().finite();

/** What one client tells the others about its person's hands; `user` is stamped by the server. */
export const presence = z.object({
  user: z.object({
    id: z.string(),
    name: z.string(),
    functionName: z.string().catch(''),
    role: z.string().nullable().catch(null),
  }),
  cursor: z.object({ x: number, y: number }).nullable().catch(null),
  selection: z.array(z.string().startsWith('shape:')).max(200).catch([]),
  /** The outline of what is being dragged, in page units, and the card when it is one. */
  drag: z.object({ x: number, y: number, w: number, h: number, card: id.nullable() }).nullable().catch(null),
});
export type Presence = z.infer<typeof presence>;
export interface Other extends Presence {
  clientId: number;
}

/** The others of an awareness' states; whatever is malformed is left out. */
export function readOthers(states: ReadonlyMap<number, unknown>, own: number): Other[] {
  const out: Other[] = [];
  for (const [clientId, state] of states) {
    if (clientId === own) continue;
    const parsed = presence.safeParse(state);
    if (parsed.success) out.push({ ...parsed.data, clientId });
  }
  return out.sort((a, b) => a.clientId - b.clientId);
}
