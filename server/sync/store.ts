import { and, asc, eq, lt, notExists, sql } from 'drizzle-orm';
import { docPasts, docStates, docUpdates } from '../../lib/db/schema/index.ts';
import type { OpenDb } from '../../lib/db/types.ts';

export interface StoredUpdate {
  seq: number;
  bytes: Uint8Array;
}

/** Which writing of a document something is about. */
export interface Version {
  /** Raised when the document is written anew without its past. */
  epoch: number;
  /** Raised by each compaction. */
  generation: number;
}

export interface StoredDocument extends Version {
  /** The client id the epoch was written under; null in the first epoch. */
  genesis: number | null;
  state: Uint8Array;
  /** Updates since, in the order they were accepted; some may be in `state` already. */
  tail: StoredUpdate[];
  /** Rows that were written in an earlier epoch, after it had ended: not part of the document yet. */
  stale: (StoredUpdate & { epoch: number })[];
}

/** What a node has not seen of a document. `state` only when a compaction it has not seen replaced it. */
export interface Missed extends Version {
  state: Uint8Array | null;
  rows: StoredUpdate[];
}

/** A document without its past, and what it was before. */
export interface Fresh {
  state: Uint8Array;
  genesis: number;
  past: Uint8Array;
}

/** Where documents are kept. Every method rejects when the database does not answer. */
export interface DocumentStore {
  /** null: there is no such document. One consistent view, also beside a compaction. */
  load(document: string): Promise<StoredDocument | null>;
  /** All or none of the rows; resolves with their numbers once they are durable. */
  append(rows: readonly { document: string; epoch: number; bytes: Uint8Array }[]): Promise<number[]>;
  /**
   * Writes `state`, which holds the `covered` rows and all that version `at` held, then deletes exactly
   * those rows. Resolves with the new generation; null, and nothing is written, when the document is no
   * longer at that version, or another node is at it.
   */
  compact(
    document: string,
    at: Version,
    state: Uint8Array,
    covered: readonly number[],
  ): Promise<number | null>;
  /** What was stored beside the rows in `seen`; null: there is no such document any more. */
  since(document: string, at: Version, seen: Iterable<number>): Promise<Missed | null>;
  /**
   * Begins the next epoch with `fresh`, and keeps what the document was. False, and nothing is written,
   * when the document is no longer at that version or has rows that are not in `covered`.
   */
  renew(document: string, at: Version, fresh: Fresh, covered: readonly number[]): Promise<boolean>;
  /** The document as an earlier epoch left it; null when it is not kept (any more). */
  past(document: string, epoch: number): Promise<Uint8Array | null>;
  /** Forgets all that earlier epochs of a document left: their states, and late updates of them. */
  forgetPasts(document: string): Promise<void>;
  /** Deletes a document and everything kept of it. */
  remove(document: string): Promise<void>;
  /** Forgets the states of epochs that ended before `before`, unless updates of them wait to be brought in. */
  forgetPast(before: Date): Promise<void>;
}

/** One node compacts a document at a time; the others need not wait to be told that they came second. */
const COMPACTION_LOCK = 7_105_253;

