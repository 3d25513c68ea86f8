import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAddress } from '../../src/deliver/addresses.ts';
import { isAddress } from '../../src/deliver/headers.ts';

test.each([
  ['ida@pond.example', 'ida@pond.example'],
  ['  ida@pond.example\u00a0', 'ida@pond.example'],
  ['mailto:ida@pond.example', 'ida@pond.example'],
  ['<ida@pond.example>', 'ida@pond.example'],
  ['Ida.Reed+Post@POND.Example', 'Ida.Reed+Post@pond.example'],
  ["o'marsh_1{x}@pond.example", "o'marsh_1{x}@pond.example"],
  ['"ida reed"@pond.example', '"ida reed"@pond.example'],
  ['"ida"@pond.example', 'ida@pond.example'],
  ['"i\\da.r\\eed+x"@pond.example', 'ida.reed+x@pond.example'],
  ['"ida\\ reed"@pond.example', '"ida reed"@pond.example'],
  ['"ida\\"reed"@pond.example', '"ida\\"reed"@pond.example'],
  ['"ida..reed"@pond.example', '"ida..reed"@pond.example'],
  ['"Jürgen"@pond.example', 'Jürgen@pond.example'],
  ['otto@bücher.example', 'otto@xn--bcher-kva.example'],
  ['otto@XN--BCHER-KVA.example', 'otto@xn--bcher-kva.example'],
  ['otto@ｐｏｎｄ.example', 'otto@pond.example'],
  ['用户@例え.テスト', '用户@xn--r8jz45g.xn--zckzah'],
  ['Jürgen@weiß.example', 'Jürgen@xn--wei-7ka.example'],
])('%j is read as %j', (text, address) => expect(readAddress(text)).toEqual({ address }));

test.each([
  ['', 'is empty'],
  [' <> ', 'is empty'],
  ['ida', 'has no @'],
  ['@pond.example', 'nothing before the @'],
  ['ida@', 'no usable domain'],
  ['ida@pond', 'no usable domain'],
  ['ida@pond..example', 'no usable domain'],
  ['ida@pond.example.', 'no usable domain'],
  ['ida@-pond.example', 'no usable domain'],
  ['ida@192.0.2.7', 'no usable domain'],
  ['ida@0x7f.1', 'no usable domain'],
  ['ida@[192.0.2.7]', 'no usable domain'],
  ['ida@pond.example/x', 'no usable domain'],
  ['ida@pond.example:25', 'no usable domain'],
  ['ida@po%6Ed.example', 'no usable domain'],
  ['ida reed@pond.example', 'has a space'],
  ['ida@pond .example', 'has a space'],
  ['ida@pond.example, otto@pond.example', 'has a space'],
  ['ida..reed@pond.example', 'not well-formed before the @'],
  ['.ida@pond.example', 'not well-formed before the @'],
  ['ida@reed@pond.example', 'not well-formed before the @'],
  [`${'i'.repeat(65)}@pond.example`, 'not well-formed before the @'],
  [`ida@${'pond.'.repeat(60)}example`, 'no usable domain|longer than 254'],
  ['ida\u200b@pond.example', 'cannot be seen'],
  ['ida\u202e@pond.example', 'cannot be seen'],
  ['ida@pond.exa\u0000mple', 'cannot be seen'],
  ['"ida\r\nBcc: x"@pond.example', 'cannot be seen'],
])('%j is refused: it %s', (text, words) => {
  expect(readAddress(text)).toEqual({ fault: expect.stringMatching(new RegExp(words, 'u')) });
});

test('what is read can stand in a mail', () => {
  const local = fc.string({ unit: fc.constantFrom(...'aZ9.+-_"\\ @<>,;é用'), maxLength: 70 });
  const domain = fc.stringMatching(/^[a-zü_.-]{1,20}$/u).map((name) => `${name}.example`);
  fc.assert(
    fc.property(local, domain, (before, after) => {
      const reading = readAddress(`${before}@${after}`);
      if ('address' in reading) expect(isAddress(reading.address)).toBe(true);
    }),
    { seed: 61, numRuns: 3000 },
  );
});
