import { scrub } from '@/lib/db/scrub.ts';
import type { OpenDb } from '@/lib/db/types.ts';
import { forgetPages, type Runtime } from '@/lib/runtime.ts';
import type { EraseTools } from '@/lib/services/interviews.ts';

/** What an erasure reaches in this process. */
export const eraseTools = (held: Runtime): EraseTools => ({
  rooms: held.rooms,
  work: held.work,
  // The runtime's database is the open one, never a transaction.
  scrub: () => scrub((held.db as OpenDb).$client, held.config),
  forget: () => forgetPages(held),
});
