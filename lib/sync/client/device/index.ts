/** What is kept of a document in the browser, for one user. */
export type { Aside } from './aside.ts';
export { Device, forgetDevice } from './device.ts';
