import { foldSpace } from '../../text/ranges.ts';

const mail = /[^\s<>()"',;]+@[^\s<>()"',;]+/u;

/** The name in "mail (Name)", "Name <mail>", "mailto:..."; an address without a name gives none: it is private. */
export function nameOf(text: string): string | null {
  const bracketed = /^\s*(?:mailto:)?[^\s()]+@[^\s()]+\s*\(([^()]+)\)\s*$/u.exec(text)?.[1];
  const name = bracketed ?? text.replace(/<[^<>]*@[^<>]*>|\([^()]*@[^()]*\)/gu, ' ');
  const words = foldSpace(name.replace(/^["']|["']$/gu, ''));
  return words === '' || mail.test(words) ? null : words;
}

/** Names once each, in their order. */
export function uniqueNames(names: readonly (string | null)[]): string[] {
  return [...new Set(names.filter((name) => name !== null && name !== ''))] as string[];
}
