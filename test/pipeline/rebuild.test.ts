/** A rebuild gives the bytes of a fresh build, whatever was changed before. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { type Config, configSchema } from '../../src/config.ts';
import { type Cache, createCache } from '../../src/pipeline/cache.ts';
import { makeDigest } from '../../src/pipeline/digest.ts';
import { renderDigest } from '../../src/pipeline/rendering.ts';
import { ferry, oven, walk } from '../articles.ts';
import { makeNewsletterFiles } from '../bench/made-newsletter.ts';
import { createDice } from '../eval/dice.ts';

type State = {
  config: Config;
  files: { [path: string]: string };
  pages: { [issue: string]: string };
  templates: { [name: string]: string };
  ids: Map<string, string>;
};

const folder = join(import.meta.dirname, '../../templates');
const templates = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith('.hbs'))
    .map((name) => [basename(name, '.hbs'), readFileSync(join(folder, name), 'utf8')]),
);

function start(seed: number): State {
  const made = Object.entries(makeNewsletterFiles(6, 1, seed)).filter(([path]) =>
    path.startsWith('articles/'),
  );
  return {
    config: configSchema.parse({
      title: 'The Reed Post',
      url: 'https://reedpost.example/',
      sender: { name: 'The Reed Post', email: 'letter@reedpost.example' },
    }),
    files: {
      ...Object.fromEntries(made.map(([path, content]) => [path.slice('articles/'.length), content])),
      'ferry.md': ferry,
      'ferry-again.md': ferry.replace('https://courier.example', 'https://wire.example'),
      'oven.md': oven,
      'walk.md': walk,
    },
    pages: {},
    templates,
    ids: new Map(),
  };
}

async function build(state: State, cache?: Cache) {
  const files = Object.entries(state.files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, content]) => ({ path, bytes: Buffer.from(content) }));
  const pages = Object.entries(state.pages).map(([issue, text]) => ({
    file: `_issues/${issue}.md`,
    issue,
    text,
  }));
  const kept = cache ? { cache } : {};
  const input = { config: state.config, files, pages, seals: [], ids: state.ids, ...kept };
  const { value, diagnostics } = await makeDigest(input);
  const { config } = state;
  const options = { config, templates: state.templates, diagnostics, only: undefined, progress: () => {} };
  const rendered = await renderDigest(value, { ...options, ...kept });
  const { readings, parts, articles, idAdditions, groups } = value;
  return { rendered, diagnostics, digest: { readings, parts, articles, idAdditions, groups } };
}

type Dice = ReturnType<typeof createDice>;

function pickOf<T>(items: readonly T[], dice: Dice): T {
  return items[dice(items.length)] as T;
}

/** What an editor may do, by name; sometimes the last of it is undone first. */
const edits: { [name: string]: (state: State, dice: Dice, ids: readonly string[]) => State } = {
  'an article is changed': (state, dice) => {
    const path = pickOf(Object.keys(state.files), dice);
    const text = state.files[path] ?? '';
    const at = text.indexOf(' the ', dice(text.length));
    const changed = `${text.slice(0, at)} otherwise${text.slice(at)}`;
    return { ...state, files: { ...state.files, [path]: at < 0 ? `${text}\n` : changed } };
  },
  'an article is added': (state, dice) => {
    const other = pickOf(Object.keys(state.files), dice);
    const text = (state.files[other] ?? '')
      .replaceAll(' closed ', ' opened ')
      .replaceAll('example/', 'example/new-');
    return { ...state, files: { ...state.files, [`new-${dice(1000)}-${basename(other)}`]: text } };
  },
  'an article is deleted': (state, dice) => {
    const { [pickOf(Object.keys(state.files), dice)]: _, ...files } = state.files;
    return { ...state, files };
  },
  'an article is renamed': (state, dice) => {
    const path = pickOf(Object.keys(state.files), dice);
    const { [path]: text = '', ...files } = state.files;
    return { ...state, files: { ...files, [`old/${dice(1000)}-${basename(path)}`]: text } };
  },
  'an issue comes or goes': (state) => {
    const { 'later.md': later, ...files } = state.files;
    const text =
      '---\ndate: 2026-07-02\n---\n# Swans nest on the weir\n\nTwo swans built a nest on Thorn Weir in June.\n';
    return { ...state, files: later === undefined ? { ...files, 'later.md': text } : files };
  },
  "an editor's page is written": (state, dice, ids) => {
    const lines = [
      `pin: [${pickOf(ids, dice)}]`,
      `exclude: [${pickOf(ids, dice)}]`,
      `merge: [[${pickOf(ids, dice)}, ${pickOf(ids, dice)}]]`,
      `split: [[${pickOf(ids, dice)}, ${pickOf(ids, dice)}]]`,
      `move: { ${pickOf(ids, dice)}: Culture }`,
      `date: { ${pickOf(ids, dice)}: 2024-01-11 }`,
      `title: Number ${dice(100)}`,
    ];
    const page = `---\n${pickOf(lines, dice)}\n---\nDear readers of week ${dice(50)}.\n`;
    return { ...state, pages: { ...state.pages, '2024-01': page } };
  },
  'the config is changed': (state, dice) => {
    const changes = [
      { title: `The Reed Post ${dice(10)}` },
      { highlights: 1 + dice(4) },
      { highlightWords: 60 + dice(60) },
      {
        themes: [
          { name: 'Water', seeds: ['ferry', 'harbour', 'river'] },
          { name: 'Town', seeds: ['council'] },
        ],
      },
      { timeZone: pickOf(['Pacific/Auckland', 'UTC'], dice) },
      { language: pickOf(['de', 'en'], dice) },
      { limits: { ...state.config.limits, emailBytes: 40_000 + dice(60_000) } },
      { feed: { limit: 1 + dice(2) } },
    ];
    return { ...state, config: { ...state.config, ...pickOf(changes, dice), ...pickOf(changes, dice) } };
  },
  'a template is changed': (state, dice) => {
    const name = pickOf(['web-foot', 'page', 'feed-entry', 'report'], dice);
    return {
      ...state,
      templates: { ...state.templates, [name]: `${state.templates[name]}<!-- ${dice(9)} -->` },
    };
  },
  'the ids are written down': (state) => state,
};

