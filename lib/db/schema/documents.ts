import { bigint, bigserial, index, pgTable, text } from 'drizzle-orm/pg-core';
import { bytea, createdAt } from './columns.ts';

/** A live document's updates since its last compaction, in the order they were accepted. */
export const docUpdates = pgTable(
  'doc_update',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    /** `journey:<workshopId>` or `notes:<interviewId>`. */
    doc: text('doc').notNull(),
    bytes: bytea('bytes').notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('doc_update_doc_seq').on(t.doc, t.seq)],
);

/** The compacted state: `state` holds every update up to and including `through_seq`. */
export const docStates = pgTable('doc_state', {
  doc: text('doc').primaryKey(),
  throughSeq: bigint('through_seq', { mode: 'number' }).notNull().default(0),
  /** Raised when the document is written anew without its past. */
  epoch: bigint('epoch', { mode: 'number' }).notNull().default(1),
  state: bytea('state').notNull(),
  createdAt: createdAt(),
});
