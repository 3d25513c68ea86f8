import { html } from 'hono/html';
import { expect, test } from 'vitest';
import { count, formatNumber, liveOnly, withoutLive } from '../../../src/preview/pages/page.ts';

test('numbers are English on every machine', () => {
  expect(formatNumber(1234567)).toBe('1,234,567');
  expect([count(1, 'story', 'stories'), count(1200, 'story', 'stories')]).toEqual([
    '1 story',
    '1,200 stories',
  ]);
});

test('what is live goes, and a text that looks like the mark stays', async () => {
  const text = '<!--live-->words<!--/live-->';
  const page = String(
    await html`<p>${text}</p>${liveOnly(html`<form></form>`)}<p>end</p>${liveOnly(html`<i></i>`)}`,
  );
  expect(withoutLive(page)).toBe('<p>&lt;!--live--&gt;words&lt;!--/live--&gt;</p><p>end</p>');
});
