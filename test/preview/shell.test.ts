import { html } from 'hono/html';
import { expect, test } from 'vitest';
import { withoutLive } from '../../src/preview/pages/page.ts';
import { renderShell } from '../../src/preview/shell.ts';
import type { Diagnostic } from '../../src/types.ts';
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

test('what is wrong is said first: in the title, in the order of the keyboard, below the navigation', async () => {
  const wrong: Diagnostic = { code: 'config-invalid', severity: 'error', message: 'x' };
  const live = { address: '/', live: { turn: 'a-1' }, overlay: html`<p>Overlay</p>` };
  const errors = await renderShell({ ...state, diagnostics: [wrong, wrong] }, page, live);
  expect(errors).toContain('<title>2 errors · One');
  expect(errors).toContain('Built with 2 errors');
  const order = ['id="overlay"', 'class="skip"', 'class="bar"'].map((words) => errors.indexOf(words));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  const fault = await renderShell({ ...state, faults: [wrong] }, page, live);
  expect(fault).toContain('<title>1 fault · One');
  expect(fault).toContain('Not rebuilt: 1 fault');
});

test('exported, it has neither script nor search nor watch', async () => {
  const text = withoutLive(await renderShell(state, page, { address: '/', live: null, overlay: null }));
  expect(text).not.toMatch(/<script|<form|<dialog|Watching/u);
});

test('before the first build there is a page too', async () => {
  const text = await renderShell(null, page, { address: '/', live: { turn: 'a-0' }, overlay: null });
  expect(text).toContain('<title>One &lt;b&gt; · Digestif</title>');
});
