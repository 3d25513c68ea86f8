import { describe } from 'vitest';
import { breakGate, swap } from '../breaks.ts';

describe('transport', () => {
  breakGate('transport', [
    ['a byte of eight bits', swap('eml', 'Subject: ', 'Subject: \u00e9'), /byte 233 is not ASCII/u],
    ['a null', swap('eml', 'Subject: ', 'Subject: \0'), /null byte/u],
    [
      'a long line',
      swap('eml', /(?=Subject: )/u, `X-Long: ${'x'.repeat(1000)}\r\n`),
      /1008 bytes in a line/u,
    ],
    ['a bare line feed', swap('eml', '\r\nSubject', '\nSubject'), /line feed without/u],
    ['a bare carriage return', swap('eml', '\r\nSubject', '\rSubject'), /carriage return without/u],
  ]);
});

describe('message', () => {
  breakGate('message', [
    ['a letter of the HTML', swap('html', 'The old dredger', 'The odd dredger'), /the HTML part differs/u],
    ['a letter of the text', swap('text', 'The old dredger', 'The odd dredger'), /the text part differs/u],
    ['a line more', (mail) => ({ ...mail, text: `${mail.text}\n` }), /the text part differs/u],
    ['a line less', (mail) => ({ ...mail, html: mail.html.trimEnd() }), /the HTML part differs/u],
    ['the subject', swap('eml', /Subject: \w+/u, 'Subject: June'), /the subject differs/u],
    [
      'the sender',
      swap('eml', '<letter@lantern.example>', '<better@lantern.example>'),
      /the sender differs/u,
    ],
    ['the date', swap('eml', /Date: .*/u, 'Date: Mon, 01 Jan 2024 00:00:00 +0000'), /the date differs/u],
    ['a header twice', swap('eml', /(?=Subject)/u, 'Subject: x\r\n'), /stands there twice/u],
    ['no message id', swap('eml', /Message-ID: .*\r\n/u, ''), /message-id is missing/u],
    [
      'another kind',
      swap('eml', 'multipart/alternative', 'multipart/mixed'),
      /content-type is missing or wrong/u,
    ],
    ['a third part', swap('eml', /(?=--[^\n]*--\r\n$)/u, '@'), /differs|third part/u],
  ]);
});
