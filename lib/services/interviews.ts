export {
  consent,
  NO_CONSENT,
  PURPOSES,
  type Purpose,
  recordConsent,
  requireNotesConsent,
} from './interviews/consent.ts';
export { type ImportInput, importInput, importInterview, interviewDetails } from './interviews/import.ts';
export { type InterviewSummary, listInterviews } from './interviews/list.ts';
export { type PlanInput, planDetails, planInterview, updatePlan } from './interviews/plan.ts';
export { mayPlan, plannableInterview } from './interviews/plan-access.ts';
export { type InterviewView, readInterview, type TurnView } from './interviews/read.ts';
export { shareInterview } from './interviews/share.ts';
