import * as Y from 'yjs';
import { type Collection, type JourneyDoc, readMeta } from '../document.ts';
import type { Author } from '../judge/index.ts';
import { place } from '../model.ts';

/** What of an entry somebody wants to write: all of it (`null`), or these properties. */
type Fields = readonly string[] | null;

/**
 * Whether the server would take this from `author`, by the rules the target document has now: asked
 * beforehand, because one edit it refuses would take all the others with it. Without an author
 * everything may be written.
 */
export function mayCarry(
  author: Author | null,
  target: JourneyDoc,
  entry: { collection: Collection; key: string; fields: Fields; held: unknown; brought: unknown },
): boolean {
  if (!author) return true;
  const { collection, fields, held, brought } = entry;
  const meta = readMeta(target.meta);
  if (collection === 'drawing') return true;
  if (collection === 'reactions') return entry.key.endsWith(`.${author.userId}`);
  if (collection !== 'cards') {
    // A touchpoint's mark is the group's judgement, not structure.
    const onlyMark = collection === 'touchpoints' && fields?.every((field) => field === 'mark') === true;
    return onlyMark || author.mayStructure(meta.structure);
  }
  // A new card is written by whoever made it, and by nobody else in their name.
  if (held === undefined) return authorOf(brought) === author.userId;
  return (
    meta.cards === 'everyone' ||
    author.maySettings ||
    authorOf(held) === author.userId ||
    (fields?.join() === 'place' && isRehomed(held, brought, target, author.mayStructure(meta.structure)))
  );
}

/** A card finds another place because its column or row went; whoever may remove one need not own the cards. */
function isRehomed(held: unknown, brought: unknown, target: JourneyDoc, mayStructure: boolean): boolean {
  if (!(held instanceof Y.Map) || !(brought instanceof Y.Map)) return false;
  if (brought.get('place') !== null && !mayStructure) return false;
  const was = place.safeParse(held.get('place'));
  return was.success && !(target.touchpoints.has(was.data.touchpointId) && target.lanes.has(was.data.laneId));
}

const authorOf = (card: unknown): unknown => (card instanceof Y.Map ? card.get('authorId') : undefined);
