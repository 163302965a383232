import { CLOSE } from '../close-codes.ts';

/** ws closes with this when a message is over the payload limit; sending it again would not help. */
export const MESSAGE_TOO_BIG = 1009;

/** Close codes after which nothing of the document may stay on the device, or what stays would be refused again. */
const CLEARING: ReadonlySet<number> = new Set([
  CLOSE.refused,
  CLOSE.malformed,
  CLOSE.tooLarge,
  CLOSE.signInRequired,
  CLOSE.forbidden,
  CLOSE.documentUnknown,
  MESSAGE_TOO_BIG,
]);

/** Whether an edit, and not the person, was what the server did not take. */
export function refusesEdit(code: number): boolean {
  return code === CLOSE.refused || code === CLOSE.malformed || code === MESSAGE_TOO_BIG;
}

/**
 * Whether the copy on the device goes when the server ended a session with `code`. Whoever must sign in
 * again keeps what was not saved yet: the copy carries their id in its name and opens for nobody else.
 * @param pending one's own edits not known to be durable
 */
export function clearsDevice(code: number, pending: number): boolean {
  return CLEARING.has(code) && !(code === CLOSE.signInRequired && pending > 0);
}
