import { describe, expect, test } from 'vitest';
import { stopRules } from '../../../src/text/sentences/abbreviations.ts';
import { type Boundary, rules } from '../../../src/text/sentences/rules.ts';

const boundary: Boundary = {
  language: 'en',
  lowered: false,
  stops: stopRules('en'),
  head: 'It rained.',
  whole: true,
  tail: 'Nobody came.',
  gap: true,
  enclosed: false,
  word: 'rained',
  next: 'Nobody',
  quoted: false,
};

function judge(name: string, change: Partial<Boundary>): string | undefined {
  return rules.find((rule) => rule.name === name)?.judge({ ...boundary, ...change });
}

describe('rules', () => {
  test('have names of their own', () => {
    expect(new Set(rules.map((rule) => rule.name)).size).toBe(rules.length);
  });

  test('none objects to a plain end', () => {
    expect(rules.map((rule) => rule.judge(boundary))).toEqual(rules.map(() => undefined));
  });

  test('judge what they are for', () => {
    expect(judge('marker alone', { head: '12.' })).toBe('join');
    expect(judge('enclosed', { enclosed: true })).toBe('join');
    expect(judge('glued', { gap: false, head: 'see x.com/?', tail: 'q=1' })).toBe('join');
    expect(judge('small letter', { tail: '— he said.' })).toBe('join');
    expect(judge('title', { word: 'Mr' })).toBe('join');
    expect(judge('time of day', { head: 'It opens at 9 a.m.', word: 'a.m' })).toBe('split');
    expect(judge('abbreviation', { word: 'Inc', tail: 'The rest', next: 'The' })).toBe('split');
    expect(judge('abbreviation', { word: 'Inc', tail: 'Low left', next: 'Low' })).toBe('join');
    expect(judge('ordinal', { word: '3' })).toBeUndefined();
    expect(judge('ordinal', { word: '3', stops: stopRules('de'), tail: 'Mai', next: 'Mai' })).toBe('join');
  });
});
