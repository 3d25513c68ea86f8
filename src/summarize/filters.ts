import { isQuotable, runText } from '../text/runs.ts';
import type { Sentence } from '../types.ts';

/** A reason to keep a highlight out. Its text, of one sentence or of several that follow each other, is as readers see it. */
export type Filter = { name: string; rejects: (text: string, context: FilterContext) => boolean };

/** `first`: it opens the article. `sentences`: how many it has. */
export type FilterContext = { language: string; first: boolean; title: string; sentences: number };

/** Spaces and one more: what readers see has single ones. */
function wordCount(text: string): number {
  let words = 1;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) words += 1;
  return words;
}

const isCjk = (language: string): boolean => /^(?:zh|ja|th|ko)\b/u.test(language);

/** Words that point outside the sentence, by language. Matched at its beginning, after quotes and brackets. */
const openers: { [language: string]: RegExp } = {
  en: /^(?:he|she|it|they|his|hers?|ours?|mine|yours|its|their|theirs|them|him|but|and|or|yet|so|because|however|still|meanwhile|also|instead|then|though|although|nevertheless|nonetheless|moreover|furthermore|besides|additionally|therefore|thus|hence|otherwise|this|that|these|those|such|there|here|both|neither|another|the (?:move|decision|former|latter|same)|for (?:example|instance)|in (?:addition|contrast|fact)|as (?:such|a result)|on the other hand|by contrast|similarly|likewise|indeed|nor|not so|afterwards?|later|earlier)(?![\p{L}\p{M}\p{N}])/iu,
  fr: /^(?:il|elle|ils|elles|ce|cela|ça|ceci|c['’]est|cette|ces|cet|son|sa|ses|leurs?|mais|et|ou|or|donc|car|pourtant|cependant|toutefois|ainsi|alors|puis|ensuite|enfin|aussi|d['’]ailleurs|en effet|par exemple|de plus|celui|celle|ceux|y|en revanche)(?![\p{L}\p{M}\p{N}])/iu,
  de: /^(?:er|sie|es|ihre?[mnrs]?|seine?[mnrs]?|aber|und|oder|denn|doch|jedoch|deshalb|daher|darum|dennoch|trotzdem|außerdem|zudem|dann|danach|so|also|auch|dies(?:e[mnrs]?)?|das ist|dort|hier|dabei|damit|dagegen|allerdings)(?![\p{L}\p{M}\p{N}])/iu,
  es: /^(?:él|ella|ellos|ellas|esto|eso|esta?|este|estos|estas|ese|esa|su|sus|pero|y|o|además|también|sin embargo|por eso|entonces|así|luego|ahí|allí)(?![\p{L}\p{M}\p{N}])/iu,
  ru: /^(?:он|она|они|оно|его|её|ее|их|но|и|а|или|однако|поэтому|это|этот|эта|эти|там|тут|здесь|также|тогда|затем|кроме того)(?=[\s,])/iu,
  zh: /^(?:他|她|它|他们|她们|它们|这|那|但|但是|而|而且|因此|所以|然而|不过|同时|此外|另外|于是|其中|对此|這|他們|她們|它們|於是|對此|同時|此外|雖然)/u,
};

const attributionOnly = /^(?:he|she|they|it)\s+(?:said|says|added|told|noted|explained)\b/iu;

