import { expect, test } from 'vitest';
import { codeView, textView } from '../../../src/preview/pages/issue-code.ts';
import type { PreviewState } from '../../../src/preview/state.ts';

const message = 'Subject: =?UTF-8?Q?F=C3=A4hre?=\r\nContent-Type: text/plain\r\n\r\nOne\r\n';
const files = new Map<string, string>([
  ['k/email.html', '<p>One</p>\n<script>two</script>\n'],
  ['k/email.txt', 'One\n\nThree\n'],
  ['k/index.html', '<h1>Page</h1>'],
  ['k/email.eml', message],
]);
const state = { rendered: { issues: [], files, diagnostics: [] } } as unknown as PreviewState;

test('code is text, with an address for every line', async () => {
  const text = String(await codeView(state, 'k', 'html'));
  expect(text).toContain('<li id="L2"><code>&lt;script&gt;two&lt;/script&gt;</code>');
  expect(text).not.toContain('id="L3"');
  expect(text).toContain('32 bytes');
  expect(String(await codeView(state, 'k', 'page-html'))).toContain('&lt;h1&gt;Page');
  expect(String(await codeView(state, 'k', 'message'))).toContain('=?UTF-8?Q?F=C3=A4hre?=');
});

test('headers as they read, and where they stand', async () => {
  const text = String(await codeView(state, 'k', 'headers'));
  expect(text).toContain('<td>Fähre</td>');
  expect(text).toContain('href="/issues/k/message/#L1"');
});

test('every line of the text part, empty ones too', async () => {
  const text = String(await textView(state, 'k'));
  expect(text).toContain('<li id="L2"><code></code>');
  expect(text).toContain('<li id="L3"><code>Three</code>');
});
