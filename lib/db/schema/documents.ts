import { bigint, bigserial, index, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { bytea, createdAt } from './columns.ts';

/** A live document's updates since its last compaction, in the order they were accepted. */
export const docUpdates = pgTable(
  'doc_update',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    /** `journey:<workshopId>`, `tobe:<workshopId>` or `notes:<interviewId>`. */
    doc: text('doc').notNull(),
    /** The epoch it was written in; one of an earlier epoch is not part of the document (see `doc_state`). */
    epoch: bigint('epoch', { mode: 'number' }).notNull().default(1),
    bytes: bytea('bytes').notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('doc_update_doc_seq').on(t.doc, t.seq)],
);

/** The compacted state. The document is this and the log's rows of the same epoch. */
export const docStates = pgTable('doc_state', {
  doc: text('doc').primaryKey(),
  throughSeq: bigint('through_seq', { mode: 'number' }).notNull().default(0),
  /** Raised when the document is written anew without its past. */
  epoch: bigint('epoch', { mode: 'number' }).notNull().default(1),
  /** Raised by every compaction: whoever compacts must have seen the state it replaces. */
  generation: bigint('generation', { mode: 'number' }).notNull().default(0),
  /** The Yjs client id the epoch was written under; null in the first. Whoever lacks it has another epoch. */
  genesis: bigint('genesis', { mode: 'number' }),
  state: bytea('state').notNull(),
  createdAt: createdAt(),
});

/** States of earlier epochs, kept a while so that edits made offline on them can be carried over. */
export const docPasts = pgTable(
  'doc_past',
  {
    doc: text('doc').notNull(),
    epoch: bigint('epoch', { mode: 'number' }).notNull(),
    state: bytea('state').notNull(),
    retiredAt: timestamp('retired_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.doc, t.epoch] })],
);
