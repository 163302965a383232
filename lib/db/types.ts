import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type * as schema from './schema/index.ts';

/** The open database or a transaction on it; what every service takes. */
export type Db = NodePgDatabase<typeof schema>;
