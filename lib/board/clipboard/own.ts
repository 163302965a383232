import { z } from 'zod';
import { card, id, LIMITS } from '../../journey/model.ts';

/**
 * What we put on the clipboard for ourselves: in an attribute of the HTML, which other programs do not show.
 * It may come from another map, another installation or anybody's web page, so all of it is checked.
 */
const ownCard = card
  .pick({ kind: true, text: true, evidence: true, emoji: true, valence: true, severity: true, source: true })
  .extend({
    personaId: card.shape.personaId,
    place: z.object({ touchpointId: id, laneId: id }).nullable(),
  });
export type OwnCard = z.infer<typeof ownCard>;

/** tldraw's form of copied drawings; each record is checked by itself before it is used (see drawing.ts). */
const records = z.array(z.looseObject({ id: z.string(), typeName: z.string(), type: z.string() })).max(5_000);
const ownDrawing = z.object({ shapes: records, bindings: records, assets: records });
export type OwnDrawing = z.infer<typeof ownDrawing>;

const ownContent = z.object({
  v: z.literal(1),
  workshopId: z.string().max(LIMITS.id),
  /** In the order they lie on the map. */
  cards: z.array(ownCard).max(LIMITS.cards),
  drawing: ownDrawing.nullable(),
});
export type OwnContent = z.infer<typeof ownContent>;

/** As the value of an attribute: only letters, digits and `%`. */
export const packed = (content: OwnContent): string =>
  encodeURIComponent(JSON.stringify(content)).replace(/[^\w%]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);

export const OWN_ATTRIBUTE = 'data-utifran';

/** null when it is none of ours. */
export function unpacked(value: string | null): OwnContent | null {
  if (!value) return null;
  try {
    return ownContent.safeParse(JSON.parse(decodeURIComponent(value))).data ?? null;
  } catch {
    return null;
  }
}

/**
 * A copied card as the map of `workshopId` may hold it. Another map knows neither its finding nor its
 * persona, so there it loses both, and the claim to have been observed.
 */
export function adoptable<C extends OwnCard>(copied: C, from: string, workshopId: string): C {
  if (from === workshopId) return copied;
  const evidence = copied.evidence === 'observed' ? 'assumed' : copied.evidence;
  return { ...copied, source: null, personaId: null, evidence, place: null };
}
