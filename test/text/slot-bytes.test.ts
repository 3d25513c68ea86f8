import { expect, test } from 'vitest';
import { escapeHtml } from '../../src/text/markup.ts';
import { slotBytes } from '../../src/text/slot-bytes.ts';

test('a link with a long token fits, escaped', () => {
  const link = `https://a-rather-long-host-name.newsletters.example/unsubscribe?issue=2026-05&token=${'x'.repeat(200)}`;
  expect(Buffer.byteLength(escapeHtml(link))).toBeLessThanOrEqual(slotBytes.unsubscribe);
});
