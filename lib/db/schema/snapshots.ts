import { integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bytea, createdAt, primaryId } from './columns.ts';
import { users } from './people.ts';
import { workshops } from './workshops.ts';

export const snapshots = pgTable(
  'snapshot',
  {
    id: primaryId(),
    workshopId: uuid('workshop_id')
      .notNull()
      .references(() => workshops.id, { onDelete: 'cascade' }),
    /** 1, 2, 3 … within the workshop. */
    number: integer('number').notNull(),
    label: text('label').notNull(),
    reason: text('reason', { enum: ['manual', 'demo'] }).notNull(),
    /** `encodeStateAsUpdate` of the live document, gzip. */
    state: bytea('state').notNull(),
    /** The plain Journey, the evidence its cards point to, and the figures: see services/snapshots. */
    journey: jsonb('journey').$type<unknown>().notNull(),
    sources: jsonb('sources').$type<unknown>().notNull(),
    figures: jsonb('figures').$type<unknown>().notNull(),
    /** Hex, over the canonical JSON of journey and sources. */
    sha256: text('sha256').notNull(),
    /** Each time words had to be taken out of it: when, how many cards, and the hash it had before. */
    erasures: jsonb('erasures').$type<unknown>().notNull().default([]),
    takenBy: uuid('taken_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [unique('snapshot_number').on(t.workshopId, t.number)],
);
