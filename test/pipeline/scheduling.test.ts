import { describe, expect, test } from 'vitest';
import { type Config, configSchema } from '../../src/config.ts';
import { isUnderWay, type Known, lastMoment, stepsFor } from '../../src/pipeline/scheduling.ts';

type Given = Partial<Pick<Config, 'period' | 'timeZone'>> & {
  day?: number;
  time?: string;
  notify?: string;
  within?: number;
};

function configOf({ period, timeZone, ...schedule }: Given): Config {
  return configSchema.parse({
    title: 'Reed',
    url: 'https://reed.example',
    sender: { name: 'Reed', email: 'letters@reed.example' },
    ...(period && { period }),
    ...(timeZone && { timeZone }),
    schedule: { notify: 'ed@reed.example', ...schedule },
  });
}

type State = {
  now: string;
  since?: string;
  sealed?: string[];
  drafts?: string[];
  runs?: string[];
  open?: string[];
  told?: string[];
};

/** `2026-05/2`: revision 2. */
function knownOf({
  now,
  since = '2020-01-01',
  sealed = [],
  drafts = [],
  runs = [],
  open = [],
  told = [],
}: State): Known {
  const runOf = (id: string, finished: string | null) => ({ id, issue: id.split('/')[0] ?? '', finished });
  return {
    now: Date.parse(now),
    since: Date.parse(since),
    issues: [
      ...sealed.map((id) => ({ key: id.split('/')[0] ?? '', revision: Number(id.split('/')[1] ?? 1) })),
      ...drafts.map((key) => ({ key, revision: null })),
    ],
    runs: [...runs.map((id) => runOf(id, '2026-06-01T05:00:00.000Z')), ...open.map((id) => runOf(id, null))],
    told: new Set(told),
  };
}

/** The steps without the waiting for the next issue, as `act issue`. */
function plan(given: Given, state: State): string[] {
  const steps = stepsFor(configOf(given), knownOf(state));
  expect(steps.at(-1)).toMatchObject({ why: expect.stringMatching(/it is due at |^it was sent on /u) });
  expect(['wait', 'none']).toContain(steps.at(-1)?.act);
  expect(steps.filter(({ act }) => ['send', 'resume', 'notify'].includes(act)).length).toBeLessThanOrEqual(1);
  return steps.slice(0, -1).map(({ act, issue }) => `${act} ${issue}`);
}

const whyOf = (given: Given, state: State, act: string): string | undefined =>
  stepsFor(configOf(given), knownOf(state)).find((step) => step.act === act)?.why;

describe('a month', () => {
  const may = '2026-06-01T08:00:00Z';
  test.each<[string, State, string[]]>([
    ['it waits for approval: the editor is told', { now: may, drafts: ['2026-05'] }, ['notify 2026-05']],
    ['told once', { now: may, drafts: ['2026-05'], told: ['2026-05'] }, ['wait 2026-05']],
    ['approved', { now: may, sealed: ['2026-05'] }, ['send 2026-05']],
    [
      'approved later, after they were told',
      { now: '2026-06-04T08:00:00Z', sealed: ['2026-05'], told: ['2026-05'] },
      ['send 2026-05'],
    ],
    ['sent', { now: may, sealed: ['2026-05'], runs: ['2026-05/1'] }, ['none 2026-05']],
    [
      'begun twice, and the seal of the first put back',
      { now: may, sealed: ['2026-05/1'], open: ['2026-05/1', '2026-05/2'] },
      ['ask 2026-05'],
    ],
    ['sent, and approved anew', { now: may, sealed: ['2026-05/2'], runs: ['2026-05/1'] }, ['none 2026-05']],
    ['sent, and reopened', { now: may, drafts: ['2026-05'], runs: ['2026-05/1'] }, ['none 2026-05']],
    ['stopped in the middle', { now: may, sealed: ['2026-05'], open: ['2026-05/1'] }, ['resume 2026-05']],
    ['stopped, and approved anew', { now: may, sealed: ['2026-05/2'], open: ['2026-05/1'] }, ['ask 2026-05']],
    ['stopped, and reopened', { now: may, drafts: ['2026-05'], open: ['2026-05/1'] }, ['ask 2026-05']],
    ['no article', { now: may }, ['none 2026-05']],
    [
      'one minute early',
      { now: '2026-06-01T06:59:59Z', sealed: ['2026-05', '2026-04'], runs: ['2026-04/1'] },
      ['none 2026-04'],
    ],
    [
      'on time',
      { now: '2026-06-01T07:00:00Z', sealed: ['2026-05', '2026-04'], runs: ['2026-04/1'] },
      ['send 2026-05'],
    ],
    [
      'the issue of the month that is not over stays',
      { now: may, sealed: ['2026-05', '2026-06'], runs: ['2026-05/1'] },
      ['none 2026-05'],
    ],
  ])('%s', (_, state, steps) => expect(plan({}, state)).toEqual(steps));
});

