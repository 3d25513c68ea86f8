import { listed, type StopRules } from './abbreviations.ts';

/** What a rule may look at: a bounded window on both sides of the place where the next sentence would begin. */
export type Boundary = {
  language: string;
  stops: StopRules;
  /** The text has lost its capitals, so that a small letter tells nothing. */
  lowered: boolean;
  /** The sentence so far, its last 80 units at most, without white space at its ends. */
  head: string;
  /** Whether `head` is the whole sentence so far. */
  whole: boolean;
  /** What follows, at most 80 units, white space before it taken off. */
  tail: string;
  /** Whether white space stands between the two. */
  gap: boolean;
  /** Whether a quotation or bracket is open here that closes soon. */
  enclosed: boolean;
  /** The word before the stop without quotes and the stop ("U.S", "Inc", "12"), if a single full stop ends it. */
  word: string;
  /** The next word without opening marks, and whether quotes stand before it. */
  next: string;
  quoted: boolean;
};

export type Verdict = 'join' | 'split';

export type Rule = { name: string; judge: (b: Boundary) => Verdict | undefined };

/** Endings of host and file names, where a capital after a full stop is no new sentence ("Booking.Com"). */
const nameEndings = new Set('com org net edu gov info io co uk de js ts py'.split(' '));
const exclaimedNames = /(?:^|\s)(?:Yahoo|Yum|Jeopardy|Joomla|Kahoot|E)!$/u;
const wideStop = /[。！？．｡؟۔।॥።]["”’」』》】）)]*$/u;
const acronym = /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u;
const initial = /^\p{L}$/u;
const halfDay = /^[AaPp]\.[Mm]$/u;
const afterTime =
  /^(?:[ECMPB][SD]?T|GMT|UTC|CES?T|AEST|IST|JST|(?:Eastern|Pacific|Central|Mountain|Greenwich|Moscow|Beijing|Tokyo)|(?:Mon|Tues?|Wednes|Wed|Thurs?|Fri|Satur|Sat|Sun)(?:day)?|(?:Jan|Febr?|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:uary|ch|il|ust|ember|ober)?)$/u;
const said = 'said|says|added|wrote|tweeted|replied|explained|recalled|continued';
const asked = 'told|asked|asks|wondered|shouted|cried|yelled|joked|quipped|exclaimed|screamed|chanted';
const attribution = new RegExp(
  `^(?:\\p{Lu}[\\p{L}.'’-]*\\s){1,4}(?:(?:${asked})\\b|(?:${said})(?:[.,;:]|$|\\s(?:in|on|at|to|of|after|before|when|as|during|with|from|while)\\b))`,
  'u',
);
const pronounSaid = new RegExp(`^(?:He|She|They|I|We)\\s(?:${said}|${asked})[.,]`, 'u');
const chineseSaid = /^\p{sc=Han}{1,10}?(?:说|說|表示|问|問|称|稱|道|喊|指出|回答|补充|補充)道?[，。,]/u;

/** A capital, then small letters: shouted headlines tell nothing about beginnings. */
function isTitleCase(word: string): boolean {
  return /^\p{Lu}[\p{Ll}\p{M}]*$/u.test(word);
}

/** Whether the next word can hardly be anything but the beginning of a sentence. */
function startsSentence(b: Boundary): boolean {
  const base = b.next.replace(/['’].*$/u, '');
  if (!(b.lowered || isTitleCase(base)) || !b.stops.starters.has(base.toLowerCase())) return false;
  // "U.S. No. 2", "Inc. A. Smith": followed by a full stop it is an abbreviation itself.
  return !b.tail.slice(b.tail.indexOf(b.next) + b.next.length).startsWith('.');
}

function splitAtStarters(b: Boundary): Verdict {
  if (startsSentence(b)) return 'split';
  return b.quoted && isTitleCase(b.next) ? 'split' : 'join';
}

/** "At 5 a.m. Mr. Smith": nothing but a time has been said yet. */
function isOpeningTime(b: Boundary): boolean {
  return (
    b.whole &&
    /^(?:At|By|Around|About|Before|After|Since|Until|From|On|Just|Shortly)\b[^,;]{0,24}$/u.test(b.head)
  );
}

/** In order: the first verdict counts, and where no rule objects the sentence ends. */
export const rules: readonly Rule[] = [
  {
    // "1.", "a)", "• 9.", ". . .": no sentence yet.
    name: 'marker alone',
    judge: (b) =>
      b.whole && /^[^\p{L}\p{N}]*(?:\(?(?:\d{1,3}|\p{L}|[IVX]{1,4})[.)]{1,2})?$/u.test(b.head)
        ? 'join'
        : undefined,
  },
  { name: 'enclosed', judge: (b) => (b.enclosed ? 'join' : undefined) },
  {
    // "x.com/?q=1", "Yahoo!’s", "(!)" are one; "the end.Then" are two.
    name: 'glued',
    judge: (b) => {
      if (b.gap || wideStop.test(b.head)) return undefined;
      const last = /\S*$/u.exec(b.head)?.[0] ?? '';
      const words =
        /[\p{Ll}\p{N}]{2}[.!?…]+["”’»)\]]*$/u.test(b.head) &&
        /^["“„‘«(]?\p{Lu}\p{Ll}*(?:[\s,]|$)/u.test(b.tail);
      return words && !/[@/\\]|www/u.test(last) && !nameEndings.has(b.next.toLowerCase())
        ? undefined
        : 'join';
    },
  },
  {
    // A small letter goes on, "iPhone" excepted.
    name: 'small letter',
    judge: (b) =>
      !b.lowered && /^[\s\p{P}\p{S}]*\p{Ll}/u.test(b.tail) && !/^[\p{P}]*\p{Ll}{1,2}\p{Lu}/u.test(b.tail)
        ? 'join'
        : undefined,
  },
  {
    // "the boat . . . I lost it": dots between spaces are a pause unless a sentence plainly begins.
    name: 'pause',
    judge: (b) => {
      if (!/[^\s.]\s+(?:\.\s?\.\s?\.|…)$/u.test(b.head)) return undefined;
      return startsSentence(b) && !/^I\b/u.test(b.next) ? undefined : 'join';
    },
  },
  { name: 'exclaimed name', judge: (b) => (exclaimedNames.test(b.head) ? splitAtStarters(b) : undefined) },
  {
    // "What is it?" Smith asked.
    name: 'attribution',
    judge: (b) => {
      if (!/[.!?…。！？]["”’»」』]+$/u.test(b.head)) return undefined;
      if (b.language === 'ja') return /^(?:と|って|などと)/u.test(b.tail) ? 'join' : undefined;
      if (b.language === 'zh') return chineseSaid.test(b.tail) ? 'join' : undefined;
      if (pronounSaid.test(b.tail)) return 'join';
      return !/^(?:He|She|They|It|We|I|The)\s/u.test(b.tail) && attribution.test(b.tail) ? 'join' : undefined;
    },
  },
  {
    // "... in the dark ..." (Smith 55).
    name: 'citation',
    judge: (b) =>
      /[.!?…]["”’»\])]+$/u.test(b.head) && /^\([^()]{1,60}[^().!?]\)[.;,]/u.test(b.tail) ? 'join' : undefined,
  },
  { name: 'title', judge: (b) => (listed(b.stops.titles, b.word) ? 'join' : undefined) },
  {
    // "No. 5", "vol. II", and German streets: "Hafenstr. 5".
    name: 'number to come',
    judge: (b) => {
      const number = /^[("“]?(?:[\p{N}#]|[VXLC]\b|[IVXLC]{2,}\b)/u.test(b.tail);
      return number && (listed(b.stops.numbered, b.word) || /\p{Ll}str$/u.test(b.word)) ? 'join' : undefined;
    },
  },
  {
    // "by 6 p.m. Then", but "9 a.m. Monday", "9 a.m. ET" and "At 9 a.m. Mr. Smith".
    name: 'time of day',
    judge: (b) => {
      if (!halfDay.test(b.word)) return undefined;
      if (b.lowered) return splitAtStarters(b);
      return afterTime.test(b.next) || isOpeningTime(b) ? 'join' : 'split';
    },
  },
  {
    name: 'abbreviation',
    judge: (b) =>
      listed(b.stops.mayEnd, b.word) || acronym.test(b.word) || initial.test(b.word)
        ? splitAtStarters(b)
        : undefined,
  },
  {
    // "am 3. Mai"
    name: 'ordinal',
    judge: (b) => (b.stops.ordinals && /^\d{1,2}$/u.test(b.word) ? splitAtStarters(b) : undefined),
  },
];
