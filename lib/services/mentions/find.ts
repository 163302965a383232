/** Somebody a mail may reach. */
export interface Reachable {
  userId: string;
  name: string;
  functionName: string;
  email: string;
}

/** Most that one text tells: whoever means everybody says it aloud. */
const MOST = 20;

/**
 * Who is meant by `@Name` or `@function` in a text: by the full name, by the first name where only one person
 * has it, or by the function, capitals aside. Of several that fit at one place the longest counts. An address
 * (`a@b.se`) mentions nobody. Pure.
 * @returns `unknown`: somebody is meant whom nobody here is called
 */
export function mentionedIn(
  text: string,
  people: readonly Reachable[],
): { people: Reachable[]; unknown: boolean } {
  const names = namesOf(people);
  const told = new Map<string, Reachable>();
  let unknown = false;
  const plain = same(text);
  for (const { index } of plain.matchAll(/(?<![\p{L}\p{N}._%+-])@(?=[\p{L}\p{N}])/gu)) {
    const rest = plain.slice(index + 1);
    const meant = names.find(
      ({ name }) => rest.startsWith(name) && !/^[\p{L}\p{N}]/u.test(rest.slice(name.length)),
    );
    if (!meant) unknown = true;
    for (const person of meant?.people ?? []) told.set(person.userId, person);
  }
  return { people: [...told.values()].slice(0, MOST), unknown };
}

/** Everything somebody is called, the longest first. */
function namesOf(people: readonly Reachable[]): { name: string; people: Reachable[] }[] {
  const called = new Map<string, Reachable[]>();
  const add = (name: string, person: Reachable) => {
    if (name) called.set(name, [...(called.get(name) ?? []), person]);
  };
  for (const person of people) {
    add(same(person.name), person);
    add(same(person.functionName), person);
  }
  const first = ({ name }: Reachable) => same(name).split(' ')[0] ?? '';
  for (const person of people) {
    const isOnly = people.every((other) => other === person || first(other) !== first(person));
    if (isOnly && !called.has(first(person))) add(first(person), person);
  }
  return [...called]
    .map(([name, meant]) => ({ name, people: meant }))
    .sort((a, b) => b.name.length - a.name.length);
}

/** The people of just this name. */
export const called = (name: string, people: readonly Reachable[]): Reachable[] =>
  people.filter((person) => same(person.name) === same(name));

const same = (text: string): string =>
  text.normalize('NFC').toLocaleLowerCase('sv').replace(/\s+/g, ' ').trim();
