import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerTrace } from '../../src/deliver/answers.ts';
import { makeToken } from '../../src/deliver/tokens.ts';
import type { State, Subscriber } from '../../src/deliver/types.ts';
import {
  type AnsweringTools,
  forgiveAll,
  handleAnswer,
  handleRefusals,
  statusAfter,
} from '../../src/pipeline/answering.ts';
import * as mails from '../deliver/returned.ts';
import { collect, makeState, reader, recipients } from '../io/state/samples.ts';

const secret = 'the geese know the way to the lake';
const list = 'digest.reed.example';
const ida = reader('ida@pond.example');
const bo = reader('bo@lake.example');
const day = 86_400_000;
const start = Date.parse('2026-06-01T07:00:00Z');

type Made = {
  state: State;
  tools: AnsweringTools;
  read: (bytes: Uint8Array) => ReturnType<typeof handleAnswer>;
};

/** A state with two readers and runs of these issues, a month apart; all mails were sent. */
async function make(issues = ['2026-05'], more: Partial<AnsweringTools> = {}): Promise<Made> {
  const state = await makeState();
  await state.subscribers.put([ida, bo]);
  for (const [i, issue] of issues.entries()) {
    const run = `${issue}/1`;
    const at = new Date(start + 30 * i * day).toISOString();
    await state.ledger.freeze({ id: run, issue, hashes: {}, started: at }, recipients([ida, bo]));
    const claimed = await state.ledger.claim(run, 0, 10);
    await state.ledger.settle(
      run,
      claimed.map(({ number }) => ({ number, state: 'sent', reply: '250' })),
    );
    await state.ledger.finish(run, at);
  }
  const now = start + 30 * issues.length * day;
  const rules = { addresses: mails.addresses, list, secret, softLimit: 3, now, dryRun: false };
  const tools = { state, ...rules, ...more };
  return { state, tools, read: (bytes) => handleAnswer(bytes, tools) };
}

const sentTo = ({ id, email }: Subscriber, issue = '2026-05') => ({ issue, subscriber: id, email });
const tokenOf = (subscriber: string, issue: string | null = '2026-05', of = list): string =>
  makeToken(secret, { purpose: 'unsubscribe', list: of, subscriber, issue, expires: null });
const soft = (issue: string) =>
  mails.postfix(sentTo(ida, issue), { code: '5.2.2', diagnostic: `552 5.2.2 mailbox full, ${issue}` });
const statusOf = async ({ state }: Made, { id }: Subscriber) => (await state.subscribers.get(id))?.status;

describe('a bounce', () => {
  test.each([
    ['Postfix', mails.postfix],
    ['Exim', mails.exim],
    ['Exim without a report', mails.oldExim],
    ['qmail', mails.qmail],
    ['Exchange', mails.exchange],
    ['Gmail', mails.gmail],
    ['RFC 6533', mails.international],
  ])('of %s ends the deliveries at once, and for nobody else', async (_, write) => {
    const made = await make();
    const handled = await made.read(write(sentTo(ida)));
    expect(handled).toMatchObject({ kind: 'hard', isMatched: true, status: 'bounced' });
    expect(await statusOf(made, ida)).toBe('bounced');
    expect(await statusOf(made, bo)).toBe('active');
    expect(await collect(made.state.bounces.list())).toMatchObject([
      { kind: 'hard', subscriber: ida.id, run: '2026-05/1' },
    ]);
    expect(await collect(made.state.subscribers.suppressions())).toMatchObject([
      { email: ida.email, reason: expect.stringMatching(/^hard: /u) },
    ]);
  });

  test('read again it does nothing, also when the reader came back meanwhile', async () => {
    const made = await make();
    const bytes = mails.postfix(sentTo(ida));
    await made.read(bytes);
    await made.state.subscribers.setStatus(ida.id, 'active', { at: 'now', reason: 'asked again' });
    expect(await made.read(bytes)).toMatchObject({ kind: 'known', status: null });
    expect(await statusOf(made, ida)).toBe('active');
  });

  test('of a mail from before the reader confirmed anew is kept, no more', async () => {
    const made = await make();
    const consent = { at: new Date(start + day).toISOString(), how: 'form', text: 'yes' } as const;
    await made.state.subscribers.setStatus(ida.id, 'active', {
      at: consent.at,
      reason: 'confirmed',
      consent,
    });
    expect(await made.read(mails.postfix(sentTo(ida)))).toMatchObject({ isMatched: true, status: null });
    expect(await statusOf(made, ida)).toBe('active');
  });

  test('a link in the mail that came back is enough', async () => {
    const made = await make();
    const back = mails.ses({ ...sentTo(ida), token: tokenOf(ida.id) });
    expect(await made.read(back)).toMatchObject({ kind: 'soft', isMatched: true });
    const other = mails.ses({ ...sentTo(ida), token: tokenOf(ida.id, '2026-05', 'digest.other.example') });
    expect(await made.read(other)).toMatchObject({ kind: 'soft', isMatched: false });
  });

  test('of the mail that answers the form counts too', async () => {
    const made = await make([]);
    const eve = reader('eve@moor.example', { status: 'pending' });
    await made.state.subscribers.put([eve]);
    expect(await made.read(mails.postfix(sentTo(eve, answerTrace)))).toMatchObject({ status: 'bounced' });
    expect(await statusOf(made, eve)).toBe('bounced');
  });

  test('of somebody who was removed is kept', async () => {
    const made = await make();
    await made.state.subscribers.remove(ida.email, 'now');
    expect(await made.read(mails.postfix(sentTo(ida)))).toMatchObject({ isMatched: true, subscriber: null });
  });

  test('in a dry run is told and changes nothing', async () => {
    const made = await make(['2026-05'], { dryRun: true });
    expect(await made.read(mails.postfix(sentTo(ida)))).toMatchObject({ status: 'bounced' });
    expect(await made.read(soft('2026-05'))).toMatchObject({ kind: 'soft', status: null });
    expect(await statusOf(made, ida)).toBe('active');
    expect(await collect(made.state.bounces.list())).toEqual([]);
  });
});

