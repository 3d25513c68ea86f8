import { expect, test } from 'vitest';
import { loadMailing } from '../../src/commands/mailing.ts';
import { prepareMail, requireSeal, requireWay } from '../../src/commands/send-prepare.ts';
import { openMaildir } from '../../src/io/transports/file.ts';
import { makeNewsletter } from '../newsletter.ts';
import { sendable } from './sendable.ts';

test('the mail is made from the seal alone, the articles may be gone', async () => {
  const folder = await sendable([]);
  const mailing = loadMailing(folder, process.env);
  const mail = await prepareMail(folder, mailing, requireSeal(folder, '2026-05'));
  expect(mail.issue).toMatchObject({ key: '2026-05', sealed: true });
  expect(mail.list).toEqual(mailing.list);
});

test('a way that does not work is told before the first mail', async () => {
  const folder = makeNewsletter({ outbox: 'a file' });
  await expect(requireWay(openMaildir(`${folder}/outbox`))).rejects.toMatchObject({
    diagnostics: [{ code: 'smtp-login' }],
  });
  await requireWay(openMaildir(`${folder}/other`));
});
