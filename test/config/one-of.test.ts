import { expect, test } from 'vitest';
import { oneOf } from '../../src/config/one-of.ts';
import { configSchema } from '../../src/config.ts';

const said = (schema: ReturnType<typeof oneOf>, value: unknown): string | undefined =>
  schema.safeParse(value).error?.issues[0]?.message;

test('another name is told with all that there are, without the words of a program', () => {
  const boats = oneOf(['punt', 'barge', 'ferry']);
  expect(boats.parse('barge')).toBe('barge');
  expect(said(boats, 'raft')).toBe('"raft" is not known; it can be punt, barge or ferry');
  expect(said(boats, 7)).toBe('7 is not known; it can be punt, barge or ferry');
  expect(said(oneOf(['punt', 'barge']), ['punt'])).toBe('["punt"] is not known; it can be punt or barge');
});

test.each(['look', 'period', 'publish'])('%s in the config is such a name', (key) => {
  const least = { title: 'T', url: 'https://reed.example', sender: { name: 'N', email: 'n@reed.example' } };
  const { error } = configSchema.safeParse({ ...least, [key]: 'newsprint' });
  expect(error?.issues[0]?.message).toMatch(/^"newsprint" is not known; it can be \w+(?:, \w+)* or \w+$/u);
});