describe('bounces for a passing reason', () => {
  test('end the deliveries after three issues in a row, not after three mails', async () => {
    const made = await make(['2026-05', '2026-06', '2026-07']);
    await made.read(soft('2026-05'));
    await made.read(mails.qmail(sentTo(ida), 'mailbox is full. (#5.2.2)'));
    await made.read(mails.ses({ ...sentTo(ida), token: tokenOf(ida.id) }));
    expect((await made.state.subscribers.get(ida.id))?.softBounces).toBe(1);
    await made.read(soft('2026-06'));
    expect(await statusOf(made, ida)).toBe('active');
    expect(await made.read(soft('2026-07'))).toMatchObject({ status: 'bounced' });
    expect(await statusOf(made, ida)).toBe('bounced');
  });

  test('are forgiven when an issue in between went through', async () => {
    const made = await make(['2026-05', '2026-06', '2026-07', '2026-08']);
    await made.read(soft('2026-05'));
    await made.read(soft('2026-06'));
    // July arrived.
    expect(await made.read(soft('2026-08'))).toMatchObject({ status: null });
    expect((await made.state.subscribers.get(ida.id))?.softBounces).toBe(1);
  });

  test('are forgiven at the end of a reading, when nothing came back for a week', async () => {
    const made = await make(['2026-05', '2026-06']);
    await made.read(soft('2026-05'));
    const early = { ...made.tools, now: start + 36 * day };
    expect(await forgiveAll(early)).toBe(0);
    expect(await forgiveAll({ ...made.tools, dryRun: true })).toBe(1);
    expect((await made.state.subscribers.get(ida.id))?.softBounces).toBe(1);
    expect(await forgiveAll(made.tools)).toBe(1);
    expect(await forgiveAll(made.tools)).toBe(0);
    expect((await made.state.subscribers.get(ida.id))?.softBounces).toBe(0);
  });
});

describe('complaints and wishes', () => {
  test('a complaint counts at once', async () => {
    const made = await make();
    expect(await made.read(mails.complaint(sentTo(ida)))).toMatchObject({ status: 'complained' });
    expect(await statusOf(made, ida)).toBe('complained');
    expect(await made.read(mails.hotmail(sentTo(bo)))).toMatchObject({ status: 'complained' });
  });

  test('who writes with a valid token leaves', async () => {
    const made = await make();
    expect(await made.read(mails.leaving(tokenOf(ida.id)))).toMatchObject({
      kind: 'leave',
      status: 'unsubscribed',
    });
    expect(await statusOf(made, ida)).toBe('unsubscribed');
    // The same mail again, after they came back by the form.
    await made.state.subscribers.setStatus(ida.id, 'active', { at: 'now', reason: 'confirmed' });
    expect(await made.read(mails.leaving(tokenOf(ida.id)))).toMatchObject({ kind: 'known' });
    expect(await statusOf(made, ida)).toBe('active');
  });

  test.each([
    ['of another list', () => tokenOf(ida.id, '2026-05', 'digest.other.example')],
    [
      'of another secret',
      () =>
        makeToken('x'.repeat(32), {
          purpose: 'unsubscribe',
          list,
          subscriber: ida.id,
          issue: null,
          expires: null,
        }),
    ],
    [
      'to confirm',
      () => makeToken(secret, { purpose: 'confirm', list, subscriber: ida.id, issue: null, expires: null }),
    ],
    ['altered', () => tokenOf(ida.id).replace(ida.id, bo.id)],
    ['made up', () => 'x'.repeat(100)],
  ])('a token %s moves nobody', async (_, token) => {
    const made = await make();
    expect(await made.read(mails.leaving(token()))).toMatchObject({
      kind: 'leave',
      isMatched: false,
      status: null,
    });
    expect([await statusOf(made, ida), await statusOf(made, bo)]).toEqual(['active', 'active']);
    expect(await collect(made.state.bounces.list({ matched: false }))).toHaveLength(1);
  });

  test('who complained or left stays so', () => {
    const run = null;
    const facts = { run, softBounces: 9, softLimit: 3 };
    const become = (kind: 'hard' | 'soft' | 'complaint' | 'leave' | 'other', status: Subscriber['status']) =>
      statusAfter(kind, { ...ida, status }, facts);
    expect(become('hard', 'unsubscribed')).toBeNull();
    expect(become('soft', 'complained')).toBeNull();
    expect(become('complaint', 'unsubscribed')).toBeNull();
    expect(become('complaint', 'bounced')).toBe('complained');
    expect(become('leave', 'complained')).toBeNull();
    expect(become('leave', 'bounced')).toBe('unsubscribed');
    expect(become('other', 'active')).toBeNull();
  });
});

