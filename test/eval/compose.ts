import type { Story } from './bank.ts';

/** Seeded random numbers, the same everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Something printed: what it is in truth, and how many blank lines stand before it (the usual number if unsaid). */
export type Print = {
  as: 'title' | 'body' | 'subhead' | 'deck' | 'meta' | 'noise';
  text: string;
  tag?: string;
  gap?: number;
  /** Truth of a body that is printed in several parts: whole in the first, empty in the others. */
  truth?: string;
};

export type Truth = {
  articles: { title: string; authors: string[]; month: string | null; paragraphs: string[] }[];
  noise: { text: string; tag: string }[];
};

export type Dump = { name: string; layout: string; text: string; tags: string[]; truth: Truth };

/** What a layout may ask for while it prints. */
export type Desk = {
  random: () => number;
  pick: <T>(items: readonly T[]) => T;
  chance: (share: number) => boolean;
  stories: readonly Story[];
  /** A story of the bank that is not in this dump. */
  stranger: Story;
  titleOf: (story: Story) => string;
};

export type Layout = {
  name: string;
  head?: (desk: Desk) => Print[];
  item: (story: Story, desk: Desk, at: number) => Print[];
  foot?: (desk: Desk) => Print[];
  /** Blank lines between paragraphs, and before each article. */
  gaps: readonly (readonly [number, number])[];
  /** Widths at which lines are wrapped; 0 for none. */
  widths?: readonly number[];
  /** Whether words may be divided at the margin. */
  hyphens?: boolean;
  /** Ways to write titles; each as in the bank without it. */
  cases?: readonly ('title' | 'sentence' | 'caps')[];
  /** Whether bodies are spoilt as a paper's columns do. */
  columns?: boolean;
  /** Authors or dates that the layout does not print. */
  silent?: readonly ('by' | 'date')[];
};

const longDates: { [lang: string]: string } = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR', es: 'es-ES' };

