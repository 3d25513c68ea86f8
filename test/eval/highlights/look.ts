import { splitSentences } from '../../../src/text/sentences.ts';
import { rouge } from '../rouge.ts';
import { readRows } from './documents.ts';
import { createPredictor } from './predict.ts';

const [data = '', limit = '1000', show = '0'] = process.argv.slice(2);
const predict = await createPredictor();
for (const [name, change] of [
  ['valid-cnn', 0],
  ['valid-cnn', 1],
  ['valid-dm', 0],
] as const) {
  const rows = readRows(data, name).slice(0, Number(limit));
  const sums = { lead: [0, 0, 0, 0], ours: [0, 0, 0, 0] };
  let ms = 0;
  for (const row of rows) {
    const article = change ? row.article.replace(/\n/gu, ' ').toLowerCase() : row.article;
    const lead = article
      .split('\n')
      .flatMap((p) => splitSentences(p, 'en').map((r) => p.slice(r.start, r.end)))
      .slice(0, 3);
    const start = performance.now();
    const ours = predict({ article });
    ms += performance.now() - start;
    if (Number(show) > 0 && change === 0 && rows.indexOf(row) < Number(show))
      console.log(ours.join('\n'), '\n');
    for (const [k, s] of [
      ['lead', lead],
      ['ours', ours],
    ] as const) {
      const r = rouge(row.summary, s);
      [r.r1 * 100, r.r2 * 100, r.rl * 100, r.words].forEach((x, i) => {
        sums[k][i]! += x / rows.length;
      });
    }
  }
  console.log(
    name,
    change ? 'hidden' : '',
    rows.length,
    'lead',
    sums.lead.map((x) => x.toFixed(2)).join(' '),
    'ours',
    sums.ours.map((x) => x.toFixed(2)).join(' '),
    `${(ms / rows.length).toFixed(1)} ms`,
  );
}
