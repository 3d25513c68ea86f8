import { diagnose } from '../errors.ts';
import { compareText } from '../text/ids.ts';
import { countValues } from '../text/vectors.ts';
import type { Diagnostic, StoryGroup, ThemeDefinition } from '../types.ts';
import { readSeeds } from './seeds.ts';
import { NOTHING_MATCHED, SURE_MARGIN } from './themes.ts';
import type { GroupInput } from './words.ts';

/** From so many stories on, those in languages of which most hold no seed are one note. */
const LEAST_STORIES = 2;

const languageNames = new Intl.DisplayNames('en', { type: 'language' });

/** Themes that little speaks for, each with what the editor can write. */
export function reportThemes(groups: readonly StoryGroup[], articles: readonly GroupInput[]): Diagnostic[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const languageOf = ({ articles: [id = ''] }: StoryGroup): string => byId.get(id)?.language ?? '';
  const open = groups.filter(({ themeReason }) => themeReason.unsure);
  const seedless = open.filter(({ themeReason }) => themeReason.rule === NOTHING_MATCHED);
  const all = countValues(groups.map(languageOf));
  const without = countValues(seedless.map(languageOf));
  const foreign = [...without].filter(([language, n]) => n > (all.get(language) ?? 0) / 2);
  const many = foreign.reduce((sum, [, n]) => sum + n, 0) >= LEAST_STORIES;
  const languages = many ? foreign.map(([language]) => language) : [];
  const together = new Set(seedless.filter((group) => languages.includes(languageOf(group))));
  const rest = open.filter((group) => !together.has(group));
  return [
    ...rest.map((group) => reportTheme(group, byId)),
    ...(many ? [reportSeedless([...together], languages)] : []),
  ];
}

function reportSeedless(groups: readonly StoryGroup[], languages: readonly string[]): Diagnostic {
  const ids = groups.map(({ articles: [id = ''] }) => id);
  const names = languages.map(nameOf).sort(compareText);
  return diagnose(
    'theme-unsure',
    `${ids.length} stories in ${names.join(', ')} hold no seed of any theme and went to "${groups[0]?.theme}".`,
    {
      hint: `Give the themes seeds in these languages, or write into the editor's page: \`move: { <id>: <theme> }\`. They are: ${ids.join(', ')}.`,
    },
  );
}

/** What is no tag of a language has no name. */
function nameOf(language: string): string {
  return (
    (/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(language) && languageNames.of(language)) || 'other languages'
  );
}

function reportTheme(
  { articles, theme, themeReason }: StoryGroup,
  byId: ReadonlyMap<string, GroupInput>,
): Diagnostic {
  const [id = ''] = articles;
  const { rule, margin, words, runnerUp } = themeReason;
  const file = byId.get(id)?.file ?? '';
  const tell = (why: string, advice: string, target: string): Diagnostic =>
    diagnose('theme-unsure', `"${id}" went to "${theme}" ${why}.`, {
      file,
      hint: `${advice}, write into the editor's page: \`move: { ${id}: ${target} }\``,
    });
  if (rule === NOTHING_MATCHED)
    return tell('since it holds no seed of any theme', 'To place it', runnerUp ?? '<theme>');
  if (margin < SURE_MARGIN && runnerUp !== null)
    return tell(`by a narrow margin; the next best is "${runnerUp}"`, 'To decide', runnerUp);
  const little =
    words.length === 0
      ? 'no word speaks for it'
      : `only ${words.length === 1 ? 'one word speaks' : 'these words speak'} for it: ${words.join(', ')}`;
  // This, too, settles it: the editor has looked.
  return tell(`though ${little}`, 'If it belongs there, or under another theme', theme);
}

/**
 * Seeds of several themes that are written differently and read as one word, as "C" and "C++" are: it speaks for all
 * of them, which is for none. `language` is that of most articles.
 */
export function reportSeeds(themes: readonly ThemeDefinition[], language: string): Diagnostic[] {
  const written = new Map<string, { seed: string; theme: string }[]>();
  for (const { name, seeds } of themes) {
    for (const seed of seeds) {
      const [key] = readSeeds([{ name, seeds: [seed] }], language).themes.keys();
      if (key === undefined) continue;
      written.set(key, [...(written.get(key) ?? []), { seed, theme: name }]);
    }
  }
  return [...written].flatMap(([key, seeds]) => {
    const forms = new Set(seeds.map(({ seed }) => seed.toLowerCase()));
    if (forms.size < 2 || new Set(seeds.map(({ theme }) => theme)).size < 2) return [];
    const list = seeds.map(({ seed, theme }) => `"${seed}" of "${theme}"`).join(', ');
    return [
      diagnose('shared-seed', `The seeds ${list} are read as the same: "${key}".`, {
        hint: 'A seed that several themes have decides nothing; put others beside it.',
      }),
    ];
  });
}