describe('what nobody expects any more is not sent by itself', () => {
  test.each<[string, State, string[], string]>([
    [
      'approved too late',
      { now: '2026-06-09T08:00:00Z', sealed: ['2026-05'], told: ['2026-05'] },
      ['ask 2026-05'],
      'more than 7 days ago',
    ],
    ['the last moment', { now: '2026-06-08T07:00:00Z', sealed: ['2026-05'] }, ['send 2026-05'], ''],
    [
      'stopped long ago',
      { now: '2026-06-20T08:00:00Z', sealed: ['2026-05'], open: ['2026-05/1'] },
      ['ask 2026-05'],
      'more than 7 days ago',
    ],
    [
      'from before the schedule',
      { now: '2026-06-02T08:00:00Z', since: '2026-06-02T08:00:00Z', sealed: ['2026-05'] },
      ['ask 2026-05'],
      'before digestif run was used',
    ],
    [
      'a draft from before the schedule',
      { now: '2026-06-02T08:00:00Z', since: '2026-06-02T08:00:00Z', drafts: ['2026-05'] },
      ['wait 2026-05'],
      '',
    ],
    [
      'overtaken by the next',
      { now: '2026-07-01T08:00:00Z', sealed: ['2026-05', '2026-06'], told: ['2026-05'] },
      ['ask 2026-05', 'send 2026-06'],
      '2026-06 is due by now',
    ],
    [
      'two months were missed, none was told',
      { now: '2026-07-01T08:00:00Z', sealed: ['2026-04', '2026-05', '2026-06'], runs: ['2026-04/1'] },
      ['ask 2026-05', 'send 2026-06'],
      'was never sent',
    ],
    [
      'stopped, and overtaken',
      { now: '2026-07-01T08:00:00Z', sealed: ['2026-05', '2026-06'], open: ['2026-05/1'] },
      ['ask 2026-05', 'send 2026-06'],
      'sending of 2026-05/1 was begun',
    ],
    [
      'an archive that was never sent is history',
      { now: '2026-06-01T08:00:00Z', sealed: ['2026-02', '2026-03', '2026-04', '2026-05'] },
      ['send 2026-05'],
      '',
    ],
    [
      'gaps before the last sending are history',
      {
        now: '2026-06-01T08:00:00Z',
        sealed: ['2026-02', '2026-03', '2026-04', '2026-05'],
        runs: ['2026-04/1'],
      },
      ['send 2026-05'],
      '',
    ],
  ])('%s', (_, state, steps, why) => {
    expect(plan({}, state)).toEqual(steps);
    if (why !== '') expect(whyOf({}, state, 'ask')).toContain(why);
  });

  test('within may be longer, but the next issue ends it', () => {
    const late: State = { now: '2026-06-28T08:00:00Z', sealed: ['2026-05'] };
    expect(plan({ within: 60 }, late)).toEqual(['send 2026-05']);
    expect(plan({ within: 60 }, { ...late, now: '2026-07-01T08:00:00Z', told: ['2026-05'] })).toEqual([
      'ask 2026-05',
      'none 2026-06',
    ]);
  });
});

