import { type PageText, readText } from '../../../src/ingest/html/page-text.ts';
import { elementsIn, parsePage, type Tree, type TreeElement } from '../../../src/ingest/html/tree.ts';

/** A sentence long enough to be prose, different for each number. */
export function prose(n: number): string {
  return `In year ${n} the keeper of the light wrote down the height of the tide at every hour, and once a week, on paper number ${n}, he sent the figures to the harbour office by boat.`;
}

export function open(html: string): { tree: Tree; page: PageText; elements: TreeElement[] } {
  const tree = parsePage(html);
  return { tree, page: readText(tree), elements: elementsIn(tree) };
}

/** A page of an invented paper with all that pages have around an article. */
export const harbourPage = `<!doctype html><html lang="en-GB"><head><title>The light goes out | Harbour Post</title>
<link rel="canonical" href="https://post.example/light"><meta property="og:site_name" content="Harbour Post">
<meta property="article:section" content="Coast"><meta property="og:title" content="The light goes out">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"The light goes out",
"author":{"@type":"Person","name":"Ada Quill"},"datePublished":"2026-03-04T08:00:00Z","dateModified":"2026-03-05"}]}</script>
<link rel="license" href="https://licence.example/by"></head>
<body><nav><ul><li><a href="/">Front page</a></li><li><a href="/w">Weather</a></li><li><a href="/s">Ships</a></li></ul></nav>
<article><h1>The light goes out</h1><p class="byline">By Ada Quill</p>
<div class="share-bar"><a href="#">Send to a friend</a></div>
<p>${prose(1901)}</p>
<p>The lamp, he <i>said</i>, was <b>Fish &amp; Sons&rsquo;</b> best. ${prose(1902)}</p>
<figure><img src="a.jpg" alt="The lamp"><figcaption>The lamp in its room. Photo: B. Lens</figcaption></figure>
<h2>The last night</h2><p>${prose(1903)}</p><blockquote><p>${prose(1904)}</p></blockquote>
<div class="related"><h3>Related</h3><ul><li><a href="/1">A boat is lost</a></li><li><a href="/2">A boat is found</a></li></ul></div>
<p>${prose(1905)}</p></article>
<section id="comments"><h3>Comments</h3><p>Nobody asked me, but I liked the old lamp better than the new one, by far.</p></section>
<footer><p>Harbour Post, Pier 4. All rights kept.</p></footer><script>var hidden = 'never shown';</script></body></html>`;
