import { ACTIVITY, type Activity, type Other } from './presence.ts';

/** One person on the map, however many tabs they have it open in. */
export interface Person {
  id: string;
  name: string;
  functionName: string;
  role: string | null;
  activity: Activity;
  /** Since when, ms since 1970 by their own clock. */
  since: number;
  follows: string | null;
}

/** Everybody else, once each, by name: of several tabs the one that is used counts. */
export function rosterOf(others: readonly Other[], ownId: string): Person[] {
  const people = new Map<string, Person>();
  for (const { user, activity, since, follows } of others) {
    if (user.id === ownId) continue;
    const { id, name, functionName, role } = user;
    const one: Person = { id, name, functionName, role, activity, since, follows };
    const held = people.get(id);
    if (!held || rank(one) > rank(held)) people.set(id, one);
  }
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/** Higher is livelier: here before still before away, then the later sign of life. */
const rank = ({ activity, since }: Pick<Person, 'activity' | 'since'>) =>
  since - ACTIVITY.indexOf(activity) * 1e15;

/** The client of a user that is used most: the one to follow. */
export function clientOf(others: readonly Other[], userId: string): Other | null {
  let best: Other | null = null;
  for (const other of others) {
    if (other.user.id === userId && (!best || rank(other) > rank(best))) best = other;
  }
  return best;
}

/** Whether following `leader` leads back to `ownId`, however many people follow in between. */
export function leadsBack(others: readonly Other[], ownId: string, leader: string): boolean {
  const seen = new Set<string>();
  for (let at: string | null = leader; at !== null && !seen.has(at); ) {
    if (at === ownId) return true;
    seen.add(at);
    at = clientOf(others, at)?.follows ?? null;
  }
  return false;
}
