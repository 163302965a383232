/** The browser's end of a live document. */
export type { CarryOptions } from './carrying.ts';
export { forgetDevice } from './device/index.ts';
export { type DocumentOptions, type DocumentSession, openDocument } from './document.ts';
export type { Remains } from './remains.ts';
export { RECEIPT_PATIENCE, type SaveKind, type SaveState } from './save-state.ts';
export { type JourneySession, openSession, type SessionOptions } from './session.ts';
export { eachOnce, type OwnUnsaved } from './unsaved.ts';
