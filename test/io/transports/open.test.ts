import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseConfig } from '../../../src/io/config-file.ts';
import { type Environment, openTransport, smtpSettings } from '../../../src/io/transports/open.ts';
import type { Transport } from '../../../src/io/transports/transport.ts';
import { config, makeNewsletter } from '../../newsletter.ts';

function open(block: string, environment: Environment = {}, folder = makeNewsletter({})): Transport {
  return openTransport(parseConfig(`${config}\nsending: {${block}}\n`).config, folder, environment);
}

test('without a word of the config mails go into a Maildir of the newsletter', async () => {
  const folder = makeNewsletter({});
  const bytes = Buffer.from('Message-ID: <a@reed.example>\r\n\r\n\r\n');
  await open('', {}, folder).send({ envelope: { from: 'b@reed.example', to: 'a@reed.example' }, bytes });
  expect(readdirSync(join(folder, '.digestif/outbox/new'))).toEqual(['a@reed.example']);
});

const smtp = 'transport: smtp, host: smtp.reed.example';

test('each way out by its name', () => {
  expect(open(smtp).name).toBe('smtp');
  expect(open(`${smtp}, user: ada`, { DIGESTIF_SMTP_PASSWORD: 'geese' }).name).toBe('smtp');
  expect(open('transport: sendmail').name).toBe('sendmail');
  expect(open('transport: ses, region: eu-central-1').name).toBe('ses');
});

test('the port follows from the kind of TLS', () => {
  const portOf = (block: string): number =>
    smtpSettings(parseConfig(`${config}\nsending: {${smtp}, ${block}}\n`).config.sending, {}).port;
  expect([portOf(''), portOf('security: tls'), portOf('security: none'), portOf('port: 2525')]).toEqual([
    587, 465, 25, 2525,
  ]);
});

const oauth = 'oauth: {clientId: letter, tokenUrl: "https://login.reed.example/token"}';
const cases: [block: string, environment: Environment, code: string, words: RegExp][] = [
  ['transport: smtp', {}, 'not-ready', /host/],
  [`${smtp}, user: ada`, {}, 'secret-missing', /DIGESTIF_SMTP_PASSWORD/],
  [`${smtp}, user: ada, ${oauth}`, {}, 'secret-missing', /CLIENT_SECRET/],
  [`${smtp}, user: ada, ${oauth}`, { DIGESTIF_OAUTH_CLIENT_SECRET: 'x' }, 'secret-missing', /REFRESH_TOKEN/],
  [`${smtp}, user: ada, security: none`, { DIGESTIF_SMTP_PASSWORD: 'geese' }, 'not-ready', /TLS/],
];
test.each(cases)('{%s} %j is refused: %s', (block, environment, code, words) => {
  expect(() => open(block, environment)).toThrow(
    expect.objectContaining({
      diagnostics: [expect.objectContaining({ code, message: expect.stringMatching(words) })],
    }) as Error,
  );
});
