/** The other side of `helper-process.test.ts`. */
import { answerQuestion } from '../../src/io/helper-process.ts';

type Question = { bytes?: Uint8Array; exit?: number; kill?: boolean; idle?: boolean };

answerQuestion(async ({ bytes, exit, kill, idle }: Question) => {
  if (exit !== undefined) process.exit(exit);
  if (kill) process.kill(process.pid, 'SIGKILL');
  if (idle) {
    process.send?.('at work');
    await new Promise((resolve) => setTimeout(resolve, 1e9));
  }
  return { twice: bytes?.map((byte) => 2 * byte), pid: process.pid };
});
