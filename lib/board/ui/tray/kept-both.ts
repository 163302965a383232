import { z } from 'zod';

const MOST = 500;
const stored = z.array(z.string().max(64)).max(MOST);
const keyOf = (workshopId: string) => `utifran.twice.${workshopId}`;

/** Findings this person has decided may stay on the map twice; kept on the device. */
export function readKept(workshopId: string): ReadonlySet<string> {
  try {
    const parsed = stored.safeParse(JSON.parse(localStorage.getItem(keyOf(workshopId)) ?? '[]'));
    return new Set(parsed.success ? parsed.data : []);
  } catch {
    // A browser that keeps nothing, or something else under this name: then it is asked again.
    return new Set();
  }
}

export function writeKept(workshopId: string, findingIds: ReadonlySet<string>): void {
  try {
    localStorage.setItem(keyOf(workshopId), JSON.stringify([...findingIds].slice(-MOST)));
  } catch {
    // As above.
  }
}
