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

/** Folded copies, each by the file of the copy. */
export function reportFolds(groups: readonly StoryGroup[], articles: readonly GroupInput[]): Diagnostic[] {
  const files = new Map(articles.map(({ id, file }) => [id, file]));
  return groups.flatMap(({ folded }) =>
    folded.map(({ id, of, containment }) =>
      diagnose(
        'folded',
        `"${id}" repeats ${Math.round(containment * 100)}% of "${of}" and was folded into it.`,
        {
          file: files.get(id) ?? '',
          hint: 'To keep both as stories of their own, split them in the editor’s page.',
        },
      ),
    ),
  );
}
