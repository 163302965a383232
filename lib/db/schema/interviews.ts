import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  real,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
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
    /** The group of customers it stands for, in the workshop's own words; '' where nobody said. */
    segment: text('segment').notNull().default(''),
    /** Id of a persona of the journey document. */
    personaId: text('persona_id'),
    /** When it is to be held; null where no time is agreed. */
    plannedAt: timestamp('planned_at', { withTimezone: true }),
    heldOn: date('held_on', { mode: 'string' }),
    consent: jsonb('consent').$type<Consent>().notNull(),
    /** When and by whom the consent was last recorded; null before it has been. */
    consentAt: timestamp('consent_at', { withTimezone: true }),
    consentBy: uuid('consent_by').references(() => users.id, { onDelete: 'set null' }),
    interviewerId: uuid('interviewer_id').references(() => users.id, { onDelete: 'set null' }),
    noteTakerId: uuid('note_taker_id').references(() => users.id, { onDelete: 'set null' }),
    /**
     * planned: nothing has been said yet. capturing: its notes are being written. raw: turns are frozen.
     * clean: its flags are dealt with. shared: the group reads the clean copy.
     */
    status: text('status', { enum: ['planned', 'capturing', 'raw', 'clean', 'shared'] })
      .notNull()
      .default('raw'),
    sharedAt: timestamp('shared_at', { withTimezone: true }),
    sharedBy: uuid('shared_by').references(() => users.id, { onDelete: 'set null' }),
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
    /** What the group reads; null while it reads `text`. The raw text is for the interview's team. */
    clean: text('clean'),
    /** The line of the captured notes it was frozen from; null for what was imported. */
    lineId: text('line_id'),
  },
  (t) => [unique('turn_position').on(t.interviewId, t.position)],
);

/** A passage the note-taker marked: its words, and where they stand. */
export const findings = pgTable(
  'finding',
  {
    id: primaryId(),
    interviewId: uuid('interview_id')
      .notNull()
      .references(() => interviews.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['quote', 'emotion', 'friction', 'need', 'employee'] }).notNull(),
    /** As the clean copy of the turn has them. */
    words: text('words').notNull(),
    speaker: text('speaker').notNull(),
    atMs: integer('at_ms'),
    /** Position of the turn, and where in its raw text the words begin and end (UTF-16 units, end excluded). */
    turn: integer('turn').notNull(),
    start: integer('start_offset').notNull(),
    end: integer('end_offset').notNull(),
    emoji: text('emoji'),
    valence: real('valence'),
    severity: integer('severity'),
    tags: jsonb('tags').$type<string[]>().notNull().default([]),
    /** Id of the touchpoint of the journey document it was said about; a suggestion for whoever places it. */
    touchpointId: text('touchpoint_id'),
    createdBy: uuid('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [index('finding_interview').on(t.interviewId)],
);

/** Words that were flagged as personal and are not: "Rose" the flower. */
export const keptFlags = pgTable(
  'kept_flag',
  {
    id: primaryId(),
    interviewId: uuid('interview_id')
      .notNull()
      .references(() => interviews.id, { onDelete: 'cascade' }),
    /** As lib/notes/privacy names it. */
    kind: text('kind').notNull(),
    words: text('words').notNull(),
    keptBy: uuid('kept_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [unique('kept_flag_words').on(t.interviewId, t.kind, t.words)],
);

/** The interview guide: what is asked, per workshop and kind of interview. */
export const guideQuestions = pgTable(
  'guide_question',
  {
    id: primaryId(),
    workshopId: uuid('workshop_id')
      .notNull()
      .references(() => workshops.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['customer', 'employee'] }).notNull(),
    /** 0-based among the questions of its kind. */
    position: integer('position').notNull(),
    text: text('text').notNull(),
    followUps: jsonb('follow_ups').$type<string[]>().notNull().default([]),
    /** A core question is asked in every interview; others are asked when there is time. */
    core: boolean('core').notNull().default(true),
    /** What the company believes it knows and the question is to test; null where it tests nothing. */
    tests: jsonb('tests').$type<{ kind: 'figure' | 'belief'; text: string }>(),
    createdAt: createdAt(),
  },
  (t) => [index('guide_question_workshop').on(t.workshopId, t.kind, t.position)],
);

/**
 * What was erased, without a word of it: whoever comes back later must not bring it with them. Neither
 * the interview nor the findings exist any more after scope `person`.
 */
export const erasures = pgTable(
  'erasure',
  {
    id: primaryId(),
    workshopId: uuid('workshop_id')
      .notNull()
      .references(() => workshops.id, { onDelete: 'cascade' }),
    interviewId: uuid('interview_id').notNull(),
    /** person: everything. Otherwise the purpose the person no longer agrees to. */
    scope: text('scope', { enum: ['person', 'recording', 'quoteOnMap', 'quoteOutside'] }).notNull(),
    findingIds: jsonb('finding_ids').$type<string[]>().notNull(),
    /** Cards without a source that repeat the words and were to go too. */
    cardIds: jsonb('card_ids').$type<string[]>().notNull().default([]),
    /** How many of what: `findings`, `cards`, `snapshots` … */
    counts: jsonb('counts').$type<Record<string, number>>().notNull(),
    erasedBy: uuid('erased_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
    /** When the last byte was gone; null while something is still to be done, at the next start at the latest. */
    completedAt: timestamp('completed_at', { withTimezone: true }),
  },
  (t) => [index('erasure_workshop').on(t.workshopId)],
);
