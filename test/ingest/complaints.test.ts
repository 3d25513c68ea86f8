import { expect, test } from 'vitest';
import { complainOfBytes } from '../../src/ingest/complaints.ts';
import { type DecodeOptions, decodeText } from '../../src/text/encodings.ts';
import { encode, samples } from '../text/encodings/samples.ts';

const ru = samples['ru'] ?? '';
const twice = Buffer.from(Buffer.from('Ebb.\nLe café près du port, un été.').toString('latin1'));

test.each([
  ['UTF-8', Buffer.from(ru), {}, []],
  ['a guess', encode(ru, 'koi8-r'), {}, [{ code: 'charset-guessed', message: /koi8-r/u }]],
  ['a true declaration', encode(ru, 'koi8-r'), { declared: 'koi8-r' }, []],
  [
    'a lie',
    encode(ru, 'koi8-r'),
    { declared: 'latin1' },
    [{ code: 'wrong-charset', message: /windows-1252 is declared, but the bytes are koi8-r/u }],
  ],
  ['UTF-8 twice', twice, {}, [{ code: 'double-encoded', line: 2, message: /saved again/u }]],
  [
    'a broken byte',
    Buffer.from('a\nb\xe9', 'latin1'),
    {},
    [{ code: 'invalid-utf8', line: 2, message: /1 byte/u }],
  ],
] as [string, Uint8Array, DecodeOptions, { code: string; message: RegExp }[]][])(
  '%s',
  (_, bytes, options, expected) => {
    expect(complainOfBytes('ebb.txt', decodeText(bytes, options))).toEqual(
      expected.map((e) =>
        expect.objectContaining({ ...e, file: 'ebb.txt', message: expect.stringMatching(e.message) }),
      ),
    );
  },
);
