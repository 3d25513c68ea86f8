import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { DigestifError, diagnose } from '../errors.ts';

/**
 * Asks another process one question and lets it end, so that all the memory it took is free again; that of a thread
 * would stay with this process. Throws where it ends without an answer; fault `process-ended` where somebody ended it.
 * Question and answer are plain data.
 */
export async function askProcess<Question extends object, Answer>(
  entry: URL,
  question: Question,
): Promise<Answer> {
  const child = fork(fileURLToPath(entry), {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return await new Promise<Answer>((resolve, reject) => {
    child.once('message', (answer) => resolve(answer as Answer));
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      reject(
        signal === null
          ? new Error(`${entry.href} ended without an answer: ${code}`)
          : new DigestifError([
              diagnose('process-ended', `a process that helps was ended: ${signal}`, { hint }),
            ]),
      ),
    );
    child.send(question, (error) => error && reject(error));
  });
}

const hint = 'The system does so where memory is short. Make room, and run the command again.';

/** The other side: answers the one question of this process, which then ends; also when nobody waits for the answer any more. */
export function answerQuestion<Question, Answer extends object>(
  answer: (question: Question) => Promise<Answer>,
): void {
  process.once('disconnect', () => process.exit());
  process.once('message', async (question) => {
    process.send?.(await answer(question as Question), () => process.disconnect());
  });
}