/** The store on our database, PGlite or PostgreSQL alike. */
export function documentStore(db: OpenDb): DocumentStore {
  return {
    load: (document) =>
      db.transaction(
        async (tx) => {
          const [held] = await tx.select().from(docStates).where(eq(docStates.doc, document));
          if (!held) return null;
          const rows = await tx
            .select({ seq: docUpdates.seq, epoch: docUpdates.epoch, bytes: docUpdates.bytes })
            .from(docUpdates)
            .where(eq(docUpdates.doc, document))
            .orderBy(asc(docUpdates.seq));
          const { epoch, generation, genesis, state } = held;
          const tail = rows.filter((row) => row.epoch === epoch).map(({ seq, bytes }) => ({ seq, bytes }));
          const stale = rows.filter((row) => row.epoch !== epoch);
          return { epoch, generation, genesis, state, tail, stale };
        },
        { isolationLevel: 'repeatable read', accessMode: 'read only' },
      ),

    async append(rows) {
      const written = await db.$client.query<{ seq: string }>(
        rows.length > FEW ? appendMany(rows) : append(rows),
      );
      return written.rows.map((row) => Number(row.seq));
    },

    compact: (document, at, state, covered) =>
      db.transaction(async (tx) => {
        const { rows } = await tx.execute<{ taken: boolean }>(
          sql`select pg_try_advisory_xact_lock(${COMPACTION_LOCK}::int, hashtext(${document})) as taken`,
        );
        if (!rows[0]?.taken) return null;
        const [updated] = await tx
          .update(docStates)
          .set({ state, generation: at.generation + 1, throughSeq: last(covered) })
          .where(isAt(document, at))
          .returning({ generation: docStates.generation });
        if (!updated) return null;
        await tx.delete(docUpdates).where(and(eq(docUpdates.doc, document), isOneOf(covered)));
        return updated.generation;
      }),

    since: (document, at, seen) =>
      db.transaction(
        async (tx) => {
          const [held] = await tx
            .select({ epoch: docStates.epoch, generation: docStates.generation })
            .from(docStates)
            .where(eq(docStates.doc, document));
          if (!held) return null;
          const rows = await tx
            .select({ seq: docUpdates.seq, bytes: docUpdates.bytes })
            .from(docUpdates)
            .where(
              and(
                eq(docUpdates.doc, document),
                eq(docUpdates.epoch, held.epoch),
                sql`not (${isOneOf([...seen])})`,
              ),
            )
            .orderBy(asc(docUpdates.seq));
          const isSame = held.epoch === at.epoch && held.generation === at.generation;
          if (isSame) return { ...held, state: null, rows };
          const [full] = await tx
            .select({ state: docStates.state })
            .from(docStates)
            .where(eq(docStates.doc, document));
          return full ? { ...held, state: full.state, rows } : null;
        },
        { isolationLevel: 'repeatable read', accessMode: 'read only' },
      ),

    renew: (document, at, fresh, covered) =>
      db.transaction(async (tx) => {
        const [held] = await tx
          .select({ epoch: docStates.epoch })
          .from(docStates)
          .where(isAt(document, at))
          .for('update');
        if (!held) return false;
        const [unseen] = await tx
          .select({ seq: docUpdates.seq })
          .from(docUpdates)
          .where(
            and(eq(docUpdates.doc, document), eq(docUpdates.epoch, at.epoch), sql`not (${isOneOf(covered)})`),
          )
          .limit(1);
        if (unseen) return false;
        await tx.insert(docPasts).values({ doc: document, epoch: at.epoch, state: fresh.past });
        await tx
          .update(docStates)
          .set({
            state: fresh.state,
            genesis: fresh.genesis,
            epoch: at.epoch + 1,
            generation: at.generation + 1,
            throughSeq: last(covered),
          })
          .where(eq(docStates.doc, document));
        await tx.delete(docUpdates).where(and(eq(docUpdates.doc, document), isOneOf(covered)));
        return true;
      }),

    async past(document, epoch) {
      const [held] = await db
        .select({ state: docPasts.state })
        .from(docPasts)
        .where(and(eq(docPasts.doc, document), eq(docPasts.epoch, epoch)));
      return held?.state ?? null;
    },

    forgetPasts: (document) =>
      db.transaction(async (tx) => {
        const [held] = await tx
          .select({ epoch: docStates.epoch })
          .from(docStates)
          .where(eq(docStates.doc, document));
        await tx.delete(docPasts).where(eq(docPasts.doc, document));
        const isLate = held && lt(docUpdates.epoch, held.epoch);
        if (isLate) await tx.delete(docUpdates).where(and(eq(docUpdates.doc, document), isLate));
      }),

    remove: (document) =>
      db.transaction(async (tx) => {
        await tx.delete(docStates).where(eq(docStates.doc, document));
        await tx.delete(docPasts).where(eq(docPasts.doc, document));
        await tx.delete(docUpdates).where(eq(docUpdates.doc, document));
      }),

    async forgetPast(before) {
      const waiting = db
        .select({ seq: docUpdates.seq })
        .from(docUpdates)
        .where(and(eq(docUpdates.doc, docPasts.doc), eq(docUpdates.epoch, docPasts.epoch)));
      await db.delete(docPasts).where(and(lt(docPasts.retiredAt, before), notExists(waiting)));
    },
  };
}

const isAt = (document: string, at: Version) =>
  and(eq(docStates.doc, document), eq(docStates.epoch, at.epoch), eq(docStates.generation, at.generation));

/** One parameter for all: a statement takes no more than 65,535 of them. */
const isOneOf = (seqs: readonly number[]) => sql`${docUpdates.seq} = any(${sql.param([...seqs])}::bigint[])`;

const last = (seqs: readonly number[]) => seqs.reduce((most, seq) => Math.max(most, seq), 0);

type NewRow = Parameters<DocumentStore['append']>[0][number];

/** Up to so many rows have a parameter each, which pg sends as bytes; an array of them goes as text, twice as long. */
const FEW = 16;
const asBuffer = ({ bytes }: NewRow) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

// By hand and prepared: these run for every edit, and drizzle's builder costs more than the commit.
const append = (rows: readonly NewRow[]) => ({
  name: `append_${rows.length}`,
  text: `insert into doc_update (doc, epoch, bytes) values
    ${rows.map((_, i) => `($${3 * i + 1}, $${3 * i + 2}, $${3 * i + 3})`).join(', ')} returning seq`,
  values: rows.flatMap((row) => [row.document, row.epoch, asBuffer(row)]),
});

const appendMany = (rows: readonly NewRow[]) => ({
  name: 'append_many',
  text: `insert into doc_update (doc, epoch, bytes)
    select doc, epoch, bytes
    from unnest($1::text[], $2::bigint[], $3::bytea[]) with ordinality as u(doc, epoch, bytes, at)
    order by at returning seq`,
  values: [rows.map((row) => row.document), rows.map((row) => row.epoch), rows.map(asBuffer)],
});
