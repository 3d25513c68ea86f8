import { diagnose } from '../errors.ts';
import type { Diagnostic, StoryGroup, ThemeSuggestion } from '../types.ts';
import type { IdPair } from './editor-rules.ts';
import type { GroupInput } from './words.ts';

export function reportContradictions(pairs: readonly IdPair[]): Diagnostic[] {
  return pairs.map(([a, b]) =>
    diagnose('editor-unmatched', `"${a}" and "${b}" are both merged and split; they stay apart.`, {
      hint: 'Take one of the two entries out.',
    }),
  );
}

/** What an editor may want to look at: folded copies and themes chosen by a narrow margin. */
export function reportGroups(groups: readonly StoryGroup[], articles: readonly GroupInput[]): Diagnostic[] {
  const files = new Map(articles.map(({ id, file }) => [id, file]));
  return groups.flatMap((group) => [...reportFolds(group, files), ...reportTheme(group, files)]);
}

/** Themes the config may want. */
export function reportSuggestions(suggestions: readonly ThemeSuggestion[]): Diagnostic[] {
  return suggestions.map(({ words, articles }) =>
    diagnose(
      'theme-suggested',
      `${articles.length} articles without a seed of any theme hang together: ${words.join(', ')}.`,
      {
        hint: `A theme for them would have \`seeds: [${words.join(', ')}]\`. They are: ${articles.join(', ')}.`,
      },
    ),
  );
}

function reportFolds({ folded }: StoryGroup, files: ReadonlyMap<string, string>): Diagnostic[] {
  return folded.map(({ id, of, containment }) =>
    diagnose(
      'folded',
      `"${id}" repeats ${Math.round(containment * 100)}% of "${of}" and was folded into it.`,
      {
        file: files.get(id) ?? '',
        hint: 'To keep both as stories of their own, split them in the editor’s page.',
      },
    ),
  );
}

function reportTheme(
  { articles, theme, themeReason }: StoryGroup,
  files: ReadonlyMap<string, string>,
): Diagnostic[] {
  const [id = ''] = articles;
  if (!themeReason.unsure) return [];
  const { runnerUp } = themeReason;
  const second = runnerUp === null ? '' : `; the next best is "${runnerUp}"`;
  return [
    diagnose('theme-unsure', `"${id}" went to "${theme}" by a narrow margin${second}.`, {
      file: files.get(id) ?? '',
      hint: `To decide, write into the editor's page: \`move: { ${id}: ${runnerUp ?? theme} }\``,
    }),
  ];
}
