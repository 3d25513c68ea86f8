import { expect, test } from 'vitest';
import { listsArticles } from '../../../src/ingest/html/listing.ts';
import { parsePage } from '../../../src/ingest/html/tree.ts';
import { prose } from './pages.ts';

const whole = `<article><h2>A light</h2>${`<p>${prose(1)}</p>`.repeat(6)}</article>`;
const teaser = `<article><h3>A boat</h3><p>It sank.</p></article>`;

const post = whole.replace('<article>', '<div class="post hentry">').replace('</article>', '</div>');
const teaserPost = '<div class="post"><h3>A boat</h3><p>It sank.</p></div>';

test.each([
  ['two whole ones', whole + whole, true],
  ['one and its teasers', whole + teaser.repeat(6), false],
  ['one within another', whole.replace('</article>', `${whole}</article>`), false],
  ['two posts of a blog', post + post, true],
  ['a page that says it is one', `<meta property="og:type" content=article>${post}${post}`, false],
  ['a post and short ones', post + teaserPost.repeat(5), false],
  ['none', '<p>x', false],
])('%s', (_, html, lists) => expect(listsArticles(parsePage(html))).toBe(lists));
