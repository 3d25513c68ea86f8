import { expect, test } from 'vitest';
import { count, finding, groupDigits, judge, openMail } from '../../src/proof/gate.ts';
import { good } from './breaks.ts';

test('numbers read well', () => {
  expect([groupDigits(7), groupDigits(102_400), groupDigits(1_234_567)]).toEqual([
    '7',
    '102,400',
    '1,234,567',
  ]);
  expect([count(1, 'line'), count(2, 'line'), count(0, 'story', 'stories')]).toEqual([
    '1 line',
    '2 lines',
    '0 stories',
  ]);
});

test('a finding makes it fail', () => {
  expect(judge([], 'Good.', 'Bad.')).toEqual({
    result: 'pass',
    figure: '0',
    sentence: 'Good.',
    findings: [],
  });
  expect(judge([finding('x')], 'Good.', 'Bad.')).toMatchObject({
    result: 'fail',
    figure: '1',
    sentence: 'Bad.',
  });
});

test('what Outlook sees is opened too', () => {
  expect(openMail(good).hidden.map((e) => e.tagName)).toContain('table');
  expect(openMail({ ...good, html: '<!-- a comment --><p>x</p>' }).hidden).toEqual([]);
});

test('signs that no rendering holds are missed in none', () => {
  const issue = { ...good.issue, label: 'May\u0000 2026' };
  expect(openMail({ ...good, issue }).issue.label).toBe('May 2026');
});
