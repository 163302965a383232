import type { Names } from '../template.ts';

/** A question as a seasoned interviewer would put it: open, about what happened, without a lead. */
export interface TemplateQuestion {
  text: Names;
  /** What keeps the story going when it stops. */
  followUps: readonly Names[];
  /** What is believed to be known and the answer may prove wrong; templates leave that to the workshop. */
  tests?: { kind: 'figure' | 'belief'; text: Names };
}

/** Core questions only: what else is asked follows from what is said. */
export interface TemplateGuide {
  customer: readonly TemplateQuestion[];
  employee: readonly TemplateQuestion[];
}
