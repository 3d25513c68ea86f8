import { foldSpace } from '../../text/ranges.ts';
import type { Person } from './entry.ts';

const mail = /[^\s<>()"',;:]+@[^\s<>()"',;]+/u;

/** No name is longer; what a search for an address costs grows with the square. */
const LONGEST = 300;

/** The person in "mail (Name)", "Name <mail>", "mailto:...", or a name alone; null where nobody is named. */
export function readPerson(text: string): Person | null {
  const words = foldSpace(text.slice(0, LONGEST));
  if (words === '') return null;
  const email = mail.exec(words)?.[0] ?? null;
  if (!email) return { name: words, email, url: null };
  const bracketed = /\(([^()]*)\)\s*$/u.exec(words)?.[1];
  const named = bracketed && !mail.test(bracketed) ? bracketed : words.replace(/<[^<>]*>|\([^()]*\)/gu, ' ');
  const name = foldSpace(named.replace(/["']/gu, ''));
  return { name: name === '' || mail.test(name) ? null : name, email, url: null };
}

/** Each person once, in their order. */
export function uniquePeople(people: readonly (Person | null)[]): Person[] {
  const found = new Map<string, Person>();
  for (const person of people) {
    const key = person?.name ?? person?.email ?? person?.url;
    if (person && key && !found.has(key)) found.set(key, person);
  }
  return [...found.values()];
}

/** Names once each, in their order; an address without a name gives none: it is private. */
export function namesOf(people: readonly Person[]): string[] {
  return uniqueWords(people.map((person) => person.name));
}

/** Each word once, in their order, nothing empty. */
export function uniqueWords(words: readonly (string | null)[]): string[] {
  return [...new Set(words.filter((word) => word !== null && word.trim() !== ''))] as string[];
}
