export {
  createShare,
  listShares,
  newShare,
  PASSCODE_MAX,
  PASSCODE_MIN,
  revokeShare,
  SHARE_DAYS,
  type Share,
  type ShareState,
} from './shares/links.ts';
export { quotableInterviews } from './shares/quotable.ts';
export { type QuotableShare, quotableShare, sharedReview } from './shares/shared-review.ts';
export { countOpening, findShare, guestOf, type OpenShare, tryPasscode } from './shares/visit.ts';
