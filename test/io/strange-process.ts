/** The other side of `helper-process.test.ts`. */
import { answerQuestion } from '../../src/io/helper-process.ts';

answerQuestion(async ({ bytes, exit, kill }: { bytes?: Uint8Array; exit?: number; kill?: boolean }) => {
  if (exit !== undefined) process.exit(exit);
  if (kill) process.kill(process.pid, 'SIGKILL');
  return { twice: bytes?.map((byte) => 2 * byte), pid: process.pid };
});
