import { describe, expect, test } from 'vitest';
import {
  addressesIn,
  addressesOf,
  cameTo,
  isByDaemon,
  isByMachine,
  mayAnswer,
} from '../../src/deliver/answer-heads.ts';
import { readFields } from '../../src/deliver/fields.ts';
import { addresses, may, pathOf } from './returned.ts';

describe('by a machine', () => {
  test.each([
    'Auto-Submitted: auto-replied (vacation)',
    'Auto-Submitted: auto-generated',
    'X-Autoreply: yes',
    'X-Autorespond: absent',
    'Precedence: auto_reply',
    'Precedence: autoreply',
    'Return-Path: <>',
  ])('%s', (field) => expect(isByMachine(readFields(field))).toBe(true));
  test.each([
    'Auto-Submitted: no',
    'Precedence: bulk',
    'Return-Path: <bo@lake.example>',
    'Subject: auto-replied',
  ])('not %s', (field) => expect(isByMachine(readFields(field))).toBe(false));
});

describe('by a server', () => {
  test.each([
    'From: MAILER-DAEMON@pond.example (Mail Delivery System)',
    'From: Microsoft Outlook <x@pond.example>',
    'From: a@pond.example\nSender: postmaster@pond.example',
    'X-Failed-Recipients: ada@pond.example',
  ])('%s', (field) => expect(isByDaemon(readFields(field))).toBe(true));
  test.each(['From: Bo <bo@lake.example>', 'Subject: from the mailer-daemon', 'To: postmaster@reed.example'])(
    'not %s',
    (field) => expect(isByDaemon(readFields(field))).toBe(false),
  );
});

test.each([
  [`To: Letters <${addresses.returnPath.toUpperCase()}>`, true],
  [`Cc: x@reed.example, ${addresses.leave}`, true],
  [`X-Original-To: ${pathOf(may)}`, true],
  ['Content-Type: multipart/report; boundary=b', true],
  ['Subject: Complaint about message from 192.0.2.1', true],
  ['To: letters@reed.example', false],
  // Not where it came, but whence.
  [`From: ${addresses.returnPath}`, false],
  ['Content-Type: multipart/reported; boundary=b', false],
  ['Subject: A complaint about message 7', false],
])('%s may be an answer: %j', (field, may) => {
  expect(mayAnswer(readFields(field), addresses)).toBe(may);
});

test('it came to all whom servers and writers name', () => {
  const head = readFields(
    'From: x@lake.example\nDelivered-To: b@reed.example\nTo: Ada <a@reed.example>, c@reed.example\nDelivered-To: d@reed.example',
  );
  expect(cameTo(head).sort()).toEqual(['a', 'b', 'c', 'd'].map((name) => `${name}@reed.example`));
  expect(addressesOf(head, ['from'])).toEqual(['x@lake.example']);
});

test.each([
  ['rfc822; ada@pond.example, and <bo+x=1@lake.example>.', ['ada@pond.example', 'bo+x=1@lake.example']],
  ['write to ada@pond.example.', ['ada@pond.example']],
  [`${'a'.repeat(65)}@pond.example`, []],
  ['nobody @ nowhere', []],
])('addresses in %j', (text, found) => expect(addressesIn(text)).toEqual(found));

test('no more than 200 addresses are taken out of a text', () => {
  expect(addressesIn('a@b.example '.repeat(1000))).toHaveLength(200);
});
