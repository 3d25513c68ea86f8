import { subsetsOf } from './model/set-features.ts';

/** Sentences that follow each other, told as one highlight: from `first` to `last`, by index. */
export type Run = { first: number; last: number };

/** Whether a run can be read on its own. */
export type Stands = (run: Run) => boolean;

/** How a selection is judged. */
export type Judgement = {
  stands: Stands;
  /** Worth of each sentence alone. */
  margins: ArrayLike<number>;
  /** Values of sets of ascending sentences: only sets of one size are compared. */
  valuesOf: (sets: readonly (readonly number[])[]) => ArrayLike<number>;
  /** Whether two runs say the same. */
  alike: (a: Run, b: Run) => boolean;
  wordsOf: (run: Run) => number;
};

/** Most sentences, and most words of all; `lone`: a single sentence may have more, where nothing else is told. */
export type Budget = { limit: number; words: number; lone: boolean };

/** How many of the best sentences, and of the first, are weighed against each other: more choose no better. */
const most = 6;
const first = 3;

/**
 * The sentences worth weighing: the best by margin that can be read alone, the first, and of the `telling` best those
 * that can be read after the one before them.
 */
export function candidatesOf(
  margins: ArrayLike<number>,
  stands: Stands,
  telling: number,
  best: number = most,
): number[] {
  const all = Array.from({ length: margins.length }, (_, i) => i);
  const alone = (i: number): boolean => stands({ first: i, last: i });
  const followed = (i: number): boolean => i > 0 && stands({ first: i - 1, last: i });
  const chosen = all
    .sort((a, b) => (margins[b] as number) - (margins[a] as number) || a - b)
    .filter((i, place) => alone(i) || (place < telling && followed(i)))
    .slice(0, best);
  const needed = chosen.filter((i) => !alone(i)).map((i) => i - 1);
  const opening = Array.from({ length: Math.min(2 * first, margins.length) }, (_, i) => i)
    .filter(alone)
    .slice(0, first);
  return [...new Set([...chosen, ...needed, ...opening])].sort((a, b) => a - b);
}

/**
 * The best readable set within a budget, as runs in reading order. Every set is weighed as a whole, since highlights are
 * read together. A sentence that points to the one before it is taken with it, or not at all. Smaller sets are tried
 * when no larger one can be read, or when words are too few for a larger one with the best sentence in it: two poor short
 * ones do not make up for that.
 */
export function selectRuns(
  candidates: readonly number[],
  budget: Budget,
  judgement: Judgement,
): { runs: Run[]; weighed: number } {
  const { stands, margins, valuesOf } = judgement;
  const best = candidates.reduce(
    (a, b) => (a < 0 || (margins[b] as number) > (margins[a] as number) ? b : a),
    -1,
  );
  for (let size = Math.min(budget.limit, candidates.length); size > 0; size -= 1) {
    const sets = subsetsOf(candidates.length, size).map((set) => set.map((k) => candidates[k] as number));
    const readable = sets.flatMap((set) => {
      const runs = partition(set, stands);
      return runs && isVaried(runs, judgement) ? [{ set, runs }] : [];
    });
    const affordable = readable.filter(({ set, runs }) => fits(set.length, runs, budget, judgement));
    const withBest = ({ set }: { set: readonly number[] }): boolean => set.includes(best);
    if (size > 1 && readable.some(withBest) && !affordable.some(withBest)) continue;
    const values = Array.from(valuesOf(affordable.map((r) => r.set)));
    const top = affordable[values.indexOf(Math.max(...values))];
    if (top) return { runs: top.runs, weighed: affordable.length };
  }
  return { runs: [], weighed: 0 };
}

/** Ascending sentences as runs that can each be read on their own, alone where they can; null when there are none. */
function partition(set: readonly number[], stands: Stands): Run[] | null {
  const runs: Run[] = [];
  for (const i of set) {
    const last = runs.at(-1);
    const run = { first: i, last: i };
    const joined =
      last && last.last === i - 1 && last.first === last.last ? { first: last.first, last: i } : null;
    if (last && joined && (!stands(last) || !stands(run))) runs[runs.length - 1] = joined;
    else runs.push(run);
  }
  return runs.every(stands) ? runs : null;
}

function isVaried(runs: readonly Run[], { alike }: Judgement): boolean {
  return runs.every((a, i) => runs.slice(0, i).every((b) => !alike(a, b)));
}

function fits(size: number, runs: readonly Run[], budget: Budget, { wordsOf }: Judgement): boolean {
  if (size === 1 && budget.lone) return true;
  return runs.reduce((sum, run) => sum + wordsOf(run), 0) <= budget.words;
}
