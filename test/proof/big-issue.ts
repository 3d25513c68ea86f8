/** An issue of many stories about nothing that ever was, the same for the same seed. */
import type { Issue, Story } from '../../src/types.ts';
import { makeHighlight, makeIssue, makeStory, makeTheme } from '../render/fixture.ts';

/** Numbers from 0 up to 1 in a fixed order (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const who = [
  'The toll-keeper',
  'A choir of coopers',
  'The night baker',
  'Aunt Sorrel',
  'The glass inspector',
];
const did = ['weighed', 'repainted', 'mislaid', 'returned', 'counted', 'wrapped'];
const what = ['the parish bell', 'nine ladders', 'a crate of pears', 'the old timetable', 'two left oars'];
const where = ['at Fallow Gate', 'below Inkwell Bridge', 'in Upper Sedge', 'on the Quill', 'behind the mint'];
const why = [
  'because the water had asked for it',
  'and told nobody until the <market> & fair were over',
  'although “never again” had been carved above the door',
  'for a fee of 14 crowns, paid in candles',
];
const sources = [
  'Sedge Herald',
  'The Quill & Oar',
  'Fallow Post',
  'Inkwell Letter',
  'Mint Lane News',
  'Bargee',
];

const foreign = [
  {
    language: 'ar',
    dir: 'rtl' as const,
    title: 'السوق القديم يفتح أبوابه عند الفجر',
    quote: 'قال الحارس إن الجرس لم يدق منذ عشرين سنة، ثم دق وحده.',
  },
  {
    language: 'zh-Hans',
    dir: 'ltr' as const,
    title: '河湾镇的钟楼又响了',
    quote: '守夜人说，那口钟二十年没有响过，昨夜自己响了三声，全镇的人都醒了，谁也没有抱怨。',
  },
  {
    language: 'de',
    dir: 'ltr' as const,
    title: 'Die Waage am Fischmarkt geht wieder genau',
    quote: 'Seit Montag wiegt sie jeden Hering zweimal, und beide Male dasselbe.',
  },
];

/** `count` stories in eight themes, with a lead, other languages, other sources, licences and gaps. */
export function makeBigIssue(count: number, seed = 5): Issue {
  const next = numbersFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const sentence = () => `${pick(who)} ${pick(did)} ${pick(what)} ${pick(where)} ${pick(why)}`;
  const stories = Array.from({ length: count }, (_, index) => makeOne(index, next, pick, sentence));
  const [lead, ...rest] = stories as [Story, ...Story[]];
  const themes = Array.from({ length: 8 }, (_, theme) =>
    makeTheme(
      ['Bells & Clocks', 'Boats', 'Bread', 'Candles', 'Glass', 'Ladders', 'Markets', 'Weather'][theme] ?? '',
      rest.filter((_, index) => index % 8 === theme),
    ),
  );
  return makeIssue({
    letter:
      'Dear reader,\n\nthis month *everybody* wrote to us; see [last month](https://lantern.example/2026-04/) for peace.',
    lead: { ...lead, theme: 'bells-clocks' },
    themes,
    counts: { stories: count, sources: sources.length, articles: count + 40, minutes: count * 3 },
  });
}

function makeOne(
  index: number,
  next: () => number,
  pick: <T>(list: readonly T[]) => T,
  sentence: () => string,
): Story {
  const id = `tale-${String(index).padStart(3, '0')}`;
  const url =
    next() < 0.05 ? null : `https://${pick(['sedge', 'quill', 'mint'])}.example/2026/05/${id}?a=1&b=2`;
  const date = next() < 0.1 ? { date: null, dateLabel: 'date not stated' } : {};
  const also = sources.filter(() => next() < 0.2);
  const base = makeStory(id, {
    url,
    source: pick(sources),
    authors: next() < 0.4 ? ['Wilhelmina Ash'] : [],
    licence: next() < 0.2 ? 'CC BY 4.0' : null,
    minutes: 1 + Math.floor(next() * 9),
    title: `${sentence()} (${index})`,
    also,
    ...date,
  });
  if (index % 12 === 7) return { ...base, ...translate(pick(foreign), index, url) };
  const quotes = Array.from(
    { length: 1 + Math.floor(next() * 3) },
    (_, n) => `${sentence()}, ${index}.${n}.`,
  );
  return { ...base, highlights: quotes.map((text, n) => makeHighlight(text, n + 1, url)) };
}

function translate(words: (typeof foreign)[number], index: number, url: string | null): Partial<Story> {
  const { language, dir, title, quote } = words;
  return { language, dir, title: `${title} ${index}`, highlights: [makeHighlight(quote, 2, url)] };
}
