import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import type * as schema from './schema/index.ts';

/** The open database or a transaction on it; what every service takes. */
export type Db = NodePgDatabase<typeof schema>;

/** The open database itself, with the pool it runs on. */
export type OpenDb = Db & { $client: pg.Pool };
