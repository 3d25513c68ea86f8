import { writeFileSync } from 'node:fs';
import { cuesOf } from '../../../src/summarize/model/cues.ts';
import { evaluate, type Forest, type Rows } from '../../../src/summarize/model/forest.ts';
import { outline } from '../../../src/summarize/model/outline.ts';
import { judgeSentences, readWords, type Words } from '../../../src/summarize/model/reading.ts';
import { setColumns, setFeatures, setRows, subsetsOf } from '../../../src/summarize/model/set-features.ts';
import { PRIOR_LOWEST, PRIOR_STEP, SLOTS, slotOf, type WordTables } from '../../../src/summarize/model/tables.ts';
import { closeness, sentenceVectors } from '../../../src/summarize/model/vectors.ts';
import { sentenceFeatures } from '../../../src/summarize/model/sentence-features.ts';
import { pairColumns, pairRows, chancesOf, wordColumns, wordRows } from '../../../src/summarize/model/word-model.ts';
import { stem, tokenize } from '../../../src/text/tokens.ts';
import { type HighlightModel, packModel } from '../../../src/summarize/model/weights.ts';
import { createDice } from '../dice.ts';
import { rouge } from '../rouge.ts';
import { binColumns, boost, type BoostOptions } from './boost.ts';
import { createScorer, type Document, readRows, toDocument, toLowercaseDocument } from './documents.ts';

const data = process.argv[2] ?? '';
const N = Number(process.argv[3] ?? 4000);
const began = Date.now();
const log = (...words: unknown[]): void => console.error(`${((Date.now() - began) / 1000).toFixed(0)}s`, ...words);

const FOLDS = 4;
const rows = [0, 1, 2, 3, 4, 5].flatMap((k) => (k * 4000 < N ? readRows(data, `train-cnn-${k}`) : [])).slice(0, N);
const docs: Document[] = rows.map(toDocument);
const dice = createDice(5);
for (const d of docs) {
  const u = dice(100);
  if (u < 20) d.hidden = { paragraphs: true, capitals: false };
  else if (u < 30) d.hidden = { paragraphs: true, capitals: true };
}
const dm = readRows(data, 'train-dm-lowercase').map(toLowercaseDocument);
const every = Math.max(1, Math.floor(docs.length / Math.min(dm.length, docs.length / 10)));
dm.slice(0, Math.floor(N / 10)).forEach((d, i) => docs.splice(i * (every + 1), 0, d));
const train = docs.filter((d) => d.sentences.length > 0);
log('documents', train.length, train.reduce((s, d) => s + d.sentences.length, 0), 'sentences');

// ---- tables
const memo = new Map<string, number>();
const slotOfToken = (token: string): number => {
  const known = memo.get(token);
  if (known !== undefined) return known;
  const slot = slotOf(stem(token, 'en'));
  memo.set(token, slot);
  return slot;
};
const frequencies = new Float64Array(SLOTS);
for (const d of train) for (const s of new Set(d.sentences.flatMap((x) => x.tokens.map(slotOfToken)))) frequencies[s]! += 1;
const idf = Uint8Array.from(frequencies, (f) => Math.round(Math.min(12, Math.max(0, Math.log((train.length + 1) / (f + 0.5)))) * 21));
const inSummary = train.map((d) => new Set(d.summary.flatMap((s) => tokenize(s, 'en').map((t) => stem(t.text, 'en')))));
const a = Array.from({ length: FOLDS }, () => new Float64Array(SLOTS));
const s = Array.from({ length: FOLDS }, () => new Float64Array(SLOTS));
for (const [n, d] of train.entries()) {
  const stems = new Set(d.sentences.flatMap((x) => x.tokens.map((t) => stem(t, 'en'))));
  for (const w of stems) {
    const slot = slotOf(w);
    a[n % FOLDS]![slot]! += 1;
    if (inSummary[n]!.has(w)) s[n % FOLDS]![slot]! += 1;
  }
}
const priorTable = (left: number | null): Uint8Array => {
  const sum = (table: Float64Array[], slot: number): number => table.reduce((t, f, k) => (k === left ? t : t + f[slot]!), 0);
  let [allA, allS] = [0, 0];
  for (let k = 0; k < SLOTS; k += 1) { allA += sum(a, k); allS += sum(s, k); }
  const p0 = allS / allA;
  return Uint8Array.from({ length: SLOTS }, (_, k) => {
    const p = (sum(s, k) + 20 * p0) / (sum(a, k) + 20);
    return Math.round((Math.min(2, Math.max(PRIOR_LOWEST, Math.log(p / (1 - p)))) - PRIOR_LOWEST) / PRIOR_STEP);
  });
};
const tables: WordTables = { idf, prior: priorTable(null) };
const foldTables = Array.from({ length: FOLDS }, (_, k): WordTables => ({ idf, prior: priorTable(k) }));
const tablesOf = (n: number): WordTables => foldTables[n % FOLDS]!;
log('tables');

