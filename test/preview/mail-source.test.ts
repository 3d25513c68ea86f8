import { expect, test } from 'vitest';
import { listHeaders, listParts } from '../../src/preview/mail-source.ts';

const message = [
  'From: "Ida Pell" <ida@reed.example>',
  'Subject: =?UTF-8?Q?F=C3=A4hre?= and',
  ' a second line',
  'Content-Type: multipart/alternative;',
  ' boundary="b1"',
  '',
  '--b1',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Subject: no header',
  '--b1',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>One</p>',
  '--b1--',
].join('\r\n');

test('headers are unfolded and decoded, each with its line; the body has none', () => {
  expect(listHeaders(message)).toEqual([
    { name: 'From', value: '"Ida Pell" <ida@reed.example>', line: 1 },
    { name: 'Subject', value: 'Fähre and a second line', line: 2 },
    { name: 'Content-Type', value: 'multipart/alternative; boundary="b1"', line: 4 },
  ]);
  expect(listHeaders('')).toEqual([]);
});

test('parts have their declaration and their line', () => {
  expect(listParts(message)).toEqual([
    { type: 'text/plain; charset=utf-8', encoding: 'quoted-printable', bytes: 20, line: 7 },
    { type: 'text/html; charset=utf-8', encoding: '7bit', bytes: 12, line: 12 },
  ]);
  expect(listParts('Subject: x\n\nplain')).toEqual([]);
});

test('parts of parts are listed in their order, each with its line', () => {
  const related = [
    '--b1',
    'Content-Type: multipart/related;',
    ' boundary="b2"; type="text/html"',
    '',
    '--b2',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>One</p>',
    '--b2',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw==',
    '--b2--',
    '--b1--',
  ].join('\r\n');
  const nested = message.replace(/--b1\r\nContent-Type: text\/html[\s\S]*$/u, () => related);
  expect(listParts(nested)).toEqual([
    { type: 'text/plain; charset=utf-8', encoding: 'quoted-printable', bytes: 20, line: 7 },
    { type: 'text/html; charset=utf-8', encoding: '7bit', bytes: 12, line: 16 },
    { type: 'image/png', encoding: 'base64', bytes: 10, line: 20 },
  ]);
});
