/**
 * Every error a person may meet. The code is stable: it is the key of its sentence in
 * lib/i18n/messages (`errors.<code>`, what happened and what to do) and what clients and tests compare.
 */
export const ERROR_STATUS = {
  badRequest: 400,
  invalidInput: 400,
  signInRequired: 401,
  sessionExpired: 401,
  wrongCredentials: 401,
  forbidden: 403,
  foreignOrigin: 403,
  notFound: 404,
  workshopNotFound: 404,
  interviewNotFound: 404,
  interviewNotShared: 403,
  snapshotNotFound: 404,
  toBeMissing: 404,
  toBeExists: 409,
  snapshotDamaged: 500,
  snapshotEmptied: 410,
  invitationUnknown: 404,
  invitationExpired: 410,
  invitationRevoked: 410,
  invitationUsedUp: 410,
  shareUnknown: 404,
  shareExpired: 410,
  shareRevoked: 410,
  passcodeWrong: 401,
  alreadySetUp: 409,
  emailTaken: 409,
  lastFacilitator: 409,
  findingPlaced: 409,
  decisionChanged: 409,
  commentsFull: 422,
  fileEmpty: 422,
  fileTooLarge: 413,
  fileBinary: 422,
  fileEncoding: 422,
  journeyFileTooLarge: 413,
  journeyFileForeign: 422,
  journeyFileNewer: 422,
  journeyFileDamaged: 422,
  exportBusy: 429,
  exportFailed: 500,
  imageUnreadable: 422,
  imageTooLarge: 413,
  imageTooManyPixels: 422,
  imagesFull: 422,
  transcriptNoTurns: 422,
  turnTooLong: 422,
  transcriptTooLong: 422,
  interviewTakenIn: 409,
  vttMalformed: 422,
  cuesMalformed: 422,
  fileUnsafe: 422,
  docxBroken: 422,
  csvColumns: 422,
  csvBroken: 422,
  consentMissing: 422,
  consentHeld: 409,
  consentTakenBack: 409,
  interviewBegun: 409,
  notesNotDone: 409,
  notesEmpty: 422,
  flagsOpen: 409,
  cleanChanged: 409,
  eraseNotConfirmed: 422,
  guideFull: 422,
  wordsNotInTurn: 422,
  wordsOfInterviewer: 422,
  wordsTooLong: 422,
  tagsFull: 422,
  mapReadOnly: 403,
  structureLocked: 403,
  settingsLocked: 403,
  cardNotYours: 403,
  editInvalid: 422,
  notesClosed: 403,
  notesFull: 422,
  sourceErased: 410,
  textTooLong: 422,
  mapFull: 422,
  tooManyAttempts: 429,
  pastGone: 410,
  roomUnavailable: 503,
  databaseUnavailable: 503,
  internal: 500,
} as const;
export type ErrorCode = keyof typeof ERROR_STATUS;

const BRAND = Symbol.for('utifran.AppError');

/** Thrown by services and loaders; `params` fill the placeholders of the code's sentence. */
export class AppError extends Error {
  readonly [BRAND] = true;
  readonly status: number;
  constructor(
    readonly code: ErrorCode,
    readonly params: Record<string, string | number> = {},
    options?: { cause?: unknown },
  ) {
    super(code, options);
    this.name = 'AppError';
    this.status = ERROR_STATUS[code];
  }
}

/** By brand, because Next and the server each evaluate this module: `instanceof` fails across. */
export function isAppError(error: unknown): error is AppError {
  return typeof error === 'object' && error !== null && BRAND in error;
}
