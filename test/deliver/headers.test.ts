import fc from 'fast-check';
import { addressParser, decodeWords } from 'postal-mime';
import { describe, expect, test } from 'vitest';
import {
  asciiHost,
  dateField,
  isAddress,
  linksField,
  listIdField,
  mailboxField,
  rawField,
  textField,
  writeAddress,
} from '../../src/deliver/headers.ts';

const ada = { name: 'Ada Reed', email: 'ada@reed.example' };
const to = (name: string, email = 'ada@reed.example'): string => mailboxField('To', { name, email });

/** What is asked for, what stands in the mail byte for byte, and which rule says so. */
const table: [string, string, string][] = [
  ['RFC 5322 3.4 a name of atoms', to('Ada Reed'), 'To: Ada Reed <ada@reed.example>'],
  ['RFC 5322 3.4 no name', to(''), 'To: ada@reed.example'],
  ['RFC 5322 3.4 a name that is the address', to('ada@reed.example'), 'To: ada@reed.example'],
  ['RFC 5322 3.2.4 a comma is quoted', to('Reed, Ada'), 'To: "Reed, Ada" <ada@reed.example>'],
  ['RFC 5322 3.2.4 a dot is quoted', to('A. Reed'), 'To: "A. Reed" <ada@reed.example>'],
  [
    'RFC 5322 3.2.4 quotes and backslashes',
    to('Ada "A\\" Reed'),
    'To: "Ada \\"A\\\\\\" Reed" <ada@reed.example>',
  ],
  ['RFC 5322 3.4 angle brackets', to('x <evil@x.example>'), 'To: "x <evil@x.example>" <ada@reed.example>'],
  ['RFC 2047 5(3) a name that is no ASCII', to('Bö'), 'To: =?UTF-8?B?QsO2?= <ada@reed.example>'],
  [
    'RFC 2047 5(3) mostly ASCII',
    to('Jörg Brack-Ottensen'),
    'To: =?UTF-8?Q?J=C3=B6rg_Brack-Ottensen?= <ada@reed.example>',
  ],
  [
    'RFC 2047 6.2 what looks encoded',
    to('=?UTF-8?Q?x?='),
    'To: =?UTF-8?B?PT9VVEYtOD9RP3g/PQ==?= <ada@reed.example>',
  ],
  ['RFC 2047 right to left', to('שלום'), 'To: =?UTF-8?B?16nXnNeV150=?= <ada@reed.example>'],
  [
    'RFC 5322 2.2 injection',
    to('Ada\r\nBcc: x@x.example\r\n\r\nbody'),
    'To: "Ada Bcc: x@x.example body" <ada@reed.example>',
  ],
  [
    'RFC 5322 2.2 lone CR, LF, NUL, NEL',
    to('A\rB\nC\0D\u0085E\u2028F'),
    'To: A B C D E F <ada@reed.example>',
  ],
  ['signs that turn the direction', to('Ada \u202Edeer\u202C \u2066x'), 'To: Ada deer x <ada@reed.example>'],
  ['half of a pair', to('a\ud800b'), 'To: =?UTF-8?B?Ye+/vWI=?= <ada@reed.example>'],
  ['RFC 5233 a plus is kept', to('', 'a+b@reed.example'), 'To: a+b@reed.example'],
  ['RFC 5321 2.4 the local part keeps its case', to('', 'Ada@REED.Example'), 'To: Ada@reed.example'],
  ['RFC 5890 a domain that is no ASCII', to('', 'ada@röhricht.example'), 'To: ada@xn--rhricht-90a.example'],
  [
    'RFC 6531 an address that is no ASCII',
    to('', 'jörg@röhricht.example'),
    'To: jörg@xn--rhricht-90a.example',
  ],
  ['RFC 5322 3.2.4 a quoted local part', to('', '"a b"@reed.example'), 'To: "a b"@reed.example'],
  [
    'RFC 5322 2.2.3 a long name is folded',
    to('Adelheid Friederike Wilhelmine von Reed zu Sallow auf Low Reed und High Fen'),
    'To: Adelheid Friederike Wilhelmine von Reed zu Sallow auf Low Reed und High\r\n Fen <ada@reed.example>',
  ],
  [
    'RFC 5322 3.2.4 a long quoted name is folded',
    to('Reed, Adelheid Friederike Wilhelmine von und zu Sallow auf Low Reed, Witwe'),
    'To: "Reed, Adelheid Friederike Wilhelmine von und zu Sallow auf Low Reed,\r\n Witwe" <ada@reed.example>',
  ],
  ['RFC 5322 3.6.5 a subject', textField('Subject', 'The wall held'), 'Subject: The wall held'],
  ['RFC 5322 3.6.5 no subject', textField('Subject', ''), 'Subject:'],
  [
    'RFC 2047 2 a subject in several words, none over 75, no line over 76',
    textField('Subject', 'Mai: die Schleuse, die nicht schließen wollte, und die Gänse 🦢 dahinter'),
    'Subject: =?UTF-8?Q?Mai=3A_die_Schleuse=2C_die_nicht_schlie=C3=9Fen_wollte?=\r\n' +
      ' =?UTF-8?Q?=2C_und_die_G=C3=A4nse_=F0=9F=A6=A2_dahinter?=',
  ],
  [
    'RFC 2047 5(3) a subject in letters',
    textField('Subject', 'Zwei Gänse'),
    'Subject: =?UTF-8?Q?Zwei_G=C3=A4nse?=',
  ],
  [
    'RFC 5322 2.1.1 a word without end',
    textField('Subject', 'x'.repeat(70)),
    `Subject: =?UTF-8?Q?${'x'.repeat(55)}?=\r\n =?UTF-8?Q?${'x'.repeat(15)}?=`,
  ],
  [
    'RFC 5322 2.2 injection in a subject',
    textField('Subject', 'One\r\nBcc: x@x.example'),
    'Subject: One Bcc: x@x.example',
  ],
  [
    'RFC 5322 3.3 a date',
    dateField(new Date('2026-05-03T08:05:09.999Z')),
    'Date: Sun, 03 May 2026 08:05:09 +0000',
  ],
  [
    'RFC 2919 2 a name and an id',
    listIdField('The Lantern Quarter', 'digest.lantern.example'),
    'List-ID: The Lantern Quarter <digest.lantern.example>',
  ],
  [
    'RFC 2919 3 a name that is no ASCII',
    listIdField('Röhricht', 'digest.xn--rhricht-90a.example'),
    'List-ID: =?UTF-8?Q?R=C3=B6hricht?= <digest.xn--rhricht-90a.example>',
  ],
  [
    'RFC 2369 2 links in order, a comma between them',
    linksField('List-Unsubscribe', [
      'https://x.example/u/1.a',
      'mailto:l@x.example?subject=unsubscribe%201.a',
    ]),
    'List-Unsubscribe: <https://x.example/u/1.a>,\r\n <mailto:l@x.example?subject=unsubscribe%201.a>',
  ],
  [
    'RFC 2369 2 what would end a link',
    linksField('List-Archive', ['https://x.example/a b>,<"ü\r\nBcc: y']),
    'List-Archive: <https://x.example/a%20b%3E,%3C%22%C3%BC%20Bcc:%20y>',
  ],
  [
    'RFC 8058 2 the post field, no other byte',
    rawField('List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'),
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  ],
  ['RFC 5322 2.2 injection in a value', rawField('X-Note', 'a\r\nBcc: x'), 'X-Note: a Bcc: x'],
];

