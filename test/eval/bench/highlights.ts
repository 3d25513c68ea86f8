import { sentencesOf } from '../articles.ts';
import { createPredictor } from '../highlights/predict.ts';
import { type Rouge, rouge } from '../rouge.ts';
import { matchSentences } from './matching.ts';
import { pickOracle } from './oracle.ts';
import { type Choice, openPeers, peerNames } from './peers.ts';
import { type Fault, findFaults } from './readability.ts';

/** `article`: paragraphs as lines; `summary`: what its editors wrote. */
export type HighlightRow = { id: string; article: string; summary: string[] };

/** What one system did with one article. */
export type Outcome = Rouge & { milliseconds: number; highlights: number; faults: Fault[]; verbatim: number };

/** Outcomes by system, one for each article; where a peer failed on an article it told nothing. */
export type Outcomes = { systems: Map<string, Outcome[]>; failures: Map<string, number> };

/** Highlights an article has. */
const LIMIT = 3;

type Answer = Choice & { strings: string[] };
type Article = { row: HighlightRow; sentences: string[] };
type System = (article: Article) => Promise<Answer | null>;

/** Rows that can be scored. */
export function fitRows(rows: readonly HighlightRow[]): HighlightRow[] {
  return rows.filter(({ article, summary }) => summary.length > 0 && article.length > 200);
}

/**
 * Runs every system on the same sentences and budget. Peers that are not installed are left out; ours reads the raw
 * article, so that its time holds splitting and all analysis, theirs is that of choosing alone.
 */
export async function runSystems(rows: readonly HighlightRow[]): Promise<Outcomes & { peers: boolean }> {
  const peers = openPeers();
  const systems: [string, System][] = [
    ['digestif', await ourSystem()],
    ['lead-3', async ({ sentences }) => answer(sentences, leadOf(sentences))],
    ...(peers ? peerNames : []).map((name): [string, System] => [
      name,
      async ({ sentences }) => {
        const choice = (await peers?.ask(name, sentences)) ?? null;
        return choice && answer(sentences, choice);
      },
    ]),
    [
      'oracle',
      async ({ row, sentences }) => timed(sentences, () => pickOracle(row.summary, sentences, LIMIT)),
    ],
  ];
  const outcomes: Outcomes = { systems: new Map(systems.map(([name]) => [name, []])), failures: new Map() };
  for (const row of rows) {
    const article = { row, sentences: sentencesOf(row.article).map((s) => s.replace(/\s+/gu, ' ')) };
    for (const [name, run] of systems) {
      const given = await run(article);
      if (!given) outcomes.failures.set(name, (outcomes.failures.get(name) ?? 0) + 1);
      outcomes.systems.get(name)?.push(judge(article, given ?? { picked: [], strings: [], milliseconds: 0 }));
    }
  }
  await peers?.close();
  return { ...outcomes, peers: peers !== null };
}

async function ourSystem(): Promise<System> {
  const predict = await createPredictor();
  return async ({ row, sentences }) => {
    const start = performance.now();
    const strings = predict({ article: row.article });
    const milliseconds = performance.now() - start;
    return { picked: matchSentences(strings, sentences), strings, milliseconds };
  };
}

function leadOf(sentences: readonly string[]): Choice {
  return { picked: sentences.slice(0, LIMIT).map((_, i) => i), milliseconds: 0 };
}

function timed(sentences: readonly string[], pick: () => number[]): Answer {
  const start = performance.now();
  const picked = pick();
  return answer(sentences, { picked, milliseconds: performance.now() - start });
}

function answer(sentences: readonly string[], { picked, milliseconds }: Choice): Answer {
  return { picked, milliseconds, strings: picked.map((i) => sentences[i] ?? '') };
}

function judge({ row, sentences }: Article, { picked, strings, milliseconds }: Answer): Outcome {
  const whole = row.article.replace(/\s+/gu, ' ');
  const places = strings.map((text) => matchSentences([text], sentences)[0] ?? 0);
  return {
    ...rouge(row.summary, strings),
    milliseconds,
    highlights: strings.length,
    faults: findFaults(strings.map((text, i) => ({ text, at: places[i] ?? picked[i] ?? 0 }))).flat(),
    verbatim: strings.filter((text) => whole.includes(text.replace(/\s+/gu, ' ').trim())).length,
  };
}
