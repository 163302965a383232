import { bigserial, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt } from './columns.ts';

/** Who did what to whose rights and data, never with anybody's words in it. Kept when users go. */
export const auditEvents = pgTable(
  'audit_event',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    workshopId: uuid('workshop_id'),
    actorId: uuid('actor_id'),
    /** E.g. `snapshot.taken`, `invitation.created`, `member.joined`, `interview.imported`. */
    event: text('event').notNull(),
    detail: jsonb('detail').$type<Record<string, string | number | boolean>>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('audit_workshop').on(t.workshopId, t.seq)],
);
