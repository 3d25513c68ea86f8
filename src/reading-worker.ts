/** A thread that reads files, one after the other: see `io/file-reader.ts`. */
import { answerQuestions } from './io/workers.ts';
import { readArticles } from './pipeline/reading.ts';

answerQuestions(({ path, bytes }: { path: string; bytes: Uint8Array }) =>
  // A buffer loses its kind on the way between threads.
  readArticles({ path, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) }),
);
