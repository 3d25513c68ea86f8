import fc from 'fast-check';
import { expect, test } from 'vitest';
import { messageIdOf, readMessageId, readReturnPath, returnPathOf } from '../../src/deliver/traces.ts';

const trace = { issue: '2026-W20', subscriber: '00112233445566778899aabbccddeeff' };
const base = 'bounces@reed.example';

test('a Message-ID and a return path lead back to issue and subscriber', () => {
  const id = messageIdOf(trace, 'm3k9z', 'reed.example');
  expect(id).toBe('<2026-W20.m3k9z.00112233445566778899aabbccddeeff@reed.example>');
  expect(readMessageId(id)).toEqual(trace);
  expect(readMessageId(` ${id.slice(1, -1)}\r\n`)).toEqual(trace);
  const path = returnPathOf(trace, base);
  expect(path).toBe('bounces+2026-W20=00112233445566778899aabbccddeeff@reed.example');
  expect(readReturnPath(path, base)).toEqual(trace);
});

test('letter case that a server changed is no hindrance', () => {
  expect(readReturnPath(returnPathOf(trace, base).toLowerCase(), base)).toEqual(trace);
  expect(readReturnPath(`<${returnPathOf(trace, base).toUpperCase()}>`, base)).toEqual(trace);
});

test.each([
  'bounces@reed.example',
  'bounces+@reed.example',
  'bounces+2026-05@reed.example',
  'bounces+2026-05=@reed.example',
  'bounces+2026-05=a=b@reed.example',
  'other+2026-05=ab@reed.example',
  'bounces+2026-05=ab@evil.example',
  'bounces+2026-05=ab@reed.example@evil.example',
  '',
])('is no return path of ours: %s', (address) => expect(readReturnPath(address, base)).toBeNull());

test.each(['<digest@reed.example>', '<a.b@reed.example>', '<2026-05.m.a b@x.example>', ''])(
  'is no Message-ID of ours: %s',
  (id) => expect(readMessageId(id)).toBeNull(),
);

test('no text makes reading them fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      readMessageId(text);
      readReturnPath(text, base);
    }),
    { seed: 6, numRuns: 2000 },
  );
});

test('at most 64 signs before the @, the longest key included', () => {
  const path = returnPathOf({ ...trace, issue: '2026-05-14' }, `${'b'.repeat(20)}@reed.example`);
  expect(path.indexOf('@')).toBe(64);
  expect(() => returnPathOf({ ...trace, issue: '2026-05-14' }, `${'b'.repeat(21)}@reed.example`)).toThrow(
    RangeError,
  );
});