const sequences = 'a rebuild gives the bytes of a fresh build: sequence %s';

test.each([1, 3])(sequences, { timeout: 180_000 }, async (seed) => {
  const dice = createDice(seed);
  const cache = createCache();
  const history = [start(seed)];
  const kinds = Object.entries(edits);
  for (let step = 0; step <= kinds.length; step += 1) {
    const [name, edit] = kinds[(step * 4 + seed) % kinds.length] ?? pickOf(kinds, dice);
    const state = history.at(-1 - dice(Math.min(2, history.length))) ?? start(seed);
    const [rebuilt, fresh] = [await build(state, cache), await build(state)];
    expect(rebuilt, `step ${step}`).toEqual(fresh);
    const next = edit(
      state,
      dice,
      fresh.digest.articles.map(({ id }) => id),
    );
    history.push({
      ...next,
      ids: name.includes('ids') ? new Map([...state.ids, ...fresh.digest.idAdditions]) : next.ids,
    });
  }
});

test('one edited article leaves the rest as it was', async () => {
  const cache = createCache();
  const state = start(1);
  const before = await build(state, cache);
  const files = { ...state.files, 'oven.md': `${oven}\nThe baker of High Fen keeps the old oven warm.\n` };
  const after = await build({ ...state, files }, cache);
  const articles = before.digest.articles.filter((article) => !after.digest.articles.includes(article));
  expect(articles.map(({ file }) => file)).toEqual(['oven.md']);
  // The undated article stands in the report of every issue.
  const changed = [...after.rendered.files].filter(
    ([name, content]) => before.rendered.files.get(name) !== content,
  );
  expect(
    changed.map(([name]) => name).filter((name) => name.endsWith('.html') && !name.includes('report')),
  ).toEqual([]);
});