/** A growing matrix, row by row. */
class Matrix {
  data: Float32Array; rows = 0; width: number;
  constructor(width: number, capacity: number) { this.width = width; this.data = new Float32Array(width * capacity); }
  push(row: ArrayLike<number>): void {
    if ((this.rows + 1) * this.width > this.data.length) { const more = new Float32Array(this.data.length * 2); more.set(this.data); this.data = more; }
    this.data.set(row as number[], this.rows * this.width);
    this.rows += 1;
  }
  pushAll({ count, width, values }: Rows): void { for (let i = 0; i < count; i += 1) this.push(values.subarray(i * width, (i + 1) * width)); }
  bin() { return binColumns(this.width, this.rows, (c, r) => this.data[r * this.width + c]!); }
}

const P: BoostOptions = { objective: 'logistic', rounds: 80, depth: 5, rate: 0.2, leastWeight: 20, lambda: 1, rowShare: 0.6, columnShare: 0.8, seed: 1 };

// ---- words
function wordPart(d: Document, t: WordTables) {
  const o = outline(d.sentences, d.hidden, t);
  const close = closeness(o, sentenceVectors(o));
  const cues = d.sentences.map((s) => cuesOf(s.text, s.tokens));
  const features = sentenceFeatures(o, close, cues);
  const rows = wordRows(o, { close, quoted: cues.map((c) => c.quoted), opens: features.map((f) => f.opensParagraph) }, t);
  const stems: string[] = [];
  const seen = new Set<string>();
  for (const x of d.sentences) for (const tok of x.tokens) { const w = stem(tok, 'en'); if (!seen.has(w)) { seen.add(w); stems.push(w); } }
  return { o, close, rows, stems };
}
const wordMatrix = new Matrix(23, 1_000_000);
const wordTarget: number[] = [];
const wordDocs = Math.min(train.length, 3500);
for (let n = 0; n < wordDocs; n += 1) {
  const { rows, stems } = wordPart(train[n]!, tablesOf(n));
  wordMatrix.pushAll(rows);
  for (const w of stems) wordTarget.push(inSummary[n]!.has(w) ? 1 : 0);
}
const words = boost(wordMatrix.bin(), wordTarget, P);
log('words', wordMatrix.rows);

// ---- pairs
const pairMatrix = new Matrix(13, 1_000_000);
const pairTarget: number[] = [];
for (let n = 0; n < Math.min(train.length, 2500); n += 1) {
  const t = tablesOf(n);
  const { o, close, rows, stems } = wordPart(train[n]!, t);
  const pairs = pairRows(o, chancesOf(words, rows), close, t);
  const wanted = new Set(train[n]!.summary.flatMap((x) => { const k = tokenize(x, 'en').map((y) => stem(y.text, 'en')); return k.slice(1).map((w, i) => `${k[i]} ${w}`); }));
  pairMatrix.pushAll(pairs.rows);
  for (const key of pairs.numbers.keys()) {
    pairTarget.push(wanted.has(`${stems[Math.floor(key / stems.length)]} ${stems[key % stems.length]}`) ? 1 : 0);
  }
}
const pairs = boost(pairMatrix.bin(), pairTarget, { ...P, rounds: 50 });
log('pairs', pairMatrix.rows);

// ---- sentences
const read = (d: Document, t: WordTables): Words => readWords(d.sentences, d.hidden, { tables: t, words, pairs });
const probe = read(train[0]!, tables);
const names = [...Object.keys(probe.features[0]!), ...Object.keys(probe.cues[0]!), ...Object.keys(probe.coverage[0]!)];
const matrix = new Matrix(names.length, 300_000);
const target: number[] = [];
const firstRow: number[] = [];
const scorers = train.map(createScorer);
for (const [n, d] of train.entries()) {
  firstRow.push(matrix.rows);
  matrix.pushAll(read(d, tablesOf(n)).rows);
  const score = scorers[n]!;
  const own = d.sentences.map((_, i) => score([i]));
  const best = own.map((_, i) => i).sort((x, y) => own[y]! - own[x]! || x - y).slice(0, 10).sort((x, y) => x - y);
  const sets = subsetsOf(best.length, Math.min(3, best.length)).map((set) => set.map((k) => best[k]!));
  const values = sets.map((set) => score(set));
  const most = Math.max(...values);
  const weights = values.map((v) => Math.exp((v - most) / 0.03));
  const sum = weights.reduce((x, y) => x + y, 0);
  const m = new Float64Array(d.sentences.length);
  sets.forEach((set, k) => { for (const i of set) m[i]! += weights[k]! / sum; });
  for (const x of m) target.push(Math.min(1, x));
}
log('sentence rows', matrix.rows, names.length);
const S: BoostOptions = { ...P, depth: 6, rounds: 320, rate: 0.1, leastWeight: 10, lambda: 2, rowShare: 0.6, columnShare: 0.5, seed: 2 };
const binned = matrix.bin();
log('binned');
const half = firstRow[Math.floor(train.length / 2)]!;
const cut = (from: number, to: number) => ({ rows: to - from, bins: binned.bins.map((b) => b.subarray(from, to)), cuts: binned.cuts });
const foldForests = [boost(cut(half, matrix.rows), target.slice(half), S), boost(cut(0, half), target.slice(0, half), S)];
const sentences = boost(binned, target, S);
log('sentences', importance(sentences, names));

