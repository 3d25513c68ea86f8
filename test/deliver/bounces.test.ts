import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswer } from '../../src/deliver/bounces.ts';
import * as mails from './returned.ts';
import { addresses, may, reader } from './returned.ts';

const read = (bytes: Uint8Array) => readAnswer(bytes, addresses);
const trace = { issue: '2026-05', subscriber: reader };

describe('what servers write', () => {
  test.each([
    ['Postfix', mails.postfix(may), 'hard', /^550 5\.1\.1 .*User unknown$/u],
    ['Exim', mails.exim(may), 'hard', /^5\.0\.0 550 Unrouteable address$/u],
    ['Exim without a report', mails.oldExim(may), 'hard', /550 5\.1\.1 no such user here$/u],
    ['qmail', mails.qmail(may), 'hard', /^Sorry, no mailbox here by that name\. \(#5\.1\.1\)$/u],
    ['Exchange', mails.exchange(may), 'hard', /^550 5\.1\.10 RESOLVER/u],
    ['Gmail', mails.gmail(may), 'hard', /does not exist\. .* 550 5\.1\.1 NoSuchUser - gsmtp$/u],
    ['SES', mails.ses(may), 'soft', /^550 4\.4\.7 Message expired/u],
    ['RFC 6533', mails.international(may), 'hard', /^550 5\.1\.1 Empfänger gänse@teich\.example unbekannt$/u],
    ['a complaint', mails.complaint(may), 'complaint', /^abuse: PondFBL\/1\.0$/u],
    ['a complaint taken back', mails.complaint(may, 'not-spam'), 'other', /^not-spam/u],
    ['Microsoft', mails.hotmail(may), 'complaint', /^complaint$/u],
    ['an absence', mails.absence(may), 'other', /^Automatic reply/u],
    ['a person', mails.reply(may), 'other', /^Re: The geese$/u],
  ] as const)('%s', async (_, bytes, kind, words) => {
    const answer = await read(bytes);
    expect(answer).toMatchObject({ kind, words: expect.stringMatching(words) });
    // SES has neither: only the link tells whose it was.
    expect(answer.traces).toEqual(kind === 'soft' ? [] : [trace]);
  });

  test('line ends of the network are no hindrance', async () => {
    const bytes = Buffer.from(mails.postfix(may).toString().replaceAll('\n', '\r\n'));
    expect(await read(bytes)).toMatchObject({ kind: 'hard', traces: [trace] });
  });

  test.each([
    ['delayed', '4.4.1', 'connect to mx.pond.example: Connection timed out', 'other'],
    ['delivered', '2.0.0', '250 2.0.0 ok', 'other'],
    ['relayed', '2.0.0', '250 2.0.0 ok', 'other'],
    ['failed', '4.4.1', 'connect to mx.pond.example: Connection timed out', 'soft'],
    ['failed', '5.2.2', '552 5.2.2 mailbox full', 'soft'],
    ['failed', '5.7.1', '550 5.7.1 message rejected: user unknown to our policy', 'soft'],
  ] as const)('%s with %s is as it says', async (action, code, diagnostic, kind) => {
    expect((await read(mails.postfix(may, { action, code, diagnostic }))).kind).toBe(kind);
  });

  test('qmail says the codes in its own way', async () => {
    expect(
      (await read(mails.qmail(may, 'Recipient’s mailbox is full, message returned. (#5.2.2)'))).kind,
    ).toBe('soft');
  });

  test('of several recipients, the one who did not get it counts', async () => {
    const status =
      'Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; a@x\nAction: relayed\nStatus: 2.0.0\n\nFinal-Recipient: rfc822; b@x\nAction: failed\nStatus: 5.1.1';
    expect((await read(mails.report({ to: mails.pathOf(may), status }))).kind).toBe('hard');
  });

  test('a report without anything in it is unsure', async () => {
    expect((await read(mails.report({ to: mails.pathOf(may), status: '' }))).kind).toBe('soft');
  });
});

describe('whose mail it was', () => {
  test.each([
    ['Delivered-To', 'Delivered-To'],
    ['X-Original-To', 'X-Original-To'],
    ['Envelope-To', 'Envelope-To'],
  ])('by %s', async (name) => {
    const bytes = mails.report({
      to: 'root@reed.example',
      status: 'Action: failed\nStatus: 5.1.1',
      head: [`${name}: ${mails.pathOf(may)}`],
    });
    expect((await read(bytes)).traces).toEqual([trace]);
  });

  test('the return path goes before the mail that came back', async () => {
    const other = { ...may, subscriber: 'ff'.repeat(16) };
    const bytes = mails.report({
      to: mails.pathOf(may),
      status: 'Action: failed\nStatus: 5.1.1',
      returned: mails.headerOf(other),
    });
    expect((await read(bytes)).traces).toEqual([trace, { ...trace, subscriber: other.subscriber }]);
  });

  test('the link in the returned mail is found, once', async () => {
    const token = `1.${'a'.repeat(43)}.${reader}.2026-05..u`;
    expect((await read(mails.ses({ ...may, token }))).tokens).toEqual([token]);
  });

  test('no mail can claim without end', async () => {
    const ids = Array.from({ length: 5000 }, (_, i) => `<2026-05.x.${i}@reed.example>`).join('\n');
    const bytes = mails.report({ to: 'x@reed.example', status: ids, words: ids, returned: ids });
    expect((await read(bytes)).traces.length).toBeLessThanOrEqual(10);
  });
});

describe('what is no answer', () => {
  test('a letter to the editor', async () => expect((await read(mails.letter())).kind).toBe('none'));
  test('a machine that writes about something else', async () => {
    const bytes = Buffer.from(
      'From: builds@forge.example\nTo: letters@reed.example\nAuto-Submitted: auto-generated\nSubject: Build failed: delivery\n\n550 tests failed.\n',
    );
    expect((await read(bytes)).kind).toBe('none');
  });
  test('a person who writes that a delivery failed', async () => {
    const bytes = Buffer.from(
      'Return-Path: <bo@lake.example>\nFrom: Bo <bo@lake.example>\nTo: letters@reed.example\nSubject: Delivery failed\n\nIt could not be delivered: 550 5.1.1\n',
    );
    expect((await read(bytes)).kind).toBe('none');
  });
  test('a bounce of something else is one, of nobody', async () => {
    const bytes = mails.report({ to: 'letters@reed.example', status: 'Action: failed\nStatus: 5.1.1' });
    expect(await read(bytes)).toMatchObject({ kind: 'hard', traces: [], tokens: [] });
  });
});

describe('what is not opened', () => {
  const bomb = Buffer.from(`${mails.letter()}${'\r\n'.repeat(490_000)}`);
  test('the mail of a person, whatever is in it', async () => {
    for (const bytes of [bomb, mails.letter(), mails.leaving('', 'How do I unsubscribe?').subarray(0, -1)])
      expect((await read(bytes)).kind).toBe('none');
    expect((await read(bomb)).wasOpened).toBe(false);
  });
  test('answers are, by any of the marks that machines set', async () => {
    for (const head of [
      'From: postmaster@pond.example',
      'Auto-Submitted: auto-replied',
      'Return-Path: <>',
      'X-Failed-Recipients: ada@pond.example',
      'Content-Type: multipart/report; boundary=b',
      'Subject: complaint about message from 192.0.2.1',
      `Delivered-To: ${mails.pathOf(may)}`,
      `To: <${addresses.returnPath.toUpperCase()}>`,
    ])
      expect([head, (await read(Buffer.from(`${head}\n\nHello\n`))).wasOpened]).toEqual([head, true]);
    expect((await read(Buffer.from('Auto-Submitted: no\n\nHello\n'))).wasOpened).toBe(false);
  });
  test('what stands far behind in one', async () => {
    const returned = mails.headerOf(may);
    const far = (signs: number) =>
      mails.report({ to: 'x@reed.example', words: 'far '.repeat(signs / 4), status: '', returned });
    expect((await read(far(100_000))).traces).toEqual([trace]);
    expect((await read(far(200_000))).traces).toEqual([]);
  });
});

describe('who leaves by mail', () => {
  const token = `1.${'a'.repeat(43)}.${reader}.2026-05..u`;
  test.each([
    `unsubscribe ${token}`,
    `Unsubscribe  ${token} `,
    `Re: unsubscribe ${token}`,
    `unsubscribe\n ${token}`,
    `=?utf-8?Q?unsubscribe_${token}?=`,
  ])('%j', async (subject) => {
    expect(await read(mails.leaving(token, subject))).toMatchObject({ kind: 'leave', tokens: [token] });
  });
  test('without a token somebody must look', async () => {
    expect(await read(mails.leaving('', 'Unsubscribe'))).toMatchObject({
      kind: 'leave',
      tokens: [],
      words: 'Ada <ada@pond.example> asks to leave, without a token',
    });
  });
  test('to talk of it is not to ask for it', async () => {
    expect((await read(mails.leaving('', 'How do I unsubscribe my mother?'))).kind).toBe('none');
  });
});

describe('hostile mails', () => {
  const samples = [mails.postfix(may), mails.qmail(may), mails.complaint(may), mails.hotmail(may)];

  test('no bytes at all make reading fail', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
        const { kind, words } = await read(bytes);
        expect(['none', 'other', 'leave', 'soft', 'hard', 'complaint']).toContain(kind);
        expect(words.length).toBeLessThanOrEqual(500);
      }),
      { seed: 6, numRuns: 500 },
    );
  });

  test('nor damaged mails: cut, doubled, with bytes changed', async () => {
    const damage = fc.array(fc.tuple(fc.nat(4000), fc.uint8Array({ maxLength: 4 })), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...samples), damage, async (sample, changes) => {
        let bytes: Buffer = sample;
        for (const [at, put] of changes) {
          const start = at % bytes.length;
          bytes = Buffer.concat([bytes.subarray(0, start), put, bytes.subarray(start + (at % 7))]);
          if (bytes.length === 0) bytes = sample;
        }
        // Nobody is made up: who is named was named in the mail.
        for (const { subscriber } of (await read(bytes)).traces)
          expect(bytes.toString('latin1').toLowerCase()).toContain(subscriber.toLowerCase());
      }),
      { seed: 6, numRuns: 500 },
    );
  });

  test.each([
    ['dashes', `From: mailer-daemon@x\nSubject: failure\n\n${'-'.repeat(300_000)}`],
    ['brackets', `From: mailer-daemon@x\nSubject: failure\n\n${'<a'.repeat(150_000)}`],
    ['dots', `From: mailer-daemon@x\nSubject: failure\n\n${'a.'.repeat(150_000)}@`],
    ['spaces', `From: mailer-daemon@x\nSubject: unsubscribe ${' '.repeat(300_000)}x\n\n`],
    ['digits', `From: mailer-daemon@x\nSubject: failure\n\n${'5.1.'.repeat(75_000)}`],
    ['tokens', `To: x\nSubject: u\n\n${`1.${'a'.repeat(42)}`.repeat(7000)}`],
    ['fields', `${'X-A: b\n'.repeat(40_000)}\n`],
    ['bounces in bounces', 'Content-Type: multipart/mixed; boundary=a\n\n--a\n'.repeat(3000)],
  ])('a flood of %s is read in time', { timeout: 5000 }, async (_, text) => {
    expect(await read(Buffer.from(text))).toBeDefined();
  });
});
