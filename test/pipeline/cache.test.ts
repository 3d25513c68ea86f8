import { describe, expect, test } from 'vitest';
import { createCache, forgetful } from '../../src/pipeline/cache.ts';
import type { Remember } from '../../src/types.ts';

/** Asks in a run of its own for something made of these inputs; tells whether it had to be made. */
async function ask(cache: ReturnType<typeof createCache>, ...inputs: unknown[]): Promise<boolean> {
  return await cache.run('work', async (remember) => askIn(remember, ...inputs));
}

function askIn(remember: Remember, ...inputs: unknown[]): boolean {
  let made = false;
  remember('thing', inputs, () => {
    made = true;
    return {};
  });
  return made;
}

describe('the same inputs give the same result', () => {
  const one = { a: 1 };
  const same: [string, unknown[], unknown[]][] = [
    ['numbers and words', [1, 'ebb', true, null, undefined], [1, 'ebb', true, null, undefined]],
    ['long texts', ['ebb '.repeat(100)], ['ebb '.repeat(100)]],
    ['bytes', [Buffer.from('ebb')], [Buffer.from('ebb')]],
    ['one object', [one], [one]],
  ];
  test.each(same)('%s', async (_, first, second) => {
    const cache = createCache();
    expect(await ask(cache, ...first)).toBe(true);
    expect(await ask(cache, ...second)).toBe(false);
  });
  const other: [string, unknown[], unknown[]][] = [
    ['a number is no word', [1], ['1']],
    ['null is not undefined', [null], [undefined]],
    ['long texts that differ at their end', [`${'ebb '.repeat(100)}a`], [`${'ebb '.repeat(100)}b`]],
    ['bytes', [Buffer.from('ebb')], [Buffer.from('ebd')]],
    ['bytes are no text', [Buffer.from('e'.repeat(100))], ['e'.repeat(100)]],
    ['two objects of one kind', [{ a: 1 }], [{ a: 1 }]],
    ['two functions of one kind', [() => 1], [() => 1]],
    ['a word with what parts inputs', ['a\n"b"'], ['a', 'b']],
    ['another order', ['a', 'b'], ['b', 'a']],
  ];
  test.each(other)('others do not: %s', async (_, first, second) => {
    const cache = createCache();
    expect(await ask(cache, ...first)).toBe(true);
    expect(await ask(cache, ...second)).toBe(true);
  });
});

test('a name is an input too', async () => {
  const cache = createCache();
  const asked = await cache.run('work', async (remember) => [
    remember('a', [1], () => 'a'),
    remember('b', [1], () => 'b'),
    remember('a', [1], () => 'c'),
  ]);
  expect(asked).toEqual(['a', 'b', 'a']);
});

test('what two runs did not ask for is gone', async () => {
  const cache = createCache();
  await ask(cache, 'a');
  await ask(cache, 'b');
  expect(await ask(cache, 'a')).toBe(false);
  await ask(cache, 'b');
  await ask(cache, 'b');
  expect(await ask(cache, 'a')).toBe(true);
});

test('what was asked for while a result was made stays as long as the result', async () => {
  const cache = createCache();
  const outer = (key: string): Promise<string[]> =>
    cache.run('work', async (remember) => {
      const made: string[] = [];
      remember('outer', [key], () => {
        made.push('outer');
        return remember('inner', [], () => made.push('inner'));
      });
      return made;
    });
  expect(await outer('a')).toEqual(['outer', 'inner']);
  for (let run = 0; run < 3; run += 1) expect(await outer('a')).toEqual([]);
  expect(await outer('b')).toEqual(['outer']);
});

test('a run that fails keeps nothing and drops nothing', async () => {
  const cache = createCache();
  await ask(cache, 'a');
  for (let run = 0; run < 3; run += 1) {
    const failing = cache.run('work', async (remember) => {
      askIn(remember, 'b');
      throw new Error('the weir broke');
    });
    await expect(failing).rejects.toThrow('the weir broke');
  }
  expect(await ask(cache, 'a')).toBe(false);
  expect(await ask(cache, 'b')).toBe(true);
});

test('works do not drop what belongs to others', async () => {
  const cache = createCache();
  await ask(cache, 'a');
  for (let run = 0; run < 3; run += 1) await cache.run('other work', async () => null);
  expect(await ask(cache, 'a')).toBe(false);
});

test('who keeps nothing makes everything anew', async () => {
  expect(await ask(forgetful, 'a')).toBe(true);
  expect(await ask(forgetful, 'a')).toBe(true);
});
