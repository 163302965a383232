import { type JobInput, type JobName, type JobOutput, jobs } from './jobs.ts';
import type { Work } from './work.ts';

/** Does the jobs in the thread that asks: for tools and tests, where nobody else is waiting. */
export const workHere: Work = {
  async run<K extends JobName>(name: K, input: JobInput<K>) {
    const job = jobs[name] as (input: JobInput<K>) => Promise<JobOutput<K>>;
    return job(input);
  },
};
