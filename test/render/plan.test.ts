import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseStep, listLeft, listSteps } from '../../src/render/plan.ts';
import { makeIssue, makeStory, makeTheme } from './fixture.ts';

const issueOf = (...counts: number[]) =>
  makeIssue({
    themes: counts.map((count, theme) =>
      makeTheme(
        `Theme ${theme}`,
        Array.from({ length: count }, (_, story) => makeStory(`${theme}-${story}`)),
      ),
    ),
  });

test('links go first, then the last story of the fullest theme, the first of each theme at the very end', () => {
  expect(listSteps(issueOf(2, 3)).map(({ marks, told }) => [marks, ...told])).toEqual([
    [true, 2, 3],
    [false, 2, 3],
    [false, 2, 2],
    [false, 2, 1],
    [false, 1, 1],
    [false, 1, 0],
    [false, 0, 0],
  ]);
});

test('the lead is told above its theme and never left out', () => {
  const issue = issueOf(2, 1);
  const first = issue.themes[0]?.stories[0];
  const led = { ...issue, lead: first ? { ...first, theme: 'theme-' } : null };
  expect(listSteps(led)[0]?.told).toEqual([1, 1]);
  expect(listLeft(led, { marks: false, told: [0, 1] })).toEqual([{ theme: 'Theme 0', stories: 1 }]);
});

test('an issue without stories has nothing to give away', () => {
  expect(listSteps(makeIssue())).toHaveLength(2);
});

test('the fullest step that fits is found, whatever the estimate is worth, in few measurements', async () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 150, size: 'max' });
  await fc.assert(
    fc.asyncProperty(
      sizes,
      fc.nat(80_000),
      fc.double({ min: 0.9, max: 1.1, noNaN: true }),
      async (parts, limit, skew) => {
        const size = (step: number) => 3000 + parts.slice(step).reduce((sum, part) => sum + part, 0);
        let measured = 0;
        const measure = async (step: number) => {
          measured += 1;
          return { value: step, bytes: size(step) };
        };
        const chosen = await chooseStep(parts.length, limit, (step) => size(step) * skew, measure);
        const best = parts.findIndex((_, step) => size(step) <= limit);
        expect(chosen.step).toBe(best === -1 ? parts.length - 1 : best);
        expect(chosen.bytes).toBe(size(chosen.step));
        if (Math.abs(skew - 1) < 0.01) expect(measured).toBeLessThan(8);
      },
    ),
    { seed: 20260501 },
  );
});

test('steps that are far too long are never finished', async () => {
  const measured: number[] = [];
  const measure = async (step: number) => {
    measured.push(step);
    return { value: step, bytes: 300 * (50_000 - step) };
  };
  const chosen = await chooseStep(50_000, 100_000, (step) => 200 * (50_000 - step), measure);
  expect(chosen.step).toBe(49_667);
  expect(Math.min(...measured)).toBe(49_000);
  expect(measured.length).toBeLessThan(24);
});
