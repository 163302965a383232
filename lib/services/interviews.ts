export { callOff } from './interviews/call-off.ts';
export { capturableInterview, isBefore, openCapture, startCapture } from './interviews/capture.ts';
export { personalCards } from './interviews/cards-left.ts';
export { cleanChanges, keepFlag, keepInput, saveClean } from './interviews/clean.ts';
export {
  consent,
  NO_CONSENT,
  PURPOSES,
  type Purpose,
  recordConsent,
  requireNotesConsent,
} from './interviews/consent.ts';
export { CONSENT_FORM_MAX, readConsentForm, saveConsentForm } from './interviews/consent-form.ts';
export { type Coverage, coverageByPersona, coverageBySegment, total } from './interviews/coverage.ts';
export { eraseInput, eraseInterview, readErasure, resumeErasure } from './interviews/erase.ts';
export { type ErasePreview, previewErasure } from './interviews/erase-preview.ts';
export { type EraseTools, type ErasureState, finishErasures } from './interviews/erase-steps.ts';
export { freezeNotes, lateLines, takeInLate } from './interviews/freeze.ts';
export { type ImportInput, importInput, importInterview, interviewDetails } from './interviews/import.ts';
export { type InterviewSummary, listInterviews, readPlan } from './interviews/list.ts';
export { keptIn } from './interviews/open-flags.ts';
export { personasOf } from './interviews/personas.ts';
export { type PlanInput, planDetails, planInterview, updatePlan } from './interviews/plan.ts';
export { mayPlan, plannableInterview } from './interviews/plan-access.ts';
export { type InterviewView, readInterview, type TurnView } from './interviews/read.ts';
export { shareInterview, unshareInterview } from './interviews/share.ts';
export { mayQuoteOutside, WITHDRAWABLE, withdraw, withdrawInput } from './interviews/withdraw.ts';
