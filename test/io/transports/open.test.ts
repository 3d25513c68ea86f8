import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseConfig } from '../../../src/io/config-file.ts';
import { openTransport } from '../../../src/io/transports/open.ts';
import { config, makeNewsletter } from '../../newsletter.ts';

test('without a word of the config mails go into a Maildir of the newsletter', async () => {
  const folder = makeNewsletter({});
  const transport = openTransport(parseConfig(config).config, folder, {});
  const bytes = Buffer.from('Message-ID: <a@reed.example>\r\n\r\n\r\n');
  await transport.send({ envelope: { from: 'b@reed.example', to: 'a@reed.example' }, bytes });
  expect(readdirSync(join(folder, '.digestif/outbox/new'))).toEqual(['a@reed.example']);
});
