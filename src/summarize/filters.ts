import { isQuotable, runText } from '../text/runs.ts';
import type { Sentence } from '../types.ts';
import { pointsOutside } from './openers.ts';

/** A reason to keep a highlight out. Its text, of one sentence or of several that follow each other, is as readers see it. */
export type Filter = { name: string; rejects: (text: string, context: FilterContext) => boolean };

/**
 * `first`: it opens the article. `sentences`: how many it has. `quoted`: it begins inside a quotation. `item`: it stands in
 * a list. `lowered`: the article has no capitals. `before`: the text of the article up to it.
 */
export type FilterContext = {
  language: string;
  first: boolean;
  title: string;
  sentences: number;
  quoted: boolean;
  item: boolean;
  lowered: boolean;
  before: () => string;
};

/** Spaces and one more: what readers see has single ones. */
function wordCount(text: string): number {
  let words = 1;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) words += 1;
  return words;
}

const isCjk = (language: string): boolean => /^(?:zh|ja|th|ko)\b/u.test(language);

/** Without what was said, whoever said it. */
const attributionOnly =
  /^(?:(?:he|she|they|it)\s+(?:said|says|added|told|noted|explained)\b|(?:said|says|added|adds)\s+(?:\p{Lu}|the\b|(?:Mrs?|Ms|Dr)\b)|according to [^,]+\.$)/iu;

const sayings =
  '(?:said|says|say|saying|added|adds|told|tells|recalled|recalls|explained|explains|wrote|writes|noted|notes|insisted|insists|asked|asks|admitted|admits|joked|jokes|continued|continues)';

/** "…", she said: whoever reads the sentence alone cannot know who. */
const saidByPronoun = new RegExp(
  `[,.!?]["”’]\\s+(?:(?:he|she|they)\\s+(?:\\w+ly\\s+|has\\s+|had\\s+|have\\s+|would\\s+|later\\s+|once\\s+)*(?:${sayings})\\b|${sayings}\\s+(?:he|she|they)\\b)`,
  'u',
);

const lastNameSpeaks = new RegExp(
  `[,.!?]["”’]\\s+(?:${sayings}\\s+(\\p{Lu}\\p{L}+)(?!\\s+\\p{Lu})|(\\p{Lu}\\p{L}+)\\s+${sayings}\\b)`,
  'u',
);

const nameless = /(?<!\p{L})(?:it|them)(?!\p{L})/iu;

/** In so few words what is meant is hardly ever named: "The teacher did not plan it." */
function leansOnPronoun(text: string, { language }: FilterContext): boolean {
  return /^en\b/u.test(language) && wordCount(text) <= 10 && nameless.test(text);
}

/**
 * "The company struggled": of what was named before, neither in the title nor, by a name or a figure, in the sentence itself.
 */
