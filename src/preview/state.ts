import type { Newsletter } from '../io/newsletter.ts';
import type { Digest } from '../pipeline/digest.ts';
import type { Rendered } from '../pipeline/rendering.ts';
import type { ArticleReport, Diagnostic } from '../types.ts';

/**
 * All that the pages show: the newest build that succeeded. It is never changed, only replaced as a whole, so that
 * whatever is derived from it may be kept beside it in a `WeakMap`. `generation` counts builds from 1.
 */
export type PreviewState = {
  newsletter: Newsletter;
  digest: Digest;
  rendered: Rendered;
  reports: ArticleReport[];
  diagnostics: Diagnostic[];
  generation: number;
};