describe('who is not known', () => {
  test.each([
    ['an issue that was never sent', mails.postfix(sentTo(ida, '2026-04'))],
    ['a reader whom nobody has', mails.postfix({ ...sentTo(ida), subscriber: 'ff'.repeat(16) })],
    ['an id of another newsletter', mails.complaint({ ...sentTo(ida), subscriber: 'ada' })],
  ])('%s', async (_, bytes) => {
    const made = await make();
    expect(await made.read(bytes)).toMatchObject({ isMatched: false, subscriber: null, status: null });
    expect(await statusOf(made, ida)).toBe('active');
    expect(await collect(made.state.bounces.list({ matched: false }))).toHaveLength(1);
  });

  test('a mail that never went out cannot come back', async () => {
    const made = await make();
    await made.state.ledger.freeze(
      { id: '2026-06/1', issue: '2026-06', hashes: {}, started: 'x' },
      recipients([ida]),
    );
    expect(await made.read(mails.postfix(sentTo(ida, '2026-06')))).toMatchObject({ isMatched: false });
    expect(await statusOf(made, ida)).toBe('active');
  });

  test('letters of people are not kept', async () => {
    const made = await make();
    expect(await made.read(mails.letter())).toMatchObject({ kind: 'none' });
    expect(await made.read(mails.letter())).toMatchObject({ kind: 'none', words: 'Lovely' });
    expect(await collect(made.state.bounces.list())).toEqual([]);
  });

  test('no bytes at all change anybody, whatever they say', async () => {
    const made = await make();
    const strangers = ['00'.repeat(16), 'ab', 'ida', bo.email].map((subscriber) =>
      sentTo({ ...ida, id: subscriber }),
    );
    const forms = [mails.postfix, mails.qmail, mails.exchange, mails.complaint, mails.hotmail, mails.oldExim];
    const forged = fc
      .tuple(
        fc.constantFrom(...forms),
        fc.constantFrom(...strangers),
        fc.array(fc.tuple(fc.nat(3000), fc.nat(255)), { maxLength: 5 }),
      )
      .map(([write, sent, changes]) => {
        const bytes = Buffer.from(write(sent));
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        return new Uint8Array(bytes);
      });
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 2000 }), forged), async (bytes) => {
        const { isMatched, status } = await made.read(bytes);
        expect([isMatched, status]).toEqual([false, null]);
      }),
      { seed: 6, numRuns: 300 },
    );
    expect([await statusOf(made, ida), await statusOf(made, bo)]).toEqual(['active', 'active']);
    expect(await collect(made.state.bounces.list({ matched: true }))).toEqual([]);
  });
});

test('what a server refused at once counts like a bounce, if it says that nobody is there', async () => {
  const made = await make();
  const { state } = made;
  const run = '2026-06/1';
  const started = new Date(start + 30 * day).toISOString();
  const frozen = await state.ledger.freeze(
    { id: run, issue: '2026-06', hashes: {}, started },
    recipients([ida, bo]),
  );
  const claimed = await state.ledger.claim(run, 0, 10);
  const replies = new Map([
    [ida.id, '550 5.1.1 nobody of this name'],
    [bo.id, '550 5.7.1 relaying denied'],
  ]);
  await state.ledger.settle(
    run,
    claimed.map((d) => ({ number: d.number, state: 'failed', reply: replies.get(d.subscriber) ?? '' })),
  );
  expect(await handleRefusals(frozen, { state, now: start + 31 * day })).toBe(1);
  expect(await handleRefusals(frozen, { state, now: start + 31 * day })).toBe(0);
  expect(await statusOf(made, ida)).toBe('bounced');
  expect(await statusOf(made, bo)).toBe('active');
  const kept = await collect(state.bounces.list());
  expect(kept).toMatchObject([
    { kind: 'hard', subscriber: ida.id, run, words: '550 5.1.1 nobody of this name' },
  ]);
});

test('what was opened and is no answer is not opened again, unless nothing may be written', async () => {
  const bytes = Buffer.from(
    'From: builds@forge.example\nAuto-Submitted: yes\nSubject: Build failed\n\nNo.\n',
  );
  for (const [dryRun, words] of [
    [true, 'Build failed'],
    [false, 'read before'],
  ] as const) {
    const made = await make(undefined, { dryRun });
    expect(await made.read(bytes)).toMatchObject({ kind: 'none', words: 'Build failed' });
    expect(await made.read(bytes)).toMatchObject({ kind: 'none', words });
  }
});
