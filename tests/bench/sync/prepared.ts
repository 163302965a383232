import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { installationRoot } from '../../../lib/db/root.ts';
import { history, mapState, records as recordsOf } from './documents.ts';

/** Raise it when documents.ts makes other documents: those made before are left aside. */
const FORM = 2;
const FOLDER = path.join(installationRoot(import.meta.url), `tests/bench/sync/.cache/documents-${FORM}`);

/** A document in both forms: a journey map for the servers on Yjs, records for tldraw sync. */
export interface Documents {
  name: string;
  /** What tldraw sync gets. */
  records: { count: number; of: 'notes' | 'cards' };
  /** The Yjs form. */
  state(): Uint8Array;
}

/** A map of so many cards and notes without a past. tldraw gets as many notes and no cards. */
export const plain = (cards: number, notes: number): Documents =>
  documents(`map-${cards}-${notes}`, { count: notes, of: 'notes' }, () => mapState(cards, notes));

/** A map of so many cards after 100,000 overwrites. tldraw keeps no past: as many records. */
export const old = (cards: number): Documents =>
  documents(`old-${cards}`, { count: cards, of: 'cards' }, () => history(cards, 100_000));

function documents(name: string, records: Documents['records'], make: () => Uint8Array): Documents {
  let state: Uint8Array | undefined;
  const held = path.join(FOLDER, `${name}.yjs`);
  return {
    name,
    records,
    state() {
      if (!state && !existsSync(held)) write(held, make());
      state ??= readFileSync(held);
      return state;
    },
  };
}

/** Where a form of it lies, made when it is not there yet. */
export function file(of: Documents, form: 'yjs' | 'json'): string {
  const held = path.join(FOLDER, `${of.name}.${form}`);
  if (!existsSync(held))
    write(held, form === 'yjs' ? of.state() : JSON.stringify(recordsOf(of.records.count, of.records.of)));
  return held;
}

function write(to: string, what: Uint8Array | string): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(to, what);
}
