import authEn from './messages/en/auth.json' with { type: 'json' };
import commonEn from './messages/en/common.json' with { type: 'json' };
import compareEn from './messages/en/compare.json' with { type: 'json' };
import decisionsEn from './messages/en/decisions.json' with { type: 'json' };
import errorsEn from './messages/en/errors.json' with { type: 'json' };
import exportEn from './messages/en/export.json' with { type: 'json' };
import homeEn from './messages/en/home.json' with { type: 'json' };
import interviewsEn from './messages/en/interviews.json' with { type: 'json' };
import mapEn from './messages/en/map.json' with { type: 'json' };
import reviewEn from './messages/en/review.json' with { type: 'json' };
import shareEn from './messages/en/share.json' with { type: 'json' };
import snapshotsEn from './messages/en/snapshots.json' with { type: 'json' };
import templatesEn from './messages/en/templates.json' with { type: 'json' };
import toBeEn from './messages/en/to-be.json' with { type: 'json' };
import workshopEn from './messages/en/workshop.json' with { type: 'json' };
import authSv from './messages/sv/auth.json' with { type: 'json' };
import commonSv from './messages/sv/common.json' with { type: 'json' };
import compareSv from './messages/sv/compare.json' with { type: 'json' };
import decisionsSv from './messages/sv/decisions.json' with { type: 'json' };
import errorsSv from './messages/sv/errors.json' with { type: 'json' };
import exportSv from './messages/sv/export.json' with { type: 'json' };
import homeSv from './messages/sv/home.json' with { type: 'json' };
import interviewsSv from './messages/sv/interviews.json' with { type: 'json' };
import mapSv from './messages/sv/map.json' with { type: 'json' };
import reviewSv from './messages/sv/review.json' with { type: 'json' };
import shareSv from './messages/sv/share.json' with { type: 'json' };
import snapshotsSv from './messages/sv/snapshots.json' with { type: 'json' };
import templatesSv from './messages/sv/templates.json' with { type: 'json' };
import toBeSv from './messages/sv/to-be.json' with { type: 'json' };
import workshopSv from './messages/sv/workshop.json' with { type: 'json' };

/** Every sentence of the interface, by language and namespace. English is the shape both must have. */
const en = {
  common: commonEn,
  errors: errorsEn,
  auth: authEn,
  home: homeEn,
  workshop: workshopEn,
  interviews: interviewsEn,
  map: mapEn,
  snapshots: snapshotsEn,
  review: reviewEn,
  compare: compareEn,
  toBe: toBeEn,
  decisions: decisionsEn,
  share: shareEn,
  export: exportEn,
  templates: templatesEn,
};

const sv: typeof en = {
  common: commonSv,
  errors: errorsSv,
  auth: authSv,
  home: homeSv,
  workshop: workshopSv,
  interviews: interviewsSv,
  map: mapSv,
  snapshots: snapshotsSv,
  review: reviewSv,
  compare: compareSv,
  toBe: toBeSv,
  decisions: decisionsSv,
  share: shareSv,
  export: exportSv,
  templates: templatesSv,
};

export const MESSAGES = { en, sv };
export type Messages = typeof en;
export type Namespace = keyof Messages;
