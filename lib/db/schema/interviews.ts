import { date, index, integer, jsonb, pgTable, real, text, unique, uuid } from 'drizzle-orm/pg-core';
import { createdAt, primaryId } from './columns.ts';
import { users } from './people.ts';
import { workshops } from './workshops.ts';

/** What the interviewee agreed to, each purpose by itself. */
export interface Consent {
  notes: boolean;
  recording: boolean;
  quoteOnMap: boolean;
  quoteOutside: boolean;
}

export const interviews = pgTable(
  'interview',
  {
    id: primaryId(),
    workshopId: uuid('workshop_id')
      .notNull()
      .references(() => workshops.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['customer', 'employee'] }).notNull(),
    /** The pseudonym; the person's own name is stored nowhere. */
    alias: text('alias').notNull(),
    heldOn: date('held_on', { mode: 'string' }),
    consent: jsonb('consent').$type<Consent>().notNull(),
    interviewerId: uuid('interviewer_id').references(() => users.id, { onDelete: 'set null' }),
    noteTakerId: uuid('note_taker_id').references(() => users.id, { onDelete: 'set null' }),
    status: text('status', { enum: ['raw', 'clean', 'shared'] })
      .notNull()
      .default('raw'),
    createdAt: createdAt(),
  },
  (t) => [index('interview_workshop').on(t.workshopId)],
);

/** The transcript as it was taken in, turn by turn; never edited afterwards. */
export const turns = pgTable(
  'interview_turn',
  {
    id: primaryId(),
    interviewId: uuid('interview_id')
      .notNull()
      .references(() => interviews.id, { onDelete: 'cascade' }),
    /** 0-based. */
    position: integer('position').notNull(),
    speaker: text('speaker').notNull(),
    /** interviewer: the one who asks; interviewee: whose words may be quoted. */
    role: text('role', { enum: ['interviewer', 'interviewee'] }).notNull(),
    /** Milliseconds since the start; null where the transcript has no clock. */
    atMs: integer('at_ms'),
    text: text('text').notNull(),
  },
  (t) => [unique('turn_position').on(t.interviewId, t.position)],
);

/** A passage the note-taker marked: immutable words, and where they stand. */
export const findings = pgTable(
  'finding',
  {
    id: primaryId(),
    interviewId: uuid('interview_id')
      .notNull()
      .references(() => interviews.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['quote', 'emotion', 'friction'] }).notNull(),
    words: text('words').notNull(),
    speaker: text('speaker').notNull(),
    atMs: integer('at_ms'),
    /** Position of the turn, and where in its text the words begin and end (UTF-16 units, end excluded). */
    turn: integer('turn').notNull(),
    start: integer('start_offset').notNull(),
    end: integer('end_offset').notNull(),
    emoji: text('emoji'),
    valence: real('valence'),
    severity: integer('severity'),
    createdBy: uuid('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [index('finding_interview').on(t.interviewId)],
);
