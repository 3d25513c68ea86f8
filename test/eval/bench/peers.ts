import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

export const peerNames = ['ts-textrank', 'lexrank', 'node-summary', 'text-summarization'] as const;

/** What a system chose, as positions of sentences, and the time it took. */
export type Choice = { picked: number[]; milliseconds: number };

/** `ask` gives null when the peer fails on a text. */
export type Peers = {
  ask: (peer: string, sentences: readonly string[]) => Promise<Choice | null>;
  close: () => Promise<unknown>;
};

const folder = fileURLToPath(new URL('../peers/', import.meta.url));

/** Null when the peers are not installed. */
export function openPeers(): Peers | null {
  if (!existsSync(`${folder}node_modules`)) return null;
  const worker = new Worker(new URL('./peers-worker.ts', import.meta.url), { workerData: folder });
  const ask: Peers['ask'] = (peer, sentences) =>
    new Promise((resolve, reject) => {
      worker.once('error', reject);
      worker.once('message', (answer: Choice | { failed: string }) => {
        worker.removeAllListeners('error');
        resolve('failed' in answer ? null : answer);
      });
      worker.postMessage({ peer, sentences });
    });
  return { ask, close: () => worker.terminate() };
}
