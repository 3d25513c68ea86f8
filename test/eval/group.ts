/**
 * Grouping on labelled news: `npm run eval:group -- <folder of data>`. The folder holds `themes/bbc.jsonl`,
 * `themes/agnews.jsonl` (rows {id, title, text, label}) and `stories/basil.jsonl` (the same and `date`).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDuplicates } from '../../src/group/duplicates.ts';
import { type GroupInput, groupArticles } from '../../src/group/group.ts';
import { clusterStories } from '../../src/group/stories.ts';
import { storyVectors } from '../../src/group/story-vectors.ts';
import { readThemes } from '../../src/group/theme-reader.ts';
import { chooseTheme, OTHER_THEME } from '../../src/group/themes.ts';
import { readWords } from '../../src/group/words.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { tokenize } from '../../src/text/tokens.ts';
import type { ThemeDefinition } from '../../src/types.ts';

type Row = { id: string; title: string; text: string; label: string; date?: string };

const bbcThemes: ThemeDefinition[] = [
  {
    name: 'business',
    seeds:
      'economy, profit, shares, bank, company, sales, oil price, stock market, economic growth, investors',
  },
  {
    name: 'entertainment',
    seeds: 'film, music, actor, album, award, band, singer, comedy, festival, box office',
  },
  {
    name: 'politics',
    seeds: 'minister, election, labour, tory, parliament, party, government, voters, mp, home secretary',
  },
  { name: 'sport', seeds: 'match, coach, champion, player, team, football, rugby, tennis, injury, cup' },
  {
    name: 'tech',
    seeds: 'software, computer, internet, technology, users, broadband, mobile phone, online, web, gadget',
  },
].map(({ name, seeds }) => ({ name, seeds: seeds.split(', ') }));

const agThemes: ThemeDefinition[] = [
  {
    name: 'World',
    seeds: 'minister, troops, killed, iraq, peace talks, rebels, nuclear, palestinian, election, police',
  },
  { name: 'Sports', seeds: 'season, team, coach, cup, win, olympic, league, player, champion, night' },
  {
    name: 'Business',
    seeds: 'profit, shares, oil prices, stocks, economy, bank, investors, earnings, sales, airline',
  },
  {
    name: 'Sci/Tech',
    seeds: 'software, microsoft, internet, computer, space, scientists, web, phone, google, music',
  },
].map(({ name, seeds }) => ({ name, seeds: seeds.split(', ') }));

function readRows(folder: string, name: string): Row[] {
  const lines = readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean);
  return lines.map((line, i) => ({ ...(JSON.parse(line) as Row), id: String(i).padStart(5, '0') }));
}

function toInput({ id, title, text, date }: Row): GroupInput {
  const sentences = text.split('\n').flatMap((paragraph) =>
    splitSentences(paragraph, 'en').map(({ start, end }) => {
      const sentence = paragraph.slice(start, end);
      return { text: sentence, tokens: tokenize(sentence, 'en').map((token) => token.text) };
    }),
  );
  const stated = date === undefined ? null : { value: date };
  return {
    id,
    file: id,
    part: id,
    language: 'en',
    title: { text: title },
    sentences,
    date: stated,
    metadata: {},
  };
}

type Random = () => number;

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function createRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function sentencesOf(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => splitSentences(line, 'en').map(({ start, end }) => line.slice(start, end)));
}

function randomLetter(random: Random): string {
  return String.fromCharCode(97 + Math.floor(random() * 26));
}

/** Letters replaced, lost or doubled, as scanning does it. */
function scan(text: string, rate: number, random: Random): string {
  return text.replace(/[a-z]/giu, (letter) => {
    if (random() >= rate) return letter;
    const kind = random();
    return kind < 0.6 ? randomLetter(random) : kind < 0.8 ? '' : letter + randomLetter(random);
  });
}

function shuffle<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

const footer =
  'Sign up for our free newsletter and never miss a story again. Follow us on every channel and share this page ' +
  'with your friends. All rights reserved; no part of this page may be copied without written permission of the ' +
  'publisher. Contact the editors if you find a mistake in this article.';

/** What happens to copies of an article on their way. */
const perturbations: Record<string, (text: string, random: Random) => string> = {
  'boilerplate added': (text) => `${footer}\n${text}\n${footer}`,
  'first half only': (text) =>
    sentencesOf(text)
      .slice(0, Math.ceil(sentencesOf(text).length / 2))
      .join(' '),
  '30% of sentences dropped': (text, random) =>
    sentencesOf(text)
      .filter(() => random() > 0.3)
      .join(' '),
  'scanned, 3% noise': (text, random) => scan(text, 0.03, random),
  'scanned, 8% noise': (text, random) => scan(text, 0.08, random),
  '10% of words edited': (text, random) =>
    text.replace(/\p{L}+/gu, (word) => (random() < 0.1 ? `${randomLetter(random)}${word}x` : word)),
  'sentences shuffled': (text, random) => shuffle(sentencesOf(text), random).join(' '),
};

