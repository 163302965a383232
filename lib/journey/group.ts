import { z } from 'zod';

/** Who had been asked what, and which functions sat at the table, when a snapshot was taken. No names. */
export const group = z.object({
  customerInterviews: z.number().int().nonnegative(),
  employeeInterviews: z.number().int().nonnegative(),
  /** Each function once, in alphabetical order. */
  functions: z.array(z.string()),
  /** The customer guide's core questions, in their order. Snapshots of the first release have none. */
  questions: z.array(z.string()).default([]),
});
export type Group = z.infer<typeof group>;
