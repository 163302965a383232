/** The browser's end of a live document. */
export { forgetDevice } from './device.ts';
export { RECEIPT_PATIENCE, type SaveKind, type SaveState } from './save-state.ts';
export { type JourneySession, openSession, type SessionOptions } from './session.ts';