test.each(table)('%s', (_, field, expected) => expect(field).toBe(expected));

describe('addresses', () => {
  test.each([
    'a@b.example',
    'a.b+c@b.example',
    "o'neil@b.example",
    '"a b"@b.example',
    'jörg@b.example',
    'a@münchen.example',
    'a@localhost',
    `${'a'.repeat(64)}@b.example`,
  ])('%s is one', (email) => expect(isAddress(email)).toBe(true));

  test.each([
    '',
    'a',
    '@b.example',
    'a@',
    'a@b@c.example',
    'a..b@b.example',
    '.a@b.example',
    'a.@b.example',
    'a b@b.example',
    'a,b@b.example',
    '<a@b.example>',
    'a@b.example>',
    'a\r\nRCPT TO:<x@x.example>@b.example',
    '"a\r\nb"@b.example',
    'a\u202e@b.example',
    'a@b..example',
    'a@b.example.',
    'a@-b.example',
    'a@b_c.example',
    'a@1.2.3.4',
    'a@[1.2.3.4]',
    'a@b.example/x',
    'a@b.example:25',
    `${'a'.repeat(65)}@b.example`,
    `a@${'b.'.repeat(126)}example`,
  ])('%j is none, and nothing is written to it', (email) => {
    expect(isAddress(email)).toBe(false);
    expect(() => writeAddress(email)).toThrow(RangeError);
    expect(() => mailboxField('To', { name: 'Ada', email })).toThrow(RangeError);
  });

  test('hosts come in ASCII and lower case', () => {
    expect(asciiHost('MÜNCHEN.example')).toBe('xn--mnchen-3ya.example');
    expect(asciiHost('河口.example')).toBe('xn--6or509c.example');
    expect(asciiHost('a b.example')).toBeNull();
  });
});

test('any text and name come back as they were, on short lines of ASCII', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 200 });
  fc.assert(
    fc.property(text, (raw) => {
      const clean = textField('X', raw).replace(/\r\n/g, '').slice(3);
      const back = decodeWords(clean).trim();
      const mailbox = mailboxField('To', { name: raw, email: ada.email });
      const [first] = addressParser(mailbox.replace(/\r\n/g, '').slice(4));
      for (const line of [...textField('X', raw).split('\r\n'), ...mailbox.split('\r\n')]) {
        expect(line).toMatch(/^[ -~]{1,94}$/);
      }
      expect(first?.address).toBe(ada.email);
      // Whatever the reader makes of white space: the signs are the same.
      const signs = (t: string): string => t.replace(/\s/g, '');
      const expected = signs(rawText(raw));
      expect(signs(back)).toBe(expected);
      if (expected !== '' && expected !== ada.email) expect(signs(first?.name ?? '')).toBe(expected);
    }),
    { seed: 6, numRuns: 1500 },
  );
});

function rawText(raw: string): string {
  return raw
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .replace(
      /\u200C|\u200D|[\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g,
      '',
    );
}