function print(name: string, figures: Record<string, number | string>): void {
  const cells = Object.entries(figures).map(
    ([key, value]) => `${key} ${typeof value === 'number' ? value.toFixed(4) : value}`,
  );
  process.stdout.write(`${name.padEnd(26)} ${cells.join('   ')}\n`);
}

function share<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.length === 0 ? 1 : items.filter(test).length / items.length;
}

/** Accuracy with and without the "Other" drawer, and of those that are not marked unsure. */
function evalThemes(name: string, rows: readonly Row[], themes: ThemeDefinition[]): void {
  const inputs = rows.map(toInput);
  const folded = new Set(findDuplicates(inputs, () => false).map(({ id }) => id));
  const kept = rows.filter(({ id }) => !folded.has(id));
  const sources = inputs
    .filter(({ id }) => !folded.has(id))
    .map((article) => ({ article, words: readWords(article), pinned: null }));
  const reader = readThemes(sources, themes);
  const judged = kept.map(({ label }, d) => {
    const shares = [...(reader.model.shares[d] ?? [])];
    const forced = themes[shares.indexOf(Math.max(...shares))]?.name;
    const { theme, reason } = chooseTheme([d], reader);
    return { label, forced, theme, unsure: reason.unsure };
  });
  const sure = judged.filter(({ unsure }) => !unsure);
  print(name, {
    articles: String(kept.length),
    accuracy: share(judged, (one) => one.forced === one.label),
    'with Other': share(judged, (one) => one.theme === one.label),
    Other: share(judged, (one) => one.theme === OTHER_THEME),
    sure: sure.length / judged.length,
    'accuracy of sure': share(sure, (one) => one.theme === one.label),
  });
}

/** B-cubed F1 (Bagga & Baldwin 1998). */
function bCubed(clusters: readonly (readonly number[])[], labels: readonly string[]): number {
  let precision = 0;
  let recall = 0;
  for (const cluster of clusters) {
    for (const member of cluster) {
      const same = cluster.filter((other) => labels[other] === labels[member]).length;
      precision += same / cluster.length / labels.length;
      recall += same / labels.filter((label) => label === labels[member]).length / labels.length;
    }
  }
  return (2 * precision * recall) / (precision + recall);
}

function evalStories(name: string, rows: readonly Row[], dateOf: (row: Row) => string | undefined): void {
  const inputs = rows.map((row) => {
    const date = dateOf(row);
    return { ...toInput(row), date: date === undefined ? null : { value: date } };
  });
  const { vectors } = storyVectors(inputs.map(readWords));
  const clusters = clusterStories(inputs, vectors, { together: [], apart: [] });
  const labels = rows.map((row) => row.label);
  print(name, { stories: String(clusters.length), 'B-cubed F1': bCubed(clusters, labels) });
}

/** 500 articles, and of each a damaged copy: recall of the pairs, precision of all folds. */
function evalDuplicates(rows: readonly Row[]): void {
  const inputs = rows.map(toInput);
  const known = new Set(findDuplicates(inputs, () => false).map(({ id }) => id));
  const base = rows.filter(({ id }) => !known.has(id)).filter((_, i) => i % 4 === 0);
  for (const [name, perturb] of Object.entries(perturbations)) {
    const random = createRandom(1);
    const copies = base.map((row) => ({ ...row, id: `${row.id}-copy`, text: perturb(row.text, random) }));
    const folds = findDuplicates([...base, ...copies].map(toInput), () => false);
    const right = folds.filter(({ id, of }) => id.slice(0, 5) === of.slice(0, 5));
    print(`duplicates ${name}`, {
      recall: right.length / base.length,
      precision: right.length / folds.length,
    });
  }
}

function evalSpeed(rows: readonly Row[], count: number): void {
  const inputs = Array.from({ length: count }, (_, i) => {
    const row = rows[i % rows.length];
    return {
      ...toInput(row ?? { id: '', title: '', text: '', label: '' }),
      id: String(i),
      date: { value: dayOf(i) },
    };
  });
  const start = performance.now();
  groupArticles(inputs, { themes: bbcThemes, merges: [], splits: [] });
  print(`grouping ${count} articles`, { seconds: ((performance.now() - start) / 1000).toFixed(1) });
}

function dayOf(i: number): string {
  return `2026-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')}`;
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: node test/eval/group.ts <folder of data>');
const bbc = readRows(folder, 'themes/bbc.jsonl');
const agnews = readRows(folder, 'themes/agnews.jsonl');
const basil = readRows(folder, 'stories/basil.jsonl');
evalThemes('themes BBC', bbc, bbcThemes);
evalThemes('themes AG News', agnews, agThemes);
evalStories('stories without dates', basil, () => undefined);
evalStories('stories with dates', basil, ({ date }) => date);
evalStories('stories in one month', basil, ({ date }) => date && `2026-05${date.slice(7)}`);
evalDuplicates(bbc);
evalSpeed(agnews, 1000);
evalSpeed(agnews, 5000);
