import type { ErrorCode } from '../../lib/errors.ts';
import type { JobInput, JobName, JobOutput } from '../../lib/work/jobs.ts';

export interface Asked {
  id: number;
  name: JobName;
  input: JobInput<JobName>;
}

export type Answer = { id: number } & (
  | { output: JobOutput<JobName> }
  | { refused: { code: ErrorCode; params: Record<string, string | number> } }
  | { failed: string }
);
