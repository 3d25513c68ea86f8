import { expect, test } from 'vitest';
import { renderAnswerMail } from '../../src/render/confirm-mail.ts';
import { ourTemplates, site } from './fixture.ts';
import { complaintsOf } from './html-rules.ts';

const link = 'https://lantern.example/mail/confirm/1.abc.c';
const templates = ourTemplates();
const confirm = renderAnswerMail({ kind: 'confirm', days: 7 }, link, site, templates);
const already = renderAnswerMail({ kind: 'already' }, link, site, templates);

test('the text part, to the sign', () => {
  expect(confirm.subject).toBe('Please confirm: The Lantern Quarter');
  expect(confirm.text).toBe(`The Lantern Quarter

Somebody asked for “The Lantern Quarter” to be sent to this address. If
it was you, please confirm:

${link}

The link works for 7 days and opens a page with a button.

If it was not you, do nothing. Nobody will know, and nothing else will
come of it.

-- 
Lantern Press, 3 Cooper Steps, Oreth Mouth
`);
});

test('both parts say the same, and lead to one place', () => {
  for (const { html, text, subject } of [confirm, already]) {
    const shown = html
      .replace(/<head>[\s\S]*<\/head>/u, '')
      .replace(/<[^>]+>/gu, ' ')
      .replace(/\s+/gu, ' ');
    for (const sentence of text.replace(link, '').replace('-- ', '').split(/\n\n+/u))
      expect(shown).toContain(sentence.replace(/\s+/gu, ' ').trim());
    expect([...html.matchAll(/(?:href|src)="([^"]*)"/gu)].map(([, to]) => to)).toEqual([link]);
    expect(html).toContain(`<title>${subject}</title>`);
  }
  expect(already.text).toContain('on the list already');
});

test('it is said in the language of the newsletter', () => {
  const german = renderAnswerMail(
    { kind: 'confirm', days: 1 },
    link,
    { ...site, language: 'de-AT' },
    templates,
  );
  expect(german.subject).toBe('Bitte bestätigen: The Lantern Quarter');
  expect(german.html).toContain('<html lang="de"');
  expect(german.text).toContain('1 Tag ');
});

test('every look has colours for light and dark', () => {
  for (const look of ['broadsheet', 'wire']) {
    const { html } = renderAnswerMail({ kind: 'already' }, link, site, ourTemplates(look));
    expect(html).toContain('prefers-color-scheme: dark');
    expect(html).not.toBe(already.html);
  }
});

test('it is HTML that mail programs can read', async () => {
  for (const { html } of [confirm, already]) expect(await complaintsOf(html, 'email')).toEqual([]);
});
