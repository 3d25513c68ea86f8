import { expect, test } from 'vitest';
import { isForgiven, type Passage } from '../../src/deliver/forgiveness.ts';

const now = Date.parse('2026-06-20T08:00:00Z');
const run = (day: string, rest: Partial<Passage> = {}): Passage => ({
  started: `2026-${day}T07:00:00Z`,
  finished: `2026-${day}T08:00:00Z`,
  state: 'sent',
  bounced: false,
  ...rest,
});
const bounced = run('05-01', { bounced: true });

test.each<[string, Passage[], boolean]>([
  ['nothing ever bounced', [run('05-01'), run('06-01')], false],
  ['a later issue went through', [bounced, run('06-01')], true],
  ['whatever the order', [run('06-01'), bounced], true],
  ['a later one bounced too', [bounced, run('06-01', { bounced: true })], false],
  ['only an earlier one went through', [run('04-01'), bounced], false],
  ['a later one may still come back', [bounced, run('06-14')], false],
  ['seven days are quiet enough', [bounced, run('06-13')], true],
  ['a later one was not sent to them', [bounced, run('06-01', { state: 'excluded' })], false],
  ['nobody knows of a later one', [bounced, run('06-01', { state: 'unknown' })], false],
  ['a later one is not finished', [bounced, run('06-01', { finished: null })], false],
  ['they were not among its readers', [bounced, run('06-01', { state: null })], false],
  [
    'one in between went through, the last bounced',
    [bounced, run('05-15'), run('06-01', { bounced: true })],
    false,
  ],
])('%s: %#', (_, passages, forgiven) => expect(isForgiven(passages, now)).toBe(forgiven));
