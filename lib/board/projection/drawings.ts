import type { TLRecord } from 'tldraw';
import type * as Y from 'yjs';
import type { JourneyDoc } from '../../journey/document.ts';
import { plainEntry } from '../../journey/document.ts';
import { checkDrawingRecord, fromStored, PAGE_ID, parentCycles } from '../schema/index.ts';

export interface Drawings {
  /** What can be shown; circles of parents are broken. Shapes come before bindings. */
  records: TLRecord[];
  /** Ids whose record nobody here can read. */
  unreadable: string[];
}

export interface LiveDrawings {
  /** All of them; only what changed since the last call is checked anew. */
  read(): Drawings;
  /** Calls back after each transaction that changed a drawing. */
  onChange(fn: () => void): void;
  stop(): void;
}

/**
 * Reads the drawings of a document one by one: a record that does not pass is set aside and counted,
 * never deleted, and never spoils the others.
 */
export function followDrawings(j: JourneyDoc): LiveDrawings {
  const sound = new Map<string, TLRecord>();
  const unreadable = new Set<string>();
  const told: (() => void)[] = [];
  let dirty = new Set<string>(j.drawing.keys());
  let last: Drawings | undefined;

  const onEvents = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
    for (const event of events) {
      const [key] = event.path;
      if (key !== undefined) dirty.add(String(key));
      else for (const own of (event as Y.YMapEvent<unknown>).keysChanged) dirty.add(own);
    }
    for (const tell of told) tell();
  };
  j.drawing.observeDeep(onEvents as never);

  function update(): void {
    for (const id of dirty) {
      sound.delete(id);
      unreadable.delete(id);
      if (!j.drawing.has(id)) continue;
      const plain = plainEntry(id, j.drawing.get(id));
      if (checkDrawingRecord(plain) === null) sound.set(id, fromStored(plain) as TLRecord);
      else unreadable.add(id);
    }
    dirty = new Set();
  }

  return {
    read() {
      if (last && dirty.size === 0) return last;
      update();
      const parents = new Map<string, string>();
      for (const [id, record] of sound) if (record.typeName === 'shape') parents.set(id, record.parentId);
      const loose = parentCycles(parents);
      const records = [...sound.values()].map((r) =>
        loose.has(r.id) ? ({ ...r, parentId: PAGE_ID } as TLRecord) : r,
      );
      records.sort((a, b) => Number(a.typeName === 'binding') - Number(b.typeName === 'binding'));
      last = { records, unreadable: [...unreadable] };
      return last;
    },
    onChange: (fn) => void told.push(fn),
    stop: () => j.drawing.unobserveDeep(onEvents as never),
  };
}

/** The drawings as they are now. */
export function readDrawings(j: JourneyDoc): Drawings {
  const drawings = followDrawings(j);
  drawings.stop();
  return drawings.read();
}
