import { boolean, index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { STAGES } from '../../journey/stages.ts';
import { createdAt, primaryId } from './columns.ts';
import { users } from './people.ts';

export const workshops = pgTable('workshop', {
  id: primaryId(),
  title: text('title').notNull(),
  /** The language its content is written in; the interface follows the reader's own choice. */
  locale: text('locale', { enum: ['en', 'sv'] }).notNull(),
  /** Key of the template it was made from, or `demo`. */
  template: text('template').notNull(),
  /** The filled example: fictional, and said so wherever it is shown. */
  demo: boolean('demo').notNull().default(false),
  /** Where the group is on its way; guides, never locks. */
  stage: text('stage', { enum: STAGES }).notNull().default('prepare'),
  /** When its to-be map was branched, and from which snapshot's number; null: it has none. */
  toBeAt: timestamp('to_be_at', { withTimezone: true }),
  toBeFrom: integer('to_be_from'),
  /** What interviewees are asked to agree to, in the workshop's own wording; null: the wording we supply. */
  consentForm: text('consent_form'),
  createdBy: uuid('created_by').references(() => users.id, { onDelete: 'set null' }),
  createdAt: createdAt(),
});

export const members = pgTable(
  'member',
  {
    workshopId: uuid('workshop_id')
      .notNull()
      .references(() => workshops.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text('role', {
      enum: ['facilitator', 'interviewer', 'noteTaker', 'participant', 'leader'],
    }).notNull(),
    /** The function (department) the person speaks for. */
    functionName: text('function_name').notNull().default(''),
    /** What the others in this workshop call the person. */
    displayName: text('display_name').notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.workshopId, t.userId] }), index('member_user').on(t.userId)],
);

export const invitations = pgTable(
  'invitation',
  {
    id: primaryId(),
    workshopId: uuid('workshop_id')
      .notNull()
      .references(() => workshops.id, { onDelete: 'cascade' }),
    /** SHA-256 of the link's secret, hex; the secret itself is shown once and never stored. */
    tokenHash: text('token_hash').notNull().unique(),
    role: text('role', {
      enum: ['facilitator', 'interviewer', 'noteTaker', 'participant', 'leader'],
    }).notNull(),
    label: text('label').notNull().default(''),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    /** null: as many as come. */
    maxUses: integer('max_uses'),
    uses: integer('uses').notNull().default(0),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
    createdBy: uuid('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [index('invitation_workshop').on(t.workshopId)],
);
