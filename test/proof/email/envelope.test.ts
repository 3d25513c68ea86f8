import { describe } from 'vitest';
import type { Issue } from '../../../src/types.ts';
import { type Break, breakGate, swap } from '../breaks.ts';

const say =
  (change: Partial<Issue>): Break =>
  (mail) => ({ ...mail, issue: { ...mail.issue, ...change } });

describe('subject', () => {
  breakGate('subject', [
    ['none', say({ subject: ' ' }), /there is no subject/u],
    ['a line break', say({ subject: 'May\nBcc: all' }), /control characters/u],
    ['a novel', say({ subject: 'word '.repeat(30) }), /150 columns, at most 120/u],
  ]);
  breakGate(
    'subject',
    [['longer than a phone', say({ subject: 'word '.repeat(15) }), /a phone shows/u]],
    'look',
  );
});

describe('preheader', () => {
  const words = 'A stubborn lock, a kiln relit, eleven geese.';
  const atTop: Break = (mail) => ({ ...mail, html: mail.html.replace(/<body[^>]*>/u, '$&<p>Hello</p>') });
  breakGate('preheader', [
    ['not in the email', swap('html', words, 'Other words.'), /first words/u],
    ['after other words', atTop, /first words/u],
  ]);
  const both =
    (preheader: string): Break =>
    (mail) =>
      swap('html', words, preheader)(say({ preheader })(mail));
  breakGate(
    'preheader',
    [
      ['none', both(''), /there is none/u],
      ['a short one', both('Geese again.'), /adds whatever comes next/u],
      ['a long one', both('Geese again, '.repeat(15)), /the end is cut off/u],
    ],
    'look',
  );
});