function takesUp(text: string, { language, before, title }: FilterContext): boolean {
  if (!/^en\b/u.test(language)) return false;
  const noun = definite.exec(text)?.[1];
  if (noun === undefined || /\s["“‘(]?\p{Lu}|\p{N}/u.test(text)) return false;
  const known = new RegExp(`\\b${noun}s?\\b`, 'iu');
  return !known.test(title) && known.test(before());
}

const definite =
  /^["“‘]?The (?:(?:new|old|first|last|second|third|other|big|small|long|young|whole|only|next|two|three) )?([a-z]{3,})\b/u;

/** "said Campbell": of whom only a sentence before says who that is. */
function knowsSpeaker(text: string, { language, before }: FilterContext): boolean {
  if (!/^en\b/u.test(language)) return true;
  const [, after, ahead] = lastNameSpeaks.exec(text) ?? [];
  const speaker = after ?? ahead;
  return (
    speaker === undefined ||
    !new RegExp(`\\p{Lu}[\\p{L}.]+ (?:\\p{Lu}\\. )?${speaker}\\b`, 'u').test(before())
  );
}

/** Signs that may stand after the last stop: quotes of all habits (the French put a space before theirs), brackets. */
const after = String.raw`(?:\s?["'“”‘’«»」』）)\]])*`;
const asked = new RegExp(`[?？؟][!?！？]*${after}$`, 'u');
/** The stops of Latin, Chinese and Japanese, the Indic danda, and of Urdu, Armenian, Burmese, Khmer and Ethiopic. */
const ended = new RegExp(`[.!。！｡…।॥۔։။។።]${after}$`, 'u');
/** Scripts that end a sentence with a space. */
const withoutStops = /^(?:th|lo)\b/u;
const trailsOff = new RegExp(String.raw`(?:\.\.\.|…)${after}$`, 'u');

const name = String.raw`\p{Lu}[\p{L}.'’-]*`;
const byline = new RegExp(
  String.raw`^(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Ee]dited by)\s+${name}(?:,?\s+(?:${name}|and|of|the|for|in|und|et|y|e|de|da|di|van|von|der|la|le|du)){0,10}\.?$`,
  'u',
);

/** "It is the end of an era", "There is a bell in Reed": what opens an article so points to what follows. */
const introduces = /^["'“‘«]?(?:it|there|here|this|these|in|for|a|one|two|three|some|many|\d)\b/iu;

const beginsAmid = /^["'“”‘’«»„‚「『（(\s]*[,;:.…)\]、，。]/u;
const beginsLow = /^["'“”‘’«»„‚「『（(\s]*(?:\p{Ll}|[,;:.…)\]、，。])/u;

/** A place before a dash: in capitals, or with a day or an agency in brackets or strokes. */
const dateline =
  /^(?:(?:\p{Lu}[\p{Lu}.'’-]+[\s,]+){1,4}(?:[^.!?—–]{0,20}\s)?(?:\([^)]{2,30}\)\s?)?(?:—|–|--|-)\s|\p{Lu}[^.!?—–()/]{2,50}(?:\(\p{Lu}[^)]{1,28}\)|\/\p{Lu}[^/\s]{1,28}\/)\s?(?:—|–|--|-)\s)/u;

const captions = new RegExp(
  [
    String.raw`[(（](?:photo|image|picture|illustration|foto|bild|图|圖|写真)(?:\b|[/：:])[^)）]*[)）]`,
    String.raw`\b(?:photo|image|picture|illustration|foto|bild)\s*(?:credit|by)?\s*:`,
    String.raw`\b(?:crédit photo|photo credit|credito foto|bildnachweis)\b`,
    String.raw`\bin (?:a|this) file (?:photo|picture|image)\b`,
    String.raw`,\s(?:left|right|cent(?:er|re)|(?:second|third) from (?:left|right))(?:,|\s(?:and|in)\b)`,
    String.raw`^(?:pictured|above|below|left|right)\s*(?:left|right|above|below)?\s*[:,]`,
  ].join('|'),
  'iu',
);

/** Words set before a sentence by the page: a link to another, a series, who speaks in an interview. */
const label =
  /^(?:\[[^\]]{2,60}\]|\*|(?:\p{Lu}[\p{L}.’'-]*\s?){1,3}:\s|(?:Read more|See also|Also read|Editor['’]s note)\s*:)/u;

const listMark = /^(?:[•‣▪◦●*·–—➤►▶→✓✔☑-]\uFE0F?|\(?\d{1,2}[.)]|[ivxIVX]{2,5}[.)]|[IVX]\.|\(?[a-z]\))\s/u;

const callToReaders = new RegExp(
  [
    String.raw`\b(?:subscribe (?:to|now|here)|sign up (?:for|to|here)|click here|read more (?:here|at|on|in)|follow us|leave a comment|stay tuned|abonnez-vous|abonnieren)\b`,
    String.raw`^(?:save|score|get|grab|buy|shop|order|book|check out|hurry)\b.*(?:[$£€]|\bprices?\b|% off)`,
  ].join('|'),
  'iu',
);

/** Its writer speaks of writing it. */
const aboutTheText =
  /\b(?:I|we)(?:['’](?:m|ve|ll|d)| am| are| have| had| will| would)? (?:also |already |recently )?(?:wr[io]te|written|writing|shared?|sharing|start(?:ed|ing)? with|mention(?:ed)?|discuss(?:ed)?|cover(?:ed)?|report(?:ed)? (?:on|last|earlier))\b|\bin (?:this|my|our) (?:article|post|column|piece|series|newsletter|episode)\b/u;

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
  {
    name: 'unfinished',
    rejects: (s, c) => (!ended.test(s) && !withoutStops.test(c.language)) || trailsOff.test(s),
  },
  {
    name: 'no beginning',
    rejects: (s, c) => (c.lowered ? beginsAmid : beginsLow).test(s),
  },
  { name: 'dangling attribution', rejects: (s) => attributionOnly.test(s) },
  {
    name: 'dangling opener',
    rejects: (s, c) => pointsOutside(s, c.language) && !(c.first && introduces.test(s)),
  },
  { name: 'known from before', rejects: takesUp },
  { name: 'inside a quotation', rejects: (_, c) => c.quoted },
  {
    name: 'speaker not named',
    rejects: (s, c) => c.sentences === 1 && !c.first && (saidByPronoun.test(s) || !knowsSpeaker(s, c)),
  },
  {
    name: 'pronoun without its noun',
    rejects: (s, c) => !c.first && c.sentences === 1 && leansOnPronoun(s, c),
  },
  { name: 'open quote', rejects: (s) => !quotesBalance(s) },
  { name: 'quote without its speaker', rejects: (s) => isBareQuote(s) },
  { name: 'list item', rejects: (s, c) => c.item || listMark.test(s) },
  { name: 'dateline', rejects: (s, c) => !c.first && dateline.test(s) },
  { name: 'byline', rejects: (s) => byline.test(s) },
  { name: 'caption', rejects: (s) => captions.test(s) },
  { name: 'address or code', rejects: (s) => /https?:\/\/|www\.|\S+@\S+\.\S+|[{}<>]/iu.test(s) },
  { name: 'call to readers', rejects: (s) => callToReaders.test(s) },
  { name: 'about the text', rejects: (s) => aboutTheText.test(s) },
  { name: 'capitals', rejects: (s) => /\p{Lu}/u.test(s) && !/[\p{Ll}\p{Lo}]/u.test(s) },
  { name: 'label', rejects: (s) => label.test(s) },
  { name: 'the title again', rejects: (s, c) => foldCase(s) === foldCase(c.title) },
];

function foldCase(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
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
  const rest = text.replace(
    /["“„«»「][^"“”„«»「」]*["”“»«」]|(?<![\p{L}\p{N}])['‘].*?[.,!?…]['’](?![\p{L}\p{N}])/gu,
    '',
  );
  return rest !== text && !/[\p{L}\p{N}]/u.test(rest);
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
