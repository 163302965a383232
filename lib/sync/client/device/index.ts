/** What is kept of a document in the browser, for one user. */
export { Device, forgetDevice } from './device.ts';
export type { Aside } from './epochs.ts';