/** "…", she said: whoever reads the sentence alone cannot know who. */
const saidByPronoun =
  /[,.!?]["”’]\s+(?:(?:he|she|they)\s+(?:\w+ly\s+)?(?:said|says|added|told|adds|recalled|explained|wrote|noted|insisted|asked)|(?:said|added)\s+(?:he|she|they))\b/u;

const nameless = /(?<!\p{L})(?:it|them)(?!\p{L})/iu;

/** In so few words what is meant is hardly ever named: "The teacher did not plan it." */
function leansOnPronoun(text: string, { language }: FilterContext): boolean {
  return /^en\b/u.test(language) && wordCount(text) <= 10 && nameless.test(text);
}

/** Signs that may stand after the last stop: quotes of all habits (the French put a space before theirs), brackets. */
const after = String.raw`(?:\s?["'“”‘’«»」』）)\]])*`;
const asked = new RegExp(`[?？؟]${after}$`, 'u');
const ended = new RegExp(`[.!。！｡…]${after}$`, 'u');
const trailsOff = new RegExp(String.raw`(?:\.\.\.|…)${after}$`, 'u');

const name = String.raw`\p{Lu}[\p{L}.'’-]*`;
const byline = new RegExp(
  String.raw`^(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Ee]dited by)\s+${name}(?:,?\s+(?:${name}|and|of|the|for|in|und|et|y|e|de|da|di|van|von|der|la|le|du)){0,10}\.?$`,
  'u',
);

/** In order; the first that rejects gives the reason. */
export const filters: Filter[] = [
  { name: 'too short', rejects: (s, c) => (isCjk(c.language) ? s.length < 12 : wordCount(s) < 7) },
  {
    name: 'too long',
    rejects: (s, c) =>
      (isCjk(c.language) ? s.length > 160 : wordCount(s) > (c.sentences > 1 ? 75 : 55)) ||
      s.length > (c.sentences > 1 ? 520 : 420),
  },
  { name: 'question alone', rejects: (s) => asked.test(s) },
  { name: 'unfinished', rejects: (s) => !ended.test(s) || trailsOff.test(s) },
  {
    name: 'no beginning',
    rejects: (s) => /^["'“”‘’«»„‚「『（(\s]*(?:\p{Ll}|[,;:.…)\]、，。])/u.test(s),
  },
  { name: 'dangling opener', rejects: (s, c) => !c.first && pointsOutside(s, c.language) },
  { name: 'dangling attribution', rejects: (s) => attributionOnly.test(s) },
  {
    name: 'speaker not named',
    rejects: (s, c) => c.sentences === 1 && !c.first && saidByPronoun.test(s),
  },
  {
    name: 'pronoun without its noun',
    rejects: (s, c) => !c.first && c.sentences === 1 && leansOnPronoun(s, c),
  },
  { name: 'open quote', rejects: (s) => !quotesBalance(s) },
  { name: 'quote without its speaker', rejects: (s) => isBareQuote(s) },
  { name: 'list item', rejects: (s) => /^(?:[•‣▪◦●*·–—-]|\(?\d{1,2}[.)])\s/u.test(s) },
  {
    name: 'dateline',
    rejects: (s, c) =>
      !c.first &&
      /^(?:\p{Lu}[\p{Lu}.'’-]+[\s,]+){1,4}(?:[^.!?—–]{0,20}\s)?(?:\([^)]{2,30}\)\s?)?(?:—|–|--|-)\s/u.test(s),
  },
  { name: 'byline', rejects: (s) => byline.test(s) },
  {
    name: 'caption',
    rejects: (s) =>
      /(?:\((?:photo|image|picture|illustration|foto|bild)\b[^)]*\)|\b(?:photo|image|picture|illustration|foto|bild)\s*(?:credit|by)?\s*:)/iu.test(
        s,
      ),
  },
  { name: 'address or code', rejects: (s) => /https?:\/\/|www\.|\S+@\S+\.\S+|[{}<>]/iu.test(s) },
  {
    name: 'call to readers',
    rejects: (s) =>
      /\b(?:subscribe (?:to|now|here)|sign up (?:for|to|here)|click here|read more (?:here|at|on|in)|follow us|leave a comment|stay tuned|abonnez-vous|abonnieren)\b/iu.test(
        s,
      ),
  },
  { name: 'capitals', rejects: (s) => /\p{Lu}/u.test(s) && !/[\p{Ll}\p{Lo}]/u.test(s) },
  { name: 'the title again', rejects: (s, c) => foldCase(s) === foldCase(c.title) },
];

function foldCase(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether a sentence opens with a word that needs what stood before it. */
export function pointsOutside(text: string, language: string): boolean {
  const opening = text.replace(/^[\s"'“”‘’«»„‚([—–-]+/u, '');
  return openers[language.split('-')[0] ?? '']?.test(opening) ?? false;
}

/** Double quotes and brackets open and close within the sentence. Apostrophes make single quotes uncountable. */
export function quotesBalance(text: string): boolean {
  const count = (sign: RegExp): number => text.match(sign)?.length ?? 0;
  const german = /„/u.test(text);
  const curly = german ? count(/„/gu) === count(/[“”]/gu) : count(/“/gu) === count(/”/gu);
  const straight = count(/"/gu) % 2 === 0;
  const brackets = count(/[(（]/gu) === count(/[)）]/gu) && count(/«/gu) === count(/»/gu);
  return curly && straight && brackets && count(/「/gu) === count(/」/gu);
}

/** Nothing but quoted words: the reader cannot tell who speaks. */
export function isBareQuote(text: string): boolean {
  return /^["“„«»「][^"“”„«»「」]*["”“»«」][.。]?$/u.test(text);
}

/** Name of the first filter that rejects the sentences told as one highlight, or null. */
export function rejectionOf(
  run: readonly Sentence[],
  context: Omit<FilterContext, 'sentences'>,
): string | null {
  if (run.some((s) => s.barred !== undefined)) return 'damaged';
  if (!isQuotable(run)) return 'apart';
  const text = runText(run);
  return filters.find((f) => f.rejects(text, { ...context, sentences: run.length }))?.name ?? null;
}