// ---- sets
const candidatesOf = (margins: ArrayLike<number>, lengths: number[]): number[] => {
  const order = lengths.map((_, i) => i).sort((x, y) => margins[y]! - (lengths[y]! < 5 ? 1e3 : 0) - margins[x]! + (lengths[x]! < 5 ? 1e3 : 0) || x - y).slice(0, 8);
  return [...new Set([...order, 0, 1, 2].filter((i) => i < lengths.length))].sort((x, y) => x - y);
};
let setNames: string[] = [];
let setMatrix: Matrix | null = null;
const setTarget: number[] = [];
for (const [n, d] of train.entries()) {
  const reading = judgeSentences(read(d, tablesOf(n)), foldForests[firstRow[n]! < half ? 0 : 1]!);
  const candidates = candidatesOf(reading.margins, d.sentences.map((x) => x.tokens.length));
  const rate = setFeatures(reading);
  const all = subsetsOf(candidates.length, Math.min(3, candidates.length));
  const values = all.map((set) => scorers[n]!(set.map((k) => candidates[k]!)));
  const mean = values.reduce((x, y) => x + y, 0) / values.length;
  for (const [k, set] of all.entries()) {
    if (dice(100) >= 50) continue;
    const row = rate(set.map((k) => candidates[k]!));
    if (setMatrix === null) { setNames = setColumns(row); setMatrix = new Matrix(setNames.length, 500_000); }
    setMatrix.push([...Object.values(row.own), ...row.sums]);
    setTarget.push(values[k]! - mean);
  }
}
log('set rows', setMatrix!.rows, setNames.length);
const sets = boost(setMatrix!.bin(), setTarget, { ...S, objective: 'squares', rounds: 300, leastWeight: 150, lambda: 5, seed: 3, rowShare: 0.5 });
log('sets', importance(sets, setNames));
const columns = { words: [...wordColumns], pairs: [...pairColumns], sentences: names, sets: setNames };
const trained: HighlightModel = { tables, words, pairs, sentences, sets };
const packed = packModel(trained, { origin: `CNN ${docs.length}`, columns });
writeFileSync(process.argv[4] ?? 'src/summarize/model/weights.json', JSON.stringify(packed, null, 1) + '\n');

function importance(forest: Forest, columns: string[]): string {
  const counts = new Map<string, number>();
  for (const c of forest.columns) counts.set(columns[c]!, (counts.get(columns[c]!) ?? 0) + 1);
  return [...counts].sort((x, y) => y[1] - x[1]).map(([k, v]) => `${k}:${v}`).join(' ') + ` unused: ${columns.filter((c) => !counts.has(c)).join(' ')}`;
}

// ---- look
const OPENER = /^["'“‘`([]*\s*(?:he|she|it|they|his|her|their|its|him|them|but|and|or|yet|so|because|however|still|meanwhile|also|instead|then|though|although|nevertheless|nonetheless|moreover|furthermore|besides|additionally|therefore|thus|otherwise|this|that|these|those|such|there|here)\b/iu;
for (const [name, hidden] of [['valid-cnn', null], ['valid-cnn', { paragraphs: true, capitals: true }], ['valid-dm', null]] as const) {
  const valid = readRows(data, name).map(toDocument).filter((d) => d.sentences.length > 0);
  const score = { lead: [0, 0, 0, 0], plain: [0, 0, 0, 0], filtered: [0, 0, 0, 0], stage1: [0, 0, 0, 0] };
  for (const d of valid) {
    if (hidden) d.hidden = hidden;
    const reading = judgeSentences(read(d, tables), sentences);
    const candidates = candidatesOf(reading.margins, d.sentences.map((x) => x.tokens.length));
    const all = subsetsOf(candidates.length, Math.min(3, candidates.length));
    const values = [...evaluate(sets, setRows(reading, all.map((set) => set.map((k) => candidates[k]!))))];
    const dangles = all.map((set) => { const at = set.map((k) => candidates[k]!); return at.some((i) => i > 0 && OPENER.test(d.sentences[i]!.text) && !at.includes(i - 1)); });
    const best = (v: number[]): number[] => all[v.indexOf(Math.max(...v))]!.map((k) => candidates[k]!);
    const top3 = d.sentences.map((_, i) => i).sort((x, y) => reading.margins[y]! - reading.margins[x]!).slice(0, 3).sort((x, y) => x - y);
    const add = (sum: number[], set: number[]): void => { const r = rouge(d.summary, set.map((i) => d.sentences[i]!.text)); sum[0]! += r.r1; sum[1]! += r.r2; sum[2]! += r.rl; sum[3]! += r.words / 100; };
    add(score.lead, [0, 1, 2].filter((i) => i < d.sentences.length));
    add(score.stage1, top3);
    add(score.plain, best(values));
    add(score.filtered, best(values.map((v, k) => (dangles[k] ? v - 1000 : v))));
  }
  for (const [k, v] of Object.entries(score)) log(name, hidden ? 'hidden' : '', k, v.map((x) => ((100 * x) / valid.length).toFixed(2)).join(' '));
}
