/** What the surface of an English sentence tells: yes as 1, or counts. */
export type Cues = {
  numbers: number;
  quoted: number;
  opensQuoted: number;
  shareQuoted: number;
  pronoun: number;
  connective: number;
  pointer: number;
  firstPerson: number;
  time: number;
  article: number;
  attribution: number;
  authority: number;
  day: number;
  date: number;
  we: number;
  you: number;
  boilerplate: number;
  caption: number;
  unended: number;
  money: number;
  percent: number;
  superlative: number;
  prospect: number;
  present: number;
  past: number;
  question: number;
  bracket: number;
  commas: number;
  colon: number;
  dash: number;
  longest: number;
};

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const openers = {
  pronoun: set('he she it they his her their its him them'),
  connective: set(
    'but and or yet so because however still meanwhile also instead then though although nevertheless nonetheless moreover furthermore besides additionally therefore thus otherwise',
  ),
  pointer: set('this that these those such there here'),
  firstPerson: set('i we you my our your'),
  article: set('a an the'),
};

const lexicons = {
  attribution: set('said says told added announced reported reports confirmed tweeted wrote according'),
  authority: set('spokesman spokeswoman spokesperson spokesmen affiliate statement'),
  day: set('monday tuesday wednesday thursday friday saturday sunday today yesterday tonight'),
  date: set(
    'january february march april june july august september october november december jan feb aug sept oct nov dec',
  ),
  we: set('i we my our me us'),
  you: set('you your'),
  boilerplate: set('published updated click watch copyright photo photos video follow read subscribe'),
  caption: set('pictured left right above file shown poses pose caption center seen'),
  money: set('million billion dollars pounds euros'),
  percent: set('percent cent'),
  superlative: set('first most largest biggest record new only best worst highest latest'),
  prospect: set('will plan plans expected could may set'),
  present: set('is are has have'),
  past: set('was were had'),
};

type Lexicon = keyof typeof lexicons;

/** Every word of the lexicons, with those that have it. */
const lexiconsOf = new Map<string, Lexicon[]>();
for (const name of Object.keys(lexicons) as Lexicon[])
  for (const word of lexicons[name]) lexiconsOf.set(word, [...(lexiconsOf.get(word) ?? []), name]);

const none = Object.fromEntries(Object.keys(lexicons).map((name) => [name, 0])) as {
  [name in Lexicon]: number;
};

const opensWithTime =
  /^\W*(?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|last |in (?:19|20)\d\d|earlier|later|now|when|after|before|while|as |during|since|in (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/iu;

const startsWithNumber = /^\p{N}/u;

const quotes = /["“”«»„]|''|``/gu;

/** Reads the cues of one sentence: its words in lower case, and its text. */
export function cuesOf(text: string, tokens: readonly string[]): Cues {
  const opening = tokens[0] ?? '';
  const opens = (words: ReadonlySet<string>): number => (words.has(opening) ? 1 : 0);
  const counts = { ...none };
  let numbers = 0;
  let longest = 0;
  let year = 0;
  for (const token of tokens) {
    longest = Math.max(longest, token.length);
    for (const name of lexiconsOf.get(token) ?? []) counts[name] += 1;
    if (!startsWithNumber.test(token)) continue;
    numbers += 1;
    if (/^(?:19|20)\d\d$/u.test(token)) year = 1;
  }
  const has = (name: Lexicon): number => Math.min(1, counts[name]);
  const signs = text.match(quotes)?.length ?? 0;
  const quotedUnits =
    signs > 1
      ? Array.from(text.matchAll(/["“]([^"”]*)["”]/gu), (m) => m[0].length - 2).reduce((a, b) => a + b, 0)
      : 0;
  return {
    numbers,
    quoted: signs > 0 ? 1 : 0,
    opensQuoted: /^["“`‘«„]/u.test(text) ? 1 : 0,
    shareQuoted: quotedUnits / Math.max(1, text.length),
    pronoun: opens(openers.pronoun),
    connective: opens(openers.connective),
    pointer: opens(openers.pointer),
    firstPerson: opens(openers.firstPerson),
    time: opensWithTime.test(text) ? 1 : 0,
    article: opens(openers.article),
    attribution: has('attribution'),
    authority: has('authority'),
    day: has('day'),
    date: Math.max(year, has('date')),
    we: counts.we,
    you: counts.you,
    boilerplate: has('boilerplate'),
    caption: has('caption'),
    unended: /[.!?…]["'”’)\]]*$/u.test(text) ? 0 : 1,
    money: has('money') || /[$£€]/u.test(text) ? 1 : 0,
    percent: has('percent') || text.includes('%') ? 1 : 0,
    superlative: counts.superlative,
    prospect: has('prospect'),
    present: has('present'),
    past: has('past'),
    question: text.includes('?') ? 1 : 0,
    bracket: text.includes('(') ? 1 : 0,
    commas: text.split(',').length - 1,
    colon: text.includes(':') && /^[^\p{L}]*(?:[\p{L}\p{N}'’]+\W+){0,4}[\p{L}\p{N}'’]+:/u.test(text) ? 1 : 0,
    dash: /--|[—–]/u.test(text) ? 1 : 0,
    longest,
  };
}
