export { type ImportInput, importInput, importInterview, interviewDetails } from './interviews/import.ts';
export { type InterviewSummary, listInterviews } from './interviews/list.ts';
export { type InterviewView, readInterview, type TurnView } from './interviews/read.ts';
export { shareInterview } from './interviews/share.ts';
