import { expect, test } from 'vitest';
import { timeLeft, watchProgress } from '../../src/commands/sending-progress.ts';
import { makeRun, run } from '../io/state/samples.ts';

test('the time left follows from the speed so far', () => {
  const begun = { at: 0, left: 1000 };
  expect(timeLeft(begun, 10_000, 900, null)).toBe('; about 90 s to go');
  expect(timeLeft(begun, 10_000, 999, null)).toBe('; about 167 min to go'.replace('167 min', '2 h 47 min'));
  expect(timeLeft(begun, 600_000, 500, null)).toBe('; about 10 min to go');
  expect(timeLeft(begun, 10_000, 1000, null)).toBe('');
  expect(timeLeft(begun, 10_000, 3, 70_000)).toBe('; the next try in 60 s');
  expect(timeLeft(begun, 10_000, 900, 11_000)).toBe('; about 90 s to go');
});

test('where each is a line, one a minute, and before a wait', async () => {
  const { state } = await makeRun(10);
  const frozen = { ...run, prepared: 10, finished: null };
  const lines: string[] = [];
  let clock = 0;
  const { report, end } = watchProgress(
    {
      folder: '',
      json: false,
      verbose: false,
      now: () => new Date(clock),
      terminal: { out: () => {}, err: (text) => void lines.push(text), lively: false, color: false },
    },
    state.ledger,
    frozen,
  );
  await report(null);
  const results = (await state.ledger.claim(run.id, 1, 4)).map(({ number }) => ({
    number,
    state: number === 4 ? ('failed' as const) : ('sent' as const),
    reply: null,
  }));
  await state.ledger.settle(run.id, results);
  for (clock = 1000; clock <= 61_000; clock += 1000) await report(null);
  await report(91_000);
  end();
  expect(lines).toEqual([
    '2026-05/1: 0 of 10 sent, 10 left',
    '2026-05/1: 3 of 10 sent, 1 failed or unknown, 6 left; about 90 s to go',
    '2026-05/1: 3 of 10 sent, 1 failed or unknown, 6 left; the next try in 29 s',
  ]);
});
