import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { installationRoot } from '../../../lib/db/root.ts';
import { history, mapState, records as recordsOf } from './documents.ts';

const FOLDER = path.join(installationRoot(import.meta.url), 'tests/bench/sync/.cache/documents');

/** A document in both forms: a journey map for the servers on Yjs, records for tldraw sync. */
export interface Documents {
  name: string;
  /** How many records tldraw sync gets. */
  records: number;
  /** The Yjs form. */
  state(): Uint8Array;
}

/** A map of so many cards and notes without a past. tldraw gets as many notes and no cards. */
export const plain = (cards: number, notes: number): Documents =>
  documents(`map-${cards}-${notes}`, notes, () => mapState(cards, notes));

/** A map of so many cards after 100,000 overwrites. tldraw keeps no past: as many records. */
export const old = (cards: number): Documents =>
  documents(`old-${cards}`, cards, () => history(cards, 100_000));

function documents(name: string, records: number, make: () => Uint8Array): Documents {
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
  if (!existsSync(held)) write(held, form === 'yjs' ? of.state() : JSON.stringify(recordsOf(of.records)));
  return held;
}

function write(to: string, what: Uint8Array | string): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(to, what);
}
