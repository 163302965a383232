/**
 * Why a socket was closed. y-websocket's client stops for good on 4400–4499 and retries every other
 * code with a growing pause, so a code's range is its meaning. Refusals are sent after the upgrade:
 * an HTTP error during it would be retried for ever.
 */
export const CLOSE = {
  normal: 1000,
  goingAway: 1001,
  malformed: 4400,
  signInRequired: 4401,
  forbidden: 4403,
  documentUnknown: 4404,
  /** The server refused an edit: the client starts anew from the server's document. */
  refused: 4409,
  /** The client's document is of an earlier epoch: load the new one and carry unsaved edits over. */
  renewed: 4410,
  tooLarge: 4413,
  /** Rights changed: connect again and be authorised anew. */
  rightsChanged: 4503,
  /** It did not read what was sent to it. */
  slow: 4508,
  /** Updates between those it sent are missing: come again and bring everything. */
  gap: 4522,
  tooMany: 4529,
  /** The room could not be loaded; later. */
  unavailable: 4513,
} as const;
