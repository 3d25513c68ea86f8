import { expect, test } from 'vitest';
import { config, makeNewsletter } from '../newsletter.ts';
import { runDigestif } from '../run.ts';

const folder = makeNewsletter({ 'digestif.config.yaml': config });

const wrong: [line: string, words: RegExp][] = [
  ['send May', /An issue is named like/],
  ['send 2026-05 --rate fast', /A rate is a number/],
  ['send 2026-05 --rate 50', /such as 50\/s/],
  ['send --to me@reed.example', /which issue\?/],
  ['send --resume', /which issue\?/],
];
test.each(wrong)('digestif %s', async (line, words) => {
  const { code, err } = await runDigestif(folder, ...line.split(' '));
  expect([code, err]).toEqual([2, expect.stringMatching(words)]);
});

test('its help names every way', async () => {
  const { out } = await runDigestif(folder, 'send', '--help');
  for (const option of [
    '--to',
    '--dry-run',
    '--resume',
    '--retry-unknown',
    '--retry-failed',
    '--again',
    '--rate',
    '--status',
  ])
    expect(out).toContain(option);
});
