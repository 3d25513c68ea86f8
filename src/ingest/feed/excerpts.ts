import type { FeedContent } from './entry.ts';

/** Texts that end so go on elsewhere. */
const cutEnd =
  /(?:\[\s*(?:…|\.\.\.|&hellip;)\s*\]|…|\.\.\.)\W{0,5}$|(?:read (?:more|on|the (?:rest|full))|continue reading|weiterlesen|mehr lesen|lire la suite|leer más|continua a leggere|lees verder|läs mer|читать далее|czytaj dalej)[^.!?\n]{0,80}\W{0,5}$/iu;

/** WordPress closes excerpts so; what stands above decides. */
const credit = /\s*The post [^\n]{1,300} (?:first )?appeared first on [^\n]{1,200}\.?\s*$/u;

/** Below this many units a description beside a link is a teaser. */
const SHORT = 300;

/** Why a field holds only an excerpt of the article, or null. `text` is what is read in it. */
export function findExcerpt(content: FeedContent, text: string, linked: boolean): string | null {
  const end = text.slice(-800).trimEnd().replace(credit, '');
  if (cutEnd.test(end)) return 'cut short';
  if (content.summary) return 'summary';
  return content.field === 'description' && linked && text.trim().length < SHORT ? 'short description' : null;
}
