/** Where the time of some work goes, by the folders of src: each sample counts for the stage that was asked first. */
import { type Profiler, Session } from 'node:inspector/promises';

const stages = new Set([
  'ingest',
  'segment',
  'analyze',
  'group',
  'summarize',
  'compose',
  'render',
  'deliver',
  'proof',
  'pipeline',
  'io',
]);

/** Shares of the samples by stage, largest first; `other` is the garbage collector and what no stage asked for. */
export async function shareByStage(work: () => Promise<unknown>): Promise<[stage: string, share: number][]> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
  await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return countStages(profile);
}

function countStages({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): [string, number][] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const stageOf = new Map<number, string>();
  const visit = (id: number, above: string): void => {
    const node = byId.get(id);
    if (!node) return;
    const folder = /\/src\/([\w-]+)\//u.exec(node.callFrame.url)?.[1] ?? '';
    // The pipeline only passes on what the stages do.
    const asked = above === 'other' || above === 'pipeline';
    const stage = asked && stages.has(folder) ? folder : above;
    stageOf.set(id, stage);
    for (const child of node.children ?? []) visit(child, stage);
  };
  visit(nodes[0]?.id ?? 0, 'other');
  const sums = new Map<string, number>();
  let total = 0;
  samples.forEach((id, i) => {
    const name = byId.get(id)?.callFrame.functionName ?? '';
    if (name === '(idle)' || name === '(program)') return;
    const time = timeDeltas[i] ?? 0;
    const stage = stageOf.get(id) ?? 'other';
    sums.set(stage, (sums.get(stage) ?? 0) + time);
    total += time;
  });
  return [...sums].map(([stage, sum]): [string, number] => [stage, sum / total]).sort((a, b) => b[1] - a[1]);
}
