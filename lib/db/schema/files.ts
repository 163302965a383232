import { integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bytea, createdAt, primaryId } from './columns.ts';
import { users } from './people.ts';
import { workshops } from './workshops.ts';

/** A picture that lies on a map. Never changed; the same bytes are stored once per workshop. */
export const files = pgTable(
  'file',
  {
    id: primaryId(),
    workshopId: uuid('workshop_id')
      .notNull()
      .references(() => workshops.id, { onDelete: 'cascade' }),
    /** As its first bytes say, not as the sender said. */
    type: text('type', { enum: ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] }).notNull(),
    bytes: bytea('bytes').notNull(),
    /** Of the bytes. */
    size: integer('size').notNull(),
    /** In pixels. */
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    /** Hex. */
    sha256: text('sha256').notNull(),
    createdBy: uuid('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [unique('file_content').on(t.workshopId, t.sha256)],
);
