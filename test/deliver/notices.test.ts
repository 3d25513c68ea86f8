import { expect, test } from 'vitest';
import { noticeOf } from '../../src/deliver/notices.ts';

const facts = { newsletter: 'Reed & Co', key: '2026-05', title: 'Goats <again>', stories: 3 };

test('the editor is told what waits, and what to do', () => {
  const { subject, text, html } = noticeOf({ ...facts, until: '2026-06-08 07:00' });
  expect(subject).toBe('Reed & Co: 2026-05 waits to be approved');
  expect(text).toContain('"Goats <again>", 3 stories.');
  for (const command of ['preview', 'approve 2026-05', 'send 2026-05'])
    expect(text).toContain(`digestif ${command}`);
  expect(text).toContain('Approved before 2026-06-08 07:00, it is sent by itself');
  expect(html).toContain('Goats &lt;again&gt;');
  expect(html).not.toMatch(/<img|https?:/u);
});

test('too late to go by itself', () => {
  expect(noticeOf({ ...facts, stories: 1, until: null }).text).toMatch(
    /1 story\.[\s\S]*too late[\s\S]*digestif send 2026-05/u,
  );
});
