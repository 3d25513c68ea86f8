import { expect, test } from 'vitest';
import { guessEncoding, refuteDeclared, scoreEncodings } from '../../../src/text/encodings/guess.ts';
import { encode, samples } from './samples.ts';

const ru = encode(samples['ru'] ?? '', 'windows-1251');

test('the best comes first, and the declared one is weighed too', () => {
  const scores = scoreEncodings(ru, 'iso-8859-5');
  expect(scores[0]?.encoding).toBe('windows-1251');
  expect(scores.map((s) => s.encoding)).toContain('iso-8859-5');
});

test('plain ASCII and nothing have no scores', () => {
  expect(scoreEncodings(Buffer.from('The ebb took it.'))).toEqual([]);
  expect(scoreEncodings(new Uint8Array())).toEqual([]);
});

test('odd bytes far below a plain head are found', () => {
  const bytes = Buffer.concat([Buffer.from('The ebb took it.\n'.repeat(20_000)), ru]);
  expect(guessEncoding(bytes)).toBe('windows-1251');
});

test('noise, too few bytes and signs without words are not guessed', () => {
  const noise = Uint8Array.from({ length: 400 }, (_, i) => 32 + ((i * i * 7919 + i * 104_729) % 224));
  expect(guessEncoding(noise)).toBeNull();
  expect(guessEncoding(Buffer.from('caf\xe9', 'latin1'))).toBeNull();
  expect(guessEncoding(Buffer.from('1 \xb0 2 \xa3 3 \xb0 4 5 6 7 8 9 0', 'latin1'))).toBeNull();
});

test.each<[declared: string, refuted: string | null]>([
  ['windows-1251', null],
  ['windows-1252', 'windows-1251'],
  ['iso-8859-5', 'windows-1251'],
  ['windows-1254', 'windows-1251'],
])('%s is refuted by %s', (declared, refuted) => {
  expect(refuteDeclared(ru, declared, new TextDecoder(declared).decode(ru))).toBe(refuted);
});
