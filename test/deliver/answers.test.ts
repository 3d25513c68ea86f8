import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { answerMail } from '../../src/deliver/answers.ts';
import { readMessageId, readReturnPath } from '../../src/deliver/traces.ts';
import { site } from '../render/fixture.ts';
import { ed25519, rsa, verify } from './keys.ts';

const id = '00112233445566778899aabbccddeeff';
const args = {
  site: { ...site, replyTo: 'desk@lantern.example' },
  content: { subject: 'Prüfen Sie: A', html: '<p>Ja</p>', text: 'Ja\n' },
  to: { id, email: 'Ida+news@pond.example' },
  list: { returnPath: 'bounces@lantern.example' },
  dkim: [rsa, ed25519],
  date: new Date('2026-06-01T06:00:00Z'),
  nonce: 'mb1x7f',
};

test('the mail is for one person, and nothing of a list', async () => {
  const mail = answerMail(args);
  const read = await PostalMime.parse(mail.bytes);
  expect(read.to).toMatchObject([{ address: 'Ida+news@pond.example', name: '' }]);
  expect(read.from).toMatchObject({ address: 'letter@lantern.example' });
  expect(read).toMatchObject({
    subject: 'Prüfen Sie: A',
    messageId: `<answer.mb1x7f.${id}@lantern.example>`,
  });
  expect([read.text?.trim(), read.html?.trim()]).toEqual(['Ja', '<p>Ja</p>']);
  const fields = read.headers.map(({ key }) => key);
  expect(fields).toContain('auto-submitted');
  expect(fields.filter((name) => /^(?:list-|precedence|feedback)/u.test(name))).toEqual([]);
});

test('it is signed, and a bounce of it finds the reader', async () => {
  const { bytes, envelope, messageId } = answerMail(args);
  expect(await verify(bytes, [rsa, ed25519])).toEqual(['pass', 'pass']);
  expect(envelope.to).toBe('Ida+news@pond.example');
  expect(readReturnPath(envelope.from, 'bounces@lantern.example')?.subscriber).toBe(id);
  expect(readMessageId(messageId)?.subscriber).toBe(id);
});

test('an address that cannot stand in a mail is refused', () => {
  expect(() => answerMail({ ...args, to: { id, email: 'a\r\nBcc: b@c.example' } })).toThrow(RangeError);
});
