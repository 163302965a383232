/** Old documents, written anew without their past. Pure; server/sync/renewal.ts decides when. */
export { copyOf, type Renewed, renewed } from './renew.ts';
export { isWorthRenewing, type Weight, weightOf } from './worth.ts';
