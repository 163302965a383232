import type { StoredRecord } from './form.ts';

/**
 * A picture's record names its file by id alone. Which workshop's file that is, each client knows by
 * itself: a record can point neither to another workshop nor to another host.
 */
const SRC = /^asset:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export const pictureSrc = (fileId: string): string => `asset:${fileId}`;

/** The file a picture's `src` names; null when it names none of ours. */
export const fileIdOf = (src: unknown): string | null =>
  (typeof src === 'string' && SRC.exec(src)?.[1]) || null;

/** Whether tldraw's asset record is a picture out of a file of ours. */
export const isOwnPicture = ({ type, props }: { type: string; props: object }): boolean =>
  type === 'image' && 'src' in props && fileIdOf(props.src) !== null;

const NAME = 200;

/** What tldraw's own check of an asset leaves open. Returns null when it is fine. */
export function checkPicture(stored: StoredRecord): string | null {
  if (stored.type !== 'image') return 'an asset that is no image';
  if (fileIdOf(stored['props.src']) === null) return 'an image from elsewhere';
  if (String(stored['props.name']).length > NAME) return 'a name too long';
  return 'place' in stored || 'fromId' in stored ? 'an asset has no place' : null;
}
