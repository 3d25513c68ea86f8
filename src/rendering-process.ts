/** A process that renders the mail of a sealed issue: see `commands/send-prepare.ts`. */
import { DigestifError } from './errors.ts';
import { answerQuestion } from './io/helper-process.ts';
import { contentOfSeal, type SealedQuestion } from './pipeline/sealing.ts';

answerQuestion(async ({ seal, ...options }: SealedQuestion) => {
  try {
    return { content: await contentOfSeal(seal, options) };
  } catch (error) {
    // An error loses its kind on the way between processes.
    if (error instanceof DigestifError) return { faults: error.diagnostics };
    throw error;
  }
});
