/** A story of one article, for the tests of what is chosen from stories. */
import { highlightOf } from '../../src/compose/highlights.ts';
import type { Told } from '../../src/compose/stories.ts';
import type { AnalyzedArticle, Sentence } from '../../src/types.ts';
import { makeTestStory } from '../made-articles.ts';

/** `shown` sentences, one by one, are its highlights. */
export function tellArticle(article: AnalyzedArticle, shown: readonly Sentence[] = []): Told {
  const highlights = shown.map((sentence) => highlightOf(article, [sentence]));
  return {
    story: makeTestStory({ id: article.id, title: article.title.text, highlights }),
    theme: 'Tide',
    group: {
      articles: [article.id],
      folded: [],
      shared: [],
      theme: 'Tide',
      themeReason: { words: [], runnerUp: null, margin: 1, unsure: false, rule: 'seeds' },
    },
    members: [article.id],
    reasons: [],
    chosen: false,
  };
}
