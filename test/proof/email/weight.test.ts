import { expect, test } from 'vitest';
import { weighMail } from '../../../src/proof/email/weight.ts';
import { makeBigIssue } from '../big-issue.ts';
import { good } from '../breaks.ts';
import { readSample, renderMailBytes } from '../mails.ts';

test('the sum is the size of the email, each part once, the largest first', async () => {
  for (const mail of [good, await renderMailBytes(makeBigIssue(150)), ...readSample()]) {
    const rows = weighMail(mail);
    expect(rows.reduce((sum, row) => sum + row.bytes, 0)).toBe(Buffer.byteLength(mail.html));
    expect(new Set(rows.map((row) => row.name)).size).toBe(rows.length);
    expect(rows.map((row) => row.bytes)).toEqual([...rows.map((row) => row.bytes)].sort((a, b) => b - a));
    for (const theme of mail.issue.themes) expect(rows.map((row) => row.name)).toContain(theme.name);
  }
});

function bytesOf(html: string, name: string): number {
  return weighMail({ html, issue: good.issue }).find((row) => row.name === name)?.bytes ?? 0;
}

test.each([
  ['Style sheets', '</style>', ' </style>'],
  ['Kilns & Trade', 'The first firing', 'The very first firing'],
  ['The lead', 'At a quarter past six', 'At a quarter past seven'],
  [
    'Addresses of links',
    'href="https://courier.example/2026/05/hail"',
    'href="https://courier.example/2026/05/hail-hail"',
  ],
  ['Addresses of sentences', '#:~:text=', '#:~:text=x'],
  ['Outlook’s comments', '<!--[if mso | IE]>', '<!--[if mso | IE]> '],
  ['Frame, letter and footer', 'Everything else below', 'Everything else here below'],
  ['Frame, letter and footer', 'You get this letter', 'You do get this letter'],
])('%s grows with what is put into it', (name, from, to) => {
  const changed = good.html.replace(from, to);
  expect(bytesOf(changed, name) - bytesOf(good.html, name)).toBe(changed.length - good.html.length);
  expect(changed.length).toBeGreaterThan(good.html.length);
});
