import { diagnose } from '../errors.ts';
import { canonicalUrl, compareText, shortHash, slugify } from '../text/ids.ts';
import { foldSpace, joinRanges } from '../text/ranges.ts';
import type { Article, Diagnostic, Part, Result } from '../types.ts';

export type Unnamed = { article: Article; part: Part };

/**
 * Maps every form an article was ever seen in (`url:`, `text:`, `title:`) to its id. An article that shares all of
 * them with another stands there by its place (`file:`), so that its id is never given to a third.
 */
export type IdLedger = ReadonlyMap<string, string>;

/** `ids` in the order of the articles; `additions` are the lines to append to the ledger. */
export type AssignedIds = { ids: string[]; additions: [form: string, id: string][] };

/** What an id is chosen by: every form of an article, its place, and the id that it states. */
export type Candidate = { forms: string[]; place: string; stated: string | null; slug: string; file: string };

/**
 * Gives each article its id: the one it states, else the one the ledger knows for its address, its opening words
 * or its title (in this order, each id once), else a new one from its title. Articles must come in file order; it
 * decides only between articles that are new in the same build.
 */
export function assignIds(candidates: readonly Candidate[], ledger: IdLedger): Result<AssignedIds> {
  const ids: (string | null)[] = candidates.map(() => null);
  const taken = new Set<string>();
  const diagnostics = claimStated(candidates, ids, taken, ledger);
  claimCertain(candidates, ids, taken, ledger);
  for (const kind of ['url:', 'text:', 'title:', 'file:']) claimKnown(kind, candidates, ids, taken, ledger);
  const used = new Set([...ledger.values(), ...taken]);
  const named = candidates.map((candidate, i) => ids[i] ?? mint(candidate.slug, used));
  return { value: { ids: named, additions: additionsOf(candidates, named, ledger) }, diagnostics };
}

/** What the words, the address and the place of an article say of its id. */
export function candidateOf({ article, part }: Unnamed): Candidate {
  const url = article.url ? canonicalUrl(article.url.text) : null;
  const slug = slugify(article.title.text);
  const opening = openingOf(article, part);
  const forms = [
    ...(url ? [`url:${url}`] : []),
    ...(opening ? [`text:${shortHash(opening, 16)}`] : []),
    `title:${slug}`,
  ];
  const stated = article.metadata['id']?.value;
  return {
    forms,
    place: `file:${part.file}#${article.number}`,
    stated: typeof stated === 'string' && stated.trim() !== '' ? stated.trim() : null,
    slug,
    file: part.file,
  };
}

/** The first 400 letters of the body, case and white space folded: survives a new title and a moved file. */
function openingOf(article: Article, part: Part): string {
  let opening = '';
  for (const paragraph of article.paragraphs) {
    opening += ` ${joinRanges(part.text, paragraph.ranges)}`;
    if (opening.length > 400) break;
  }
  return foldSpace(opening.toLowerCase()).slice(0, 400);
}

function claimStated(
  candidates: readonly Candidate[],
  ids: (string | null)[],
  taken: Set<string>,
  ledger: IdLedger,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const owners = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const id = ownId(candidate, ledger);
    if (id !== undefined && candidate.stated === null) owners.set(id, candidate);
  }
  candidates.forEach(({ stated, file }, i) => {
    if (stated === null) return;
    const owner = owners.get(stated);
    if (taken.has(stated) || owner) {
      const whose = owner ? `belongs to ${owner.file}` : 'is stated twice';
      const hint = 'Give each article an id of its own; this one was named by its title instead.';
      diagnostics.push(diagnose('duplicate-id', `the id "${stated}" ${whose}`, { file, hint }));
      return;
    }
    ids[i] = stated;
    taken.add(stated);
  });
  return diagnostics;
}

/** The id that both the opening words and the address have. */
function ownId({ forms }: Candidate, ledger: IdLedger): string | undefined {
  const [url, text] = ['url:', 'text:'].map((kind) => forms.find((form) => form.startsWith(kind)));
  const id = text === undefined ? undefined : ledger.get(text);
  return url !== undefined && ledger.get(url) === id ? id : undefined;
}

/** What has both the address and the words of an id is that article, whoever else has one of the two. */
function claimCertain(
  candidates: readonly Candidate[],
  ids: (string | null)[],
  taken: Set<string>,
  ledger: IdLedger,
): void {
  candidates.forEach((candidate, i) => {
    const id = ownId(candidate, ledger);
    if (ids[i] !== null || id === undefined || taken.has(id)) return;
    ids[i] = id;
    taken.add(id);
  });
}

function claimKnown(
  kind: string,
  candidates: readonly Candidate[],
  ids: (string | null)[],
  taken: Set<string>,
  ledger: IdLedger,
): void {
  candidates.forEach((candidate, i) => {
    const form = [...candidate.forms, candidate.place].find((f) => f.startsWith(kind));
    const id = form === undefined ? undefined : ledger.get(form);
    if (ids[i] !== null || id === undefined || taken.has(id)) return;
    if (kind === 'title:' && hasOtherAddress(candidate, id, ledger)) return;
    ids[i] = id;
    taken.add(id);
  });
}

/** A column keeps its title every month: what stands at another address is another article. */
function hasOtherAddress(candidate: Candidate, id: string, ledger: IdLedger): boolean {
  if (!candidate.forms.some((form) => form.startsWith('url:'))) return false;
  return [...ledger].some(([form, known]) => known === id && form.startsWith('url:'));
}

function mint(slug: string, used: Set<string>): string {
  let number = 1;
  while (used.has(`${slug}-${number}`)) number += 1;
  const id = `${slug}-${number}`;
  used.add(id);
  return id;
}

function additionsOf(
  candidates: readonly Candidate[],
  ids: readonly string[],
  ledger: IdLedger,
): [string, string][] {
  const seen = new Set(ledger.keys());
  const known = new Set(ledger.values());
  const additions: [string, string][] = [];
  const add = (form: string, id: string): void => {
    if (seen.has(form)) return;
    seen.add(form);
    known.add(id);
    additions.push([form, id]);
  };
  candidates.forEach((candidate, i) => {
    const id = ids[i] ?? '';
    for (const form of candidate.forms) add(form, id);
    if (!known.has(id)) add(candidate.place, id);
  });
  return additions.sort((a, b) => compareText(a[1], b[1]) || compareText(a[0], b[0]));
}
