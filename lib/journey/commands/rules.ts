import type { JourneyDoc } from '../document.ts';
import type { JourneyMeta } from '../model.ts';

export type Rules = Pick<JourneyMeta, 'structure' | 'cards'>;

/** Says who may change what on the map; the server takes it from a facilitator only. Not part of undo. */
export function setRules(j: JourneyDoc, rules: Partial<Rules>): void {
  j.doc.transact(() => {
    for (const [key, value] of Object.entries(rules)) {
      if (j.meta.get(key) !== value) j.meta.set(key, value);
    }
  }, j.origin);
}
