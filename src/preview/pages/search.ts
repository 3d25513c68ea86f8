import { html } from 'hono/html';
import { storiesOf } from '../../proof/verify.ts';
import type { Issue, Story } from '../../types.ts';
import { issuePath, sourcePath } from '../addresses.ts';
import { findWords, type Hit, matches, parseQuery, type Query, searchArticles } from '../search.ts';
import { indexSources } from '../source-index.ts';
import type { PreviewState } from '../state.ts';
import { count, formatNumber, type Html, type PreviewPage } from './page.ts';

/** Results of a kind that are shown; their number is said. */
const shown = { stories: 20, articles: 50, files: 20 };

/** Stories, articles with their sentences, and files that hold every word. Without a query: what a search needs. */
export function searchPage(state: PreviewState, query: string | null): PreviewPage {
  const words = parseQuery(query ?? '');
  const title = words.length === 0 ? 'Search' : `Search: ${query}`;
  const body = html`<div class="pane"><div class="content results">
<h1>Search</h1>
${query === null ? unavailable() : html`${form(query)}${words.length === 0 ? help() : results(state, words)}`}
</div></div>`;
  return { title, nav: 'search', body };
}

function unavailable(): Html {
  return html`<p>These pages are an export, which cannot search. The running preview can: <code>digestif preview</code>.</p>`;
}

function form(query: string): Html {
  return html`<form class="find" action="/search/"><input type="search" name="q" value="${query}" aria-label="Words to search for"><button type="submit">Search</button></form>
`;
}

function help(): Html {
  return html`<p class="soft">Finds articles, stories, sentences and files that hold every word. Words between quotation marks are looked for as they stand.</p>`;
}

function results(state: PreviewState, query: Query): Html {
  const hits = searchArticles(state.digest.articles, query);
  const stories = state.rendered.issues.flatMap(({ issue }) =>
    storiesOf(issue)
      .filter(({ title }) => matches(title, query))
      .map((story) => ({ issue, story })),
  );
  const files = state.digest.readings.filter(({ file }) => matches(file, query)).map(({ file }) => file);
  if (hits.length + stories.length + files.length === 0)
    return html`<p role="status">Nothing holds ${query.length === 1 ? 'this word' : 'all these words'}.</p>`;
  return html`<p class="soft" role="status">${count(stories.length, 'story', 'stories')}, ${count(hits.length, 'article', 'articles')} and ${count(files.length, 'file', 'files')}.</p>
${section('stories', 'Stories', stories.reverse(), shown.stories, (own) => storyRow(own, query))}
${section('articles', 'Articles', hits, shown.articles, (hit) => articleRow(hit, state, query))}
${section('files', 'Files', files, shown.files, (file) => html`<a href="${sourcePath(file)}">${marked(file, query)}</a>`)}`;
}

function section<T>(
  id: string,
  name: string,
  all: readonly T[],
  limit: number,
  row: (entry: T) => Html,
): Html | string {
  if (all.length === 0) return '';
  const more = all.length - limit;
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${name}</h2>
<ul class="rows">
${all.slice(0, limit).map(
  (entry) => html`<li>${row(entry)}</li>
`,
)}</ul>
${more > 0 ? html`<p class="soft">And ${formatNumber(more)} more: another word would narrow it.</p>` : ''}
</section>
`;
}

function storyRow({ issue, story }: { issue: Issue; story: Story }, query: Query): Html {
  return html`<p class="row-head"><a href="${issuePath(issue.key)}"><bdi>${marked(story.title, query)}</bdi></a> <span class="file soft">${issue.label}</span></p>`;
}

function articleRow({ article, sentences }: Hit, { digest }: PreviewState, query: Query): Html {
  const index = indexSources(digest);
  const date = article.date?.value ?? 'undated';
  return html`<p class="row-head"><a href="${index.articleAddress(article)}"><bdi>${marked(article.title.text, query)}</bdi></a> <span class="file soft">${article.file}, ${date}</span></p>
${sentences.map((sentence) => {
  const address = index.address(article.file, article.partName, sentence.ranges);
  const text = marked(sentence.text, query);
  return html`<p class="hit" dir="auto">${address === null ? text : html`<a href="${address}">${text}</a>`}</p>
`;
})}`;
}

/** A text with the words of the query marked in it. */
function marked(text: string, query: Query): Html[] {
  const pieces: Html[] = [];
  let at = 0;
  for (const { start, end } of findWords(text, query)) {
    pieces.push(html`${text.slice(at, start)}<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  return [...pieces, html`${text.slice(at)}`];
}
