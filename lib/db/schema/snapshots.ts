import { index, integer, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { CHOICES, SUBJECT_KINDS } from '../../review/subject.ts';
import { bytea, createdAt, primaryId } from './columns.ts';
import { users } from './people.ts';
import { workshops } from './workshops.ts';

/** Why a snapshot was taken. All but `manual`, `demo` and `stage` came by themselves. */
export const SNAPSHOT_REASONS = [
  'manual',
  'demo',
  /** The workshop went on to another stage. */
  'stage',
  /** The last one left. */
  'session',
  /** Before the map was restored to an earlier state. */
  'restore',
  /** A quarter of an hour's work. */
  'activity',
  /** The to-be map as it was branched. */
  'branch',
] as const;
export type SnapshotReason = (typeof SNAPSHOT_REASONS)[number];

export const snapshots = pgTable(
  'snapshot',
  {
    id: primaryId(),
    workshopId: uuid('workshop_id')
      .notNull()
      .references(() => workshops.id, { onDelete: 'cascade' }),
    /** 1, 2, 3 … within the workshop, both its maps together; a gap where one was thinned out. */
    number: integer('number').notNull(),
    /** Which of the workshop's two maps. */
    map: text('map', { enum: ['asIs', 'toBe'] })
      .notNull()
      .default('asIs'),
    label: text('label').notNull(),
    note: text('note').notNull().default(''),
    reason: text('reason', { enum: SNAPSHOT_REASONS }).notNull(),
    /** How the content is kept: 1 in `state`, `journey` and `sources`; 2 in `content` (services/snapshots/pack.ts). */
    format: integer('format').notNull(),
    content: bytea('content'),
    /** Format 1 only. */
    state: bytea('state'),
    journey: jsonb('journey').$type<unknown>(),
    sources: jsonb('sources').$type<unknown>(),
    /** What the timeline tells: see services/snapshots/head.ts. */
    figures: jsonb('figures').$type<unknown>().notNull(),
    /** Hex, over the canonical content. */
    sha256: text('sha256').notNull(),
    /** Bytes as stored, figures left out. */
    size: integer('size').notNull(),
    /** Each time words had to be taken out of it: when, how many cards, and the hash it had before. */
    erasures: jsonb('erasures').$type<unknown>().notNull().default([]),
    takenBy: uuid('taken_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [unique('snapshot_number').on(t.workshopId, t.number)],
);

const subject = {
  /** `friction`: a touchpoint's id; `opportunity`: a card's; `phase`: a phase's; `snapshot`: empty. */
  subjectKind: text('subject_kind', { enum: SUBJECT_KINDS }).notNull(),
  subjectId: text('subject_id').notNull(),
};

/**
 * What leadership decided, written anew at each change: the highest revision of a subject holds, the
 * earlier ones are its history.
 */
export const decisions = pgTable(
  'decision',
  {
    id: primaryId(),
    workshopId: uuid('workshop_id')
      .notNull()
      .references(() => workshops.id, { onDelete: 'cascade' }),
    snapshotId: uuid('snapshot_id')
      .notNull()
      .references(() => snapshots.id, { onDelete: 'cascade' }),
    ...subject,
    /** 1, 2, 3 … of the subject. */
    revision: integer('revision').notNull(),
    choice: text('choice', { enum: CHOICES }).notNull(),
    /** What is to be done or asked, or why not now. */
    text: text('text').notNull().default(''),
    owner: text('owner').notNull().default(''),
    functionName: text('function_name').notNull().default(''),
    /** A calendar day, YYYY-MM-DD. */
    dueOn: text('due_on'),
    /** `withdrawn`: this revision takes back what stood before; nothing is decided any more. */
    status: text('status', { enum: ['open', 'done', 'withdrawn'] }).notNull(),
    decidedBy: uuid('decided_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [
    unique('decision_revision').on(t.workshopId, t.subjectKind, t.subjectId, t.revision),
    index('decision_snapshot').on(t.snapshotId),
  ],
);

export const comments = pgTable(
  'comment',
  {
    id: primaryId(),
    workshopId: uuid('workshop_id')
      .notNull()
      .references(() => workshops.id, { onDelete: 'cascade' }),
    snapshotId: uuid('snapshot_id')
      .notNull()
      .references(() => snapshots.id, { onDelete: 'cascade' }),
    ...subject,
    text: text('text').notNull(),
    writtenBy: uuid('written_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [index('comment_snapshot').on(t.snapshotId, t.createdAt)],
);

/** A way to one snapshot for whoever has the link; what it lets them do is decided here, not in the link. */
export const shareLinks = pgTable(
  'share_link',
  {
    id: primaryId(),
    workshopId: uuid('workshop_id')
      .notNull()
      .references(() => workshops.id, { onDelete: 'cascade' }),
    snapshotId: uuid('snapshot_id')
      .notNull()
      .references(() => snapshots.id, { onDelete: 'cascade' }),
    /** SHA-256 of the link's secret, hex; the secret itself is shown once and never stored. */
    tokenHash: text('token_hash').notNull().unique(),
    label: text('label').notNull().default(''),
    /** A salted hash, as a password's; null: the link alone opens it. */
    passcodeHash: text('passcode_hash'),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
    /** How often it was opened; no more is kept of who did. */
    openings: integer('openings').notNull().default(0),
    lastOpenedAt: timestamp('last_opened_at', { withTimezone: true }),
    createdBy: uuid('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [index('share_link_snapshot').on(t.snapshotId)],
);
