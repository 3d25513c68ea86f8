import type { Newsletter } from '../io/newsletter.ts';
import type { Digest } from '../pipeline/digest.ts';
import type { Rendered } from '../pipeline/rendering.ts';
import type { ArticleReport, Diagnostic } from '../types.ts';
import { count } from './pages/page.ts';

/**
 * All that the pages show: the newest build that succeeded. It is never changed, only replaced as a whole, so that
 * whatever is derived from it may be kept beside it in a `WeakMap`. `generation` counts builds from 1.
 * The first that is shown has no bytes yet: `rendered` knows the issues, their emails come a moment later.
 * `faults` stopped the newest build, so that this is an older one.
 */
export type PreviewState = {
  newsletter: Newsletter;
  digest: Digest;
  rendered: Rendered;
  reports: ArticleReport[];
  diagnostics: Diagnostic[];
  generation: number;
  faults: readonly Diagnostic[];
};

/** Whether the emails and pages of the issues are there, and their sizes known. */
export function isRendered({ rendered }: Pick<PreviewState, 'rendered'>): boolean {
  return rendered.files.size > 0;
}

/** What is wrong in a few words: `1 fault` where the newest build was stopped, else `2 errors`; empty: nothing. */
export function tellWrong({ faults, diagnostics }: Pick<PreviewState, 'faults' | 'diagnostics'>): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (faults.length > 0) return count(faults.length, 'fault', 'faults');
  return errors === 0 ? '' : count(errors, 'error', 'errors');
}