describe('a clock that goes wrong', () => {
  test('back by a month: nothing older is sent after something newer', () => {
    const state: State = { now: '2026-05-10T08:00:00Z', sealed: ['2026-04', '2026-05'], runs: ['2026-05/1'] };
    expect(plan({ within: 60 }, state)).toEqual(['none 2026-04']);
    expect(plan({ within: 60 }, { ...state, runs: [], open: ['2026-05/1'] })).toEqual(['none 2026-04']);
  });
  test('back by an hour, twice at the same time: sent once', () => {
    const sealed = ['2026-05'];
    expect(plan({}, { now: '2026-06-01T07:30:00Z', sealed })).toEqual(['send 2026-05']);
    expect(plan({}, { now: '2026-06-01T07:00:00Z', sealed, runs: ['2026-05/1'] })).toEqual(['none 2026-05']);
  });
  test('ahead by years: there is no such issue', () => {
    expect(plan({}, { now: '2036-06-01T08:00:00Z', sealed: ['2026-05'], runs: ['2026-05/1'] })).toEqual([
      'none 2036-05',
    ]);
  });
});

describe('when an issue is due', () => {
  test.each<[Given, string, string, string]>([
    // The minute before, and the minute: which issue is the last that is due.
    [{}, '2026-05-31T23:59:00Z', '2026-04', 'none'],
    [{ day: 31 }, '2026-02-28T06:59:00Z', '2025-12', 'February ends on the 28th'],
    [{ day: 31 }, '2026-02-28T07:00:00Z', '2026-01', ''],
    [{ day: 31 }, '2028-02-29T07:00:00Z', '2028-01', 'and on the 29th'],
    [{ day: 31 }, '2028-02-28T07:00:00Z', '2027-12', ''],
    [{ day: 31 }, '2026-01-31T07:00:00Z', '2025-12', 'over the end of a year'],
    [{ day: 15 }, '2026-01-14T23:00:00Z', '2025-11', ''],
    [{ timeZone: 'Europe/Berlin' }, '2026-06-01T04:59:00Z', '2026-04', 'summer'],
    [{ timeZone: 'Europe/Berlin' }, '2026-06-01T05:00:00Z', '2026-05', ''],
    [{ timeZone: 'Europe/Berlin' }, '2026-12-01T05:59:00Z', '2026-10', 'winter'],
    [{ timeZone: 'Europe/Berlin' }, '2026-12-01T06:00:00Z', '2026-11', ''],
    [
      { timeZone: 'Pacific/Kiritimati', time: '00:00' },
      '2026-05-31T10:00:00Z',
      '2026-05',
      'a day ahead of UTC',
    ],
    [{ timeZone: 'America/Adak', time: '23:59' }, '2026-06-02T08:58:00Z', '2026-04', 'and behind'],
    [
      { timeZone: 'Europe/Berlin', day: 29, time: '02:30' },
      '2026-03-29T01:29:00Z',
      '2026-01',
      'the time is leapt over',
    ],
    [{ timeZone: 'Europe/Berlin', day: 29, time: '02:30' }, '2026-03-29T01:30:00Z', '2026-02', ''],
    [
      { timeZone: 'Europe/Berlin', day: 25, time: '02:30' },
      '2026-10-25T00:29:00Z',
      '2026-08',
      'the time comes twice',
    ],
    [
      { timeZone: 'Europe/Berlin', day: 25, time: '02:30' },
      '2026-10-25T00:30:00Z',
      '2026-09',
      'the first counts',
    ],
    [{ timeZone: 'Europe/Berlin', day: 25, time: '02:30' }, '2026-10-25T01:30:00Z', '2026-09', ''],
    [{ period: 'week' }, '2026-06-01T06:59:00Z', '2026-W21', 'Monday'],
    [{ period: 'week' }, '2026-06-01T07:00:00Z', '2026-W22', ''],
    [{ period: 'week', day: 7 }, '2026-06-07T07:00:00Z', '2026-W22', 'Sunday'],
    [{ period: 'week', day: 31 }, '2026-06-07T06:59:00Z', '2026-W21', 'no later day'],
    [{ period: 'week' }, '2027-01-04T07:00:00Z', '2026-W53', 'a year of 53 weeks'],
    [{ period: 'quarter' }, '2026-04-01T07:00:00Z', '2026-Q1', ''],
    [{ period: 'quarter', day: 31 }, '2026-04-30T07:00:00Z', '2026-Q1', 'April ends on the 30th'],
    [{ period: 'quarter', day: 10 }, '2026-01-10T06:59:00Z', '2025-Q3', ''],
    [{ period: 'quarter', day: 10 }, '2026-01-10T07:00:00Z', '2025-Q4', ''],
    [{ period: 'day', day: 9 }, '2026-03-01T06:59:00Z', '2026-02-27', 'days know no day'],
    [{ period: 'day' }, '2026-03-01T07:00:00Z', '2026-02-28', ''],
  ])('%j at %s: %s %s', (given, now, last) => {
    expect(plan(given, { now })).toEqual([`none ${last}`]);
  });

  test.each([
    ['month', 12],
    ['week', 52],
    ['quarter', 4],
    ['day', 365],
  ] as const)('run every three hours for a year, the issue of each %s is sent once', (period, count) => {
    const config = configOf({ period, time: '02:30', timeZone: 'Europe/Berlin' });
    const runs: Known['runs'][number][] = [];
    for (
      let now = Date.parse('2026-01-02T00:00:00Z');
      now < Date.parse('2027-01-02T00:00:00Z');
      now += 10_800_000
    ) {
      const last = stepsFor(config, knownOf({ now: new Date(now).toISOString() }))[0]?.issue ?? '';
      const issues = [{ key: last, revision: 1 }];
      const steps = stepsFor(config, { now, since: 0, issues, runs: runs.slice(-2), told: new Set() });
      for (const { issue } of steps.filter(({ act }) => act === 'send'))
        runs.push({ id: `${issue}/1`, issue, finished: new Date(now).toISOString() });
    }
    // One more is that of the last year, where it is still due.
    expect(runs.length - count).toBeOneOf([0, 1]);
    expect(new Set(runs.map(({ issue }) => issue)).size).toBe(runs.length);
  });

  test('until when it is sent by itself', () => {
    const of = (given: Given, key: string) => {
      const config = configOf(given);
      return config.schedule && new Date(lastMoment(key, config.schedule, config)).toISOString();
    };
    expect(of({}, '2026-05')).toBe('2026-06-08T07:00:00.000Z');
    expect(of({ within: 60 }, '2026-05')).toBe('2026-07-01T07:00:00.000Z');
    expect(of({ period: 'day' }, '2026-05-31')).toBe('2026-06-02T07:00:00.000Z');
    expect(of({ timeZone: 'Pacific/Kiritimati', time: '00:00', within: 60 }, '2026-05')).toBe(
      '2026-06-30T10:00:00.000Z',
    );
  });
});

test('without a schedule nothing is due', () => {
  const { schedule: _, ...config } = configOf({});
  expect(
    stepsFor({ ...config, schedule: undefined }, knownOf({ now: '2026-06-01', sealed: ['2026-05'] })),
  ).toEqual([]);
});

test('without somebody to tell, an issue waits', () => {
  const { notify: _, ...schedule } = configOf({}).schedule ?? { day: 1, time: '07:00', within: 7 };
  const steps = stepsFor(
    { ...configOf({}), schedule },
    knownOf({ now: '2026-06-02T08:00:00Z', drafts: ['2026-05'] }),
  );
  expect(steps[0]).toEqual({
    act: 'wait',
    issue: '2026-05',
    why: 'it is not approved yet',
    hint: 'digestif approve 2026-05',
  });
});

test('an issue is under way as long as its last day lasts where the newsletter is', () => {
  const at = (time: string): boolean =>
    isUnderWay('2026-05', configOf({ timeZone: 'Pacific/Auckland' }), Date.parse(time));
  expect([at('2026-04-30T11:59Z'), at('2026-04-30T12:00Z')]).toEqual([false, true]);
  expect([at('2026-05-31T11:59Z'), at('2026-05-31T12:00Z')]).toEqual([true, false]);
});
