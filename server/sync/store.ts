import { and, asc, eq, sql } from 'drizzle-orm';
import { docStates, docUpdates } from '../../lib/db/schema/index.ts';
import type { Db } from '../../lib/db/types.ts';

export interface StoredUpdate {
  seq: number;
  bytes: Uint8Array;
}

export interface StoredDocument {
  state: Uint8Array;
  /** Updates since, in the order they were accepted; some may be in `state` already. */
  tail: StoredUpdate[];
}

/** Where documents are kept. Every method rejects when the database does not answer. */
export interface DocumentStore {
  /** null: there is no such document. One consistent view, also beside a compaction. */
  load(document: string): Promise<StoredDocument | null>;
  /** All or none of the rows; resolves with their numbers once they are durable. */
  append(rows: readonly { document: string; bytes: Uint8Array }[]): Promise<number[]>;
  /** Writes `state`, which holds the `covered` rows, then deletes exactly those. */
  compact(document: string, state: Uint8Array, covered: readonly number[]): Promise<void>;
}

/** The store on our database, PGlite or PostgreSQL alike. */
export function documentStore(db: Db): DocumentStore {
  return {
    load: (document) =>
      db.transaction(
        async (tx) => {
          const [held] = await tx
            .select({ state: docStates.state })
            .from(docStates)
            .where(eq(docStates.doc, document));
          if (!held) return null;
          const tail = await tx
            .select({ seq: docUpdates.seq, bytes: docUpdates.bytes })
            .from(docUpdates)
            .where(eq(docUpdates.doc, document))
            .orderBy(asc(docUpdates.seq));
          return { state: held.state, tail };
        },
        { isolationLevel: 'repeatable read', accessMode: 'read only' },
      ),

    async append(rows) {
      const written = await db
        .insert(docUpdates)
        .values(rows.map(({ document, bytes }) => ({ doc: document, bytes })))
        .returning({ seq: docUpdates.seq });
      return written.map((row) => row.seq);
    },

    async compact(document, state, covered) {
      const through = covered.reduce((most, seq) => Math.max(most, seq), 0);
      await db.transaction(async (tx) => {
        const updated = await tx
          .update(docStates)
          .set({ state, throughSeq: through })
          .where(eq(docStates.doc, document))
          .returning({ doc: docStates.doc });
        // The document is gone: its rows are not ours to tidy away.
        if (updated.length === 0) return;
        if (covered.length === 0) return;
        await tx
          .delete(docUpdates)
          // One parameter: a statement takes no more than 65,535 of them.
          .where(
            and(eq(docUpdates.doc, document), sql`${docUpdates.seq} = any(${sql.param(covered)}::bigint[])`),
          );
      });
    },
  };
}
