import type { JobInput, JobName, JobOutput } from './jobs.ts';

/** Does a job (jobs.ts) elsewhere. Rejects with the job's own error: an AppError stays one. */
export interface Work {
  run<K extends JobName>(name: K, input: JobInput<K>): Promise<JobOutput<K>>;
}