export function dateOf({ date, lang }: Story, style: 'long' | 'us' | 'iso' = 'long'): string {
  if (style === 'iso') return date;
  const locale = style === 'us' && lang === 'en' ? 'en-US' : (longDates[lang] ?? 'en-GB');
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${date}T00:00:00Z`));
}

export const noise = (tag: string, text: string, gap?: number): Print => ({
  as: 'noise',
  tag,
  text,
  ...(gap === undefined ? {} : { gap }),
});
export const meta = (text: string, gap?: number): Print => ({
  as: 'meta',
  text,
  ...(gap === undefined ? {} : { gap }),
});

const bys: { [lang: string]: string } = { en: 'By', de: 'Von', fr: 'Par', es: 'Por' };

export function byline(story: Story, gap?: number): Print[] {
  return story.by ? [meta(`${bys[story.lang] ?? 'By'} ${story.by}`, gap)] : [];
}

/** The body as the layout has it, captions and subheads included. */
export function bodyOf(story: Story, desk: Desk, bullet = '- '): Print[] {
  const keepSubs = desk.chance(0.8);
  return story.pieces.flatMap((piece): Print[] => {
    if (piece.kind === 'caption') return captionOf(piece.text, desk);
    if (piece.kind === 'subhead')
      return keepSubs || story.kind === 'listicle' ? [{ as: 'subhead', text: piece.text }] : [];
    if (piece.kind === 'item')
      return [{ as: 'body', text: `${bullet}${piece.text}`, truth: piece.text, tag: 'bullets' }];
    return [{ as: 'body', text: piece.text }];
  });
}

function captionOf(text: string, desk: Desk): Print[] {
  const bare = text.replace(/\s*\(?(?:PHOTO|Photo|Foto|Illustration):.*$/u, '');
  return desk.pick([
    () => [noise('caption', text)],
    () => [noise('caption-twin', bare, 1), noise('caption-twin', text, 0)],
    () => [noise('caption-cut', bare.split(' ').slice(0, 7).join(' '), 1), noise('caption-cut', text, 0)],
    () => [noise('caption', bare), noise('agency-line', 'Ostrow/Norpix', 0)],
  ])();
}

/** Cuts one long paragraph as columns do: at a word, at a hyphen, around an advertisement or another headline. */
export function spoil(prints: readonly Print[], desk: Desk): Print[] {
  const long = prints.filter((p) => p.as === 'body' && p.text.split(' ').length > 25);
  const victim = long.length > 0 ? desk.pick(long) : undefined;
  return prints.flatMap((print) => {
    if (print !== victim) return [print];
    const words = print.text.split(' ');
    let at = 8 + Math.floor(desk.random() * (words.length - 16));
    while (at < words.length && !/^\p{Ll}/u.test(words[at] ?? '')) at += 1;
    if (at >= words.length || /[.!?:]["”»]?$/u.test(words[at - 1] ?? '')) return [print];
    const [head, tail] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    const [first, second]: Print[] = [
      { as: 'body', text: head, truth: print.text, tag: 'column-cut' },
      { as: 'body', text: tail, truth: '' },
    ];
    if (!first || !second) return [print];
    return desk.pick([
      () => [first, second],
      () => [first, { ...second, gap: 0 }],
      () => [
        first,
        noise('inside-sentence', 'The market square of Halden on a Monday morning. (PHOTO: NORPIX)'),
        second,
      ],
      () => [first, noise('inside-sentence', 'ADVERTISEMENT'), second],
      () => [first, noise('dropped-headline', desk.stranger.title), second],
      () => divideWord(words, print.text) ?? [first, second],
    ])();
  });
}

function divideWord(words: readonly string[], truth: string): Print[] | null {
  const at = words.findIndex((w, i) => i > 6 && i < words.length - 6 && /^\p{Ll}{8,}$/u.test(w));
  const word = words[at];
  if (!word) return null;
  const head = [...words.slice(0, at), `${word.slice(0, 4)}-`].join(' ');
  const tail = [word.slice(4), ...words.slice(at + 1)].join(' ');
  return [
    { as: 'body', text: head, truth, tag: 'hyphen-break' },
    { as: 'body', text: tail, truth: '' },
  ];
}

function sentenceCase(story: Story): string {
  const body = story.pieces.map((p) => p.text).join(' ');
  const [first = '', ...rest] = story.title.split(' ');
  const isName = (w: string) =>
    new RegExp(`(?<=\\p{L},? )${w.replace(/[^\p{L}]/gu, '.')}`, 'u').test(body) || /^\p{Lu}{2}/u.test(w);
  return story.lang === 'en'
    ? [first, ...rest.map((w) => (isName(w) ? w : w.toLowerCase()))].join(' ')
    : story.title;
}

function wrap(text: string, width: number, hyphens: boolean, random: () => number): string[] {
  if (width === 0) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const room = width - line.length - 1;
    if (line === '' || word.length <= room) line = line === '' ? word : `${line} ${word}`;
    else if (hyphens && room > 5 && /^\p{Ll}{9,}$/u.test(word) && random() < 0.7) {
      lines.push(`${line} ${word.slice(0, 4)}-`);
      line = word.slice(4);
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

const shuffled = <T>(items: readonly T[], random: () => number): T[] =>
  items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);

/** One dump of two to eight stories. */
export function composeDump(bank: readonly Story[], layout: Layout, seed: number): Dump {
  const random = randomFrom(seed * 7919 + layout.name.length * 31 + layout.name.charCodeAt(0));
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const langs = random() < 0.8 ? ['en'] : ['en', 'de', 'fr', 'es'];
  const pool = shuffled(
    bank.filter((s) => langs.includes(s.lang)),
    random,
  );
  const stories = pool.slice(0, 2 + Math.floor(random() * 5));
  const style = pick(layout.cases ?? ['title']);
  const titleOf = (story: Story): string => {
    if (style === 'caps') return story.title.toUpperCase();
    return style === 'sentence' ? sentenceCase(story) : story.title;
  };
  const desk: Desk = {
    random,
    pick,
    chance: (share) => random() < share,
    stories,
    stranger: pool.at(-1) as Story,
    titleOf,
  };
  const [usual, seam] = pick(layout.gaps);
  const width = pick(layout.widths ?? [0]);
  const truth: Truth = { articles: [], noise: [] };
  const tags = new Set<string>([`titles ${style}`, ...(width > 0 ? ['hard-wrapped'] : [])]);
  const lines: string[] = [];
  const put = (print: Print, gap: number): void => {
    if (lines.length > 0) for (let i = 0; i < (print.gap ?? gap); i += 1) lines.push('');
    lines.push(...wrap(print.text, width, layout.hyphens === true, random));
    if (print.tag) tags.add(print.tag);
    if (print.as === 'noise') truth.noise.push({ text: print.text, tag: print.tag ?? 'noise' });
  };
  for (const print of layout.head?.(desk) ?? []) put(print, usual);
  for (const [at, story] of stories.entries()) {
    const printed = layout.item(story, desk, at);
    const prints = layout.columns ? spoil(printed, desk) : printed;
    prints.forEach((print, i) => {
      put(print, i === 0 ? seam : usual);
    });
    tags.add(story.kind);
    truth.articles.push({
      title: story.title,
      authors: layout.silent?.includes('by') || !story.by ? [] : [story.by],
      month: layout.silent?.includes('date') ? null : story.date.slice(0, 7),
      paragraphs: prints
        .filter((p) => p.as === 'body')
        .map((p) => p.truth ?? p.text)
        .filter(Boolean),
    });
  }
  for (const print of layout.foot?.(desk) ?? []) put(print, usual);
  let text = `${lines.join('\n')}\n`;
  if (random() < 0.15) {
    text = text.replaceAll('\n', '\r\n');
    tags.add('crlf');
  }
  return { name: `${layout.name}-${seed}.txt`, layout: layout.name, text, tags: [...tags], truth };
}
