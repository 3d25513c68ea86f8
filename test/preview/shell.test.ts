import { html } from 'hono/html';
import { expect, test } from 'vitest';
import { withoutLive } from '../../src/preview/pages/page.ts';
import { renderShell } from '../../src/preview/shell.ts';
import { marsh } from '../articles.ts';
import { buildState } from './stage.ts';

const page = { title: 'One <b>', nav: 'overview', body: html`<p>Body</p>` } as const;
const state = await buildState(marsh);

test('bar, navigation and page; what is open is marked once', async () => {
  const live = { address: '/source/ferry.md/', live: { turn: 'a-1' }, overlay: html`<p>Overlay</p>` };
  const text = await renderShell(state, page, live);
  expect(text).toContain('<title>One &lt;b&gt; · The Reed Post · Digestif</title>');
  expect(text).toContain('<meta name="digestif-turn" content="a-1">');
  expect(text.match(/aria-current="page"/gu)).toHaveLength(1);
  expect(text).toContain('<div id="overlay"><p>Overlay</p></div>');
});

test('exported, it has neither script nor search nor watch', async () => {
  const text = withoutLive(await renderShell(state, page, { address: '/', live: null, overlay: null }));
  expect(text).not.toMatch(/<script|<form|<dialog|Watching/u);
});

test('before the first build there is a page too', async () => {
  const text = await renderShell(null, page, { address: '/', live: { turn: 'a-0' }, overlay: null });
  expect(text).toContain('<title>One &lt;b&gt; · Digestif</title>');
});
