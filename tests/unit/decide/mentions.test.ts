import { expect, it } from 'vitest';
import { called, mentionedIn, type Reachable } from '../../../lib/services/mentions/find.ts';

const person = (name: string, functionName = ''): Reachable => ({
  userId: name,
  name,
  functionName,
  email: `${name.length}@example.org`,
});
const people = [
  person('Anna Lind', 'Kundservice'),
  person('Anna Ek', 'Ekonomi'),
  person('Åsa Öberg', 'Ekonomi'),
  person('Bo', 'IT'),
];
const names = (text: string) => mentionedIn(text, people).people.map((p) => p.name);

it('finds the full name, whatever the capitals, and ends at its end', () => {
  expect(names('@Anna Lind kan du se på det?')).toEqual(['Anna Lind']);
  expect(names('Fråga @anna ek, hon vet.')).toEqual(['Anna Ek']);
  expect(names('(@Bo)')).toEqual(['Bo']);
  expect(names('@Bosse')).toEqual([]);
});

it('takes a first name where only one person has it', () => {
  expect(names('@Åsa!')).toEqual(['Åsa Öberg']);
  expect(mentionedIn('@Anna, vad säger du?', people)).toEqual({ people: [], unknown: true });
});

it('a function means everybody who speaks for it, each told once', () => {
  expect(names('@Ekonomi och @Åsa Öberg')).toEqual(['Anna Ek', 'Åsa Öberg']);
});

it('reads letters however they are composed', () => {
  expect(names('@Åsa Öberg'.normalize('NFD'))).toEqual(['Åsa Öberg']);
});

it('an address mentions nobody, nor does an @ by itself', () => {
  expect(mentionedIn('Mejla anna@bo.se eller bo@it – @ 12 kr', people)).toEqual({
    people: [],
    unknown: false,
  });
});

it('says when somebody is meant whom nobody is called', () => {
  expect(mentionedIn('@Kalle och @Bo', people)).toMatchObject({ people: [{ name: 'Bo' }], unknown: true });
});

it('an owner is the person of just that name, and of no first name', () => {
  expect(called(' åsa  öberg ', people).map((p) => p.name)).toEqual(['Åsa Öberg']);
  expect(called('Åsa', people)).toEqual([]);
});
