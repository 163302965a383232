export { decide, type Made, setStatus } from './decisions/decide.ts';
export { type DecisionsWords, exportDecisions } from './decisions/export.ts';
export {
  type DecisionInput,
  decisionInput,
  MOST_NAME,
  MOST_WORDS,
  type StatusInput,
  statusInput,
  subject,
} from './decisions/input.ts';
export { type ListedDecision, listDecisions } from './decisions/list.ts';
export { type Named, namedIn } from './decisions/named.ts';
export { type Decided, decidedIn, type Revision } from './decisions/read.ts';
