import { roundScore } from '../text/vectors.ts';
import type { ThemeReason } from '../types.ts';
import { evidenceFor } from './theme-evidence.ts';
import type { ThemeReader } from './theme-reader.ts';
import { tellingWords } from './theme-words.ts';

/** Shown last: what no theme can claim. */
export const OTHER_THEME = 'Other';

/** The rule of a choice by which no seed is in the story, and what was learned is not enough. */
export const NOTHING_MATCHED = 'nothing matched';

/** Where the best theme leads the second by less, 0 to 1, the editor should look. */
export const SURE_MARGIN = 0.8;

/**
 * A lead alone is no proof: among few articles the theme that says least looks best. Either what the theme learned
 * from other articles explains this one better by so many nats, or it holds several seeds, mostly the theme's.
 */
const SURE_EVIDENCE = 0.5;
const SURE_SEEDS = 2;
const SURE_SEED_SHARE = 0.65;

/** Words that are no names which must tell of a theme without seeds: a town is in its news of all themes. */
const SURE_WORDS = 2;

/** Languages that write every noun with a capital. */
const capitalizing: ReadonlySet<string> = new Set(['de', 'lb']);

/** A margin is told in hundredths: every article moves all others a little, and their reports shall stay as they are. */
const MARGIN_STEPS = 100;

/** Without a single seed a theme needs this lead and this evidence. */
const CLAIM_MARGIN = 0.5;
const CLAIM_EVIDENCE = 0.25;

export type ThemeChoice = { theme: string; reason: ThemeReason };

type Ranked = { theme: number; share: number };

/** The theme of a story from all its articles: what they have of each theme is averaged. */
export function chooseTheme(members: readonly number[], reader: ThemeReader): ThemeChoice {
  const [best, second] = rankThemes(members, reader);
  if (!best) return chooseOther(null);
  const margin = Math.round((best.share - (second?.share ?? 0)) * MARGIN_STEPS) / MARGIN_STEPS;
  const evidence = meanOf(members, (d) => evidenceOf(d, best.theme, reader));
  const seeded = members.some((d) => (reader.corpus.hits[d]?.length ?? 0) > 0);
  const claimed = margin >= CLAIM_MARGIN && evidence >= CLAIM_EVIDENCE;
  if (!seeded && !claimed) return chooseOther(nameOf(best, reader));
  const words = tellingWords(members, best.theme, second?.theme ?? null, reader);
  const backed = evidence >= SURE_EVIDENCE || isSeeded(members, best.theme, reader);
  const told = seeded || countPlain(words, members, reader) >= SURE_WORDS;
  const reason: ThemeReason = {
    words,
    runnerUp: second ? nameOf(second, reader) : null,
    margin,
    unsure: margin < SURE_MARGIN || !backed || !told,
    rule: seeded ? 'words of the theme' : 'learned words',
  };
  return { theme: nameOf(best, reader), reason };
}

function isSeeded(members: readonly number[], theme: number, { corpus }: ThemeReader): boolean {
  const hits = members.flatMap((d) => corpus.hits[d] ?? []).filter((hit) => hit.theme === theme);
  const share = meanOf(members, (d) => corpus.documents[d]?.start[theme] ?? 0);
  return new Set(hits.map(({ seed }) => seed)).size >= SURE_SEEDS && share >= SURE_SEED_SHARE;
}

/** Words that are written small somewhere in the articles, so that they are no names. */
function countPlain(words: readonly string[], members: readonly number[], { sources }: ThemeReader): number {
  const [first = 0] = members;
  if (capitalizing.has(sources[first]?.article.language ?? '')) return words.length;
  return words.filter((word) => word === word.toLowerCase()).length;
}

function chooseOther(nearest: string | null): ThemeChoice {
  const reason = { words: [], runnerUp: nearest, margin: 0, unsure: true, rule: NOTHING_MATCHED };
  return { theme: OTHER_THEME, reason };
}

/** The choice of an editor, which needs no reason. */
export function pinTheme(theme: string): ThemeChoice {
  return { theme, reason: { words: [], runnerUp: null, margin: 1, unsure: false, rule: 'front matter' } };
}

function nameOf({ theme }: Ranked, { themes }: ThemeReader): string {
  return themes[theme]?.name ?? OTHER_THEME;
}

/** Themes by mean share, best first; ties in the order of the config. */
function rankThemes(members: readonly number[], { themes, model }: ThemeReader): Ranked[] {
  const shares = themes.map((_, theme) => ({
    theme,
    share: meanOf(members, (d) => model.shares[d]?.[theme] ?? 0),
  }));
  return shares.sort((a, b) => b.share - a.share || a.theme - b.theme);
}

function evidenceOf(d: number, theme: number, { corpus, model, totals }: ThemeReader): number {
  const [document, counts] = [corpus.documents[d], model.counts[theme]];
  if (!document || !counts) return 0;
  return evidenceFor(document, model.shares[d]?.[theme] ?? 0, counts, totals.themes[theme] ?? 0, totals);
}

function meanOf(members: readonly number[], score: (member: number) => number): number {
  const sum = members.reduce((total, member) => total + score(member), 0);
  return roundScore(sum / Math.max(1, members.length));
}
