import { describe, expect, test } from 'vitest';
import { breakGate, good, judgeBy, swap } from './breaks.ts';

describe('of the email', () => {
  breakGate('acts', [
    ['a script', swap('html', '</h1>', '</h1><script>document.title="x"</script>'), /<script>/u],
    ['a handler', swap('html', '<h1', '<h1 onclick="alert(1)"'), /onclick/u],
    ['a frame', swap('html', '</h1>', '</h1><iframe srcdoc="x"></iframe>'), /<iframe>/u],
    ['a tag that MJML left', swap('html', '</h1>', '</h1><mj-text>x</mj-text>'), /<mj-text>/u],
  ]);
});

describe('of the page', () => {
  breakGate('page-acts', [
    ['a script', swap('page', '</main>', '<script src="/x.js"></script></main>'), /<script>/u],
    [
      'a base for all addresses',
      swap('page', '<title>', '<base href="https://x.example/"><title>'),
      /<base>/u,
    ],
  ]);
});

test('one thing acts, several act', async () => {
  const frames = (n: number) => swap('html', '</h1>', `</h1>${'<iframe></iframe>'.repeat(n)}`)(good);
  expect((await judgeBy('acts', frames(1))).sentence).toBe('1 thing that acts, or that no program knows.');
  expect((await judgeBy('acts', frames(8))).sentence).toBe('8 things that act, or that no program knows.');
});
