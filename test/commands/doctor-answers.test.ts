import { expect, test } from 'vitest';
import { checkAnswers } from '../../src/commands/doctor-answers.ts';
import { configSchema } from '../../src/config.ts';
import { makeNewsletter } from '../newsletter.ts';

const base = {
  title: 'The Reed Post',
  url: 'https://reedpost.net',
  description: 'Reeds and rails of the lower Ash.',
  sender: { name: 'The Reed Post', email: 'letter@reedpost.net' },
};
const maildir = { mailbox: 'maildir', path: 'returned' };
const imap = { mailbox: 'imap', host: 'imap.reedpost.net', user: 'letter' };
const serve = { url: 'https://letters.reedpost.net' };

function look(more: object, env = {}): string[] {
  const folder = makeNewsletter({ 'returned/new/1': 'a mail' });
  const findings = checkAnswers(configSchema.parse({ ...base, ...more }), folder, env);
  return findings.map(({ about, said, fault }) => `${fault?.code ?? 'ok'} ${about}: ${said}`);
}

test.each<[object, string[]]>([
  [{ serve }, ['ok leaving: by one click, at https://letters.reedpost.net']],
  [
    { serve: { url: 'http://letters.reedpost.net' } },
    ['no-one-click leaving: serve.url is http://letters.reedpost.net, and one click needs https'],
  ],
  [
    {},
    [
      'no-one-click leaving: without serve.url readers can leave by mail only, and no bounces: says where that arrives',
    ],
  ],
  [
    { bounces: maildir },
    [
      'ok leaving: without serve.url readers can leave by mail only: let digestif bounces (or run) run every day',
      'ok bounces: are read from returned',
    ],
  ],
  [
    { serve, bounces: { ...maildir, path: 'nowhere' } },
    [expect.stringMatching(/^ok /), 'mailbox-unread bounces: bounces.path nowhere does not exist'],
  ],
  [
    { serve, bounces: { mailbox: 'mbox' } },
    [expect.stringMatching(/^ok /), 'not-ready bounces: bounces.path is missing'],
  ],
  [
    { serve, bounces: imap },
    [expect.stringMatching(/^ok /), expect.stringMatching(/^secret-missing bounces/)],
  ],
])('%j', (more, said) => expect(look(more)).toEqual(said));

test('an IMAP server with its password', () => {
  expect(look({ serve, bounces: imap }, { DIGESTIF_IMAP_PASSWORD: 'geese' })[1]).toBe(
    'ok bounces: are read from the IMAP server',
  );
});
