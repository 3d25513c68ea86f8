/** The public API: from files to issues to the bytes of out/. */
export { type Config, configSchema } from './config.ts';
export { codes, DigestifError } from './errors.ts';
export { type Digest, type DigestInput, makeDigest } from './pipeline/digest.ts';
export { type ReadArticles, readArticles, readPart } from './pipeline/reading.ts';
export { type Rendered, type RenderOptions, renderDigest } from './pipeline/rendering.ts';
export { reportArticles, waitingArticles } from './pipeline/reports.ts';
export { formatSeal, type Seal, sealDigest } from './pipeline/sealing.ts';
export type * from './types.ts';
