/** Which stories the email tells when not all of them fit: a fixed order of sacrifices, and the first that suffices. */
import type { Issue } from '../types.ts';
import { toldStories } from './view.ts';

/** One way to render the email: `told` is the number of stories of each theme, by position. */
export type Step = { marks: boolean; told: readonly number[] };

/**
 * All ways from the fullest to the shortest. First go the links to sentences; then the last story of the theme
 * that has most (of two alike, the later); the first story of each theme goes after all others, the lead never.
 */
export function listSteps(issue: Issue): Step[] {
  let told = issue.themes.map((theme) => toldStories(theme, issue).length);
  const steps: Step[] = [
    { marks: true, told },
    { marks: false, told },
  ];
  for (let most = Math.max(0, ...told); most > 0; most = Math.max(0, ...told)) {
    const victim = told.lastIndexOf(most);
    told = told.map((count, index) => (index === victim ? count - 1 : count));
    steps.push({ marks: false, told });
  }
  return steps;
}

/** Stories of each theme that a step leaves to the page; themes that lose none are not listed. */
export function listLeft(issue: Issue, step: Step): { theme: string; stories: number }[] {
  return issue.themes
    .map((theme, index) => ({
      theme: theme.name,
      stories: toldStories(theme, issue).length - (step.told[index] ?? 0),
    }))
    .filter((left) => left.stories > 0);
}

/** An email of which the estimate alone is this many times too long is not measured: that takes minutes and gigabytes. */
const FAR = 2;

export type Measured<T> = { value: T; bytes: number };

/**
 * The first step whose finished bytes are at most `limit`, or the last step if none is. `estimate` is cheap and
 * off by about the same amount everywhere; `measure` is exact and dear, and has the last word.
 */
export async function chooseStep<T>(
  count: number,
  limit: number,
  estimate: (step: number) => number,
  measure: (step: number) => Promise<Measured<T>>,
): Promise<Measured<T> & { step: number }> {
  const start = findStep(0, count, (step) => estimate(step) <= FAR * limit);
  let at = { step: start, ...(await measure(start)) };
  let tooBig = -1;
  while (at.bytes > limit && at.step < count - 1) {
    tooBig = at.step;
    const offset = at.bytes - estimate(at.step);
    const next = findStep(at.step + 1, count, (step) => estimate(step) + offset <= limit);
    at = { step: next, ...(await measure(next)) };
  }
  // The estimate may have been too careful: go back up while that fits, in growing strides, then halve the last one.
  for (let stride = 1; at.step - tooBig > 1 && at.bytes <= limit; stride *= 2) {
    const step = Math.max(at.step - stride, (tooBig + at.step + 1) >> 1);
    const before = { step, ...(await measure(step)) };
    if (before.bytes <= limit) at = before;
    else tooBig = step;
  }
  return at;
}

/** The first step from `from` on for which `fits` holds, the last one if none does. Sizes fall from step to step. */
function findStep(from: number, count: number, fits: (step: number) => boolean): number {
  let low = from;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
