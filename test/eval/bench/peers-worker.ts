/**
 * The peers, in a thread: one of them rewrites built-in prototypes, which must reach neither our code nor its time.
 * Takes { peer, sentences }, answers { picked, milliseconds }: positions of sentences.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { matchSentences } from './matching.ts';

type Question = { peer: string; sentences: string[] };
type Peer = (sentences: string[]) => string[] | Promise<string[]>;

/** Nothing here is typed by its makers, or only in part. */
// biome-ignore lint/suspicious/noExplicitAny: see above
type Untyped = any;

const folder = workerData as string;
const requirePeer = createRequire(join(folder, 'package.json'));
const LIMIT = 3;

/** Takes a parser of one's own: ours gives it our sentences. */
function openTextRank(): Peer {
  const lib: Untyped = requirePeer('ts-textrank');
  const parser = new lib.DefaultTextParser();
  let current: string[] = [];
  const parse = (text: string, language: string): unknown => {
    const built = current.map((sentence, i) => parser.buildSentence(sentence, language, i + 1));
    const distinct = new Map(built.map((sentence) => [sentence.getNormalized(), sentence]));
    return new lib.Text(text, [...distinct.values()]);
  };
  const config = new lib.AbsoluteSummarizerConfig(
    LIMIT,
    new lib.SorensenDiceSimilarity(),
    { parse },
    0.85,
    lib.Summarizer.SORT_OCCURENCE,
  );
  return (sentences) => {
    current = sentences;
    return new lib.Summarizer(config, new lib.NullLogger()).summarize(sentences.join(' '), 'en');
  };
}

function openLexRank(): Peer {
  const { summarize }: Untyped = requirePeer('lexrank');
  return (sentences) =>
    new Promise((resolve) => {
      summarize(sentences.join(' '), LIMIT, (_: unknown, lines: { text: string }[]) =>
        resolve(lines.map(({ text }) => text)),
      );
    });
}

/** Published as neither kind of module: its imports are made calls first. */
function openNodeSummary(): Peer {
  const path = requirePeer.resolve('node-summary');
  const source = readFileSync(path, 'utf8').replace(
    /^import (\w+) from ('[^']+')/gmu,
    'const $1 = require($2)',
  );
  const exported: Untyped = {};
  new Function('require', 'exports', source)(createRequire(path), exported);
  return (sentences) => {
    let found: string[] = [];
    exported.getSortedSentences(sentences.join('\n'), LIMIT, (_: unknown, list?: string[]) => {
      found = list ?? [];
    });
    return found;
  };
}

function openTextSummarization(): Peer {
  const summarize: Untyped = requirePeer('text-summarization/lib/summarize');
  return async (sentences) =>
    (await summarize({ text: sentences.join('\n'), numSentences: LIMIT })).extractive;
}

const openers: { [name: string]: () => Peer } = {
  'ts-textrank': openTextRank,
  lexrank: openLexRank,
  'node-summary': openNodeSummary,
  'text-summarization': openTextSummarization,
};
const open = new Map<string, Peer>();

async function answer({ peer, sentences }: Question): Promise<{ picked: number[]; milliseconds: number }> {
  const ask = open.get(peer) ?? openers[peer]?.();
  if (!ask) throw new Error(`no peer "${peer}"`);
  open.set(peer, ask);
  const start = performance.now();
  const strings = await ask([...sentences]);
  const milliseconds = performance.now() - start;
  return { picked: matchSentences(strings, sentences), milliseconds };
}

parentPort?.on('message', async (question: Question) => {
  try {
    parentPort?.postMessage(await answer(question));
  } catch (error) {
    parentPort?.postMessage({ failed: String(error) });
  }
});
