import type { Forest } from './forest.ts';
import type { Reading } from './reading.ts';
import { setRows } from './set-features.ts';
import type { WordTables } from './tables.ts';

/** Everything the model of English highlights knows. */
export type HighlightModel = {
  tables: WordTables;
  /** Of a word, of two words side by side, and of a sentence: log-odds to be in good highlights. */
  words: Forest;
  pairs: Forest;
  sentences: Forest;
  /** Of a set of sentences: what it gains over the mean of the sets of its article (ROUGE-1 + ROUGE-2). */
  sets: Forest;
};

const forests = ['words', 'pairs', 'sentences', 'sets'] as const;

type PackedForest = {
  depth: number;
  base: number;
  scale: number;
  columns: string;
  thresholds: string;
  leaves: string;
};

/** By which names, in which order, each forest knows what it is asked about. */
type ColumnNames = { [forest in (typeof forests)[number]]: readonly string[] };

/** The model as it lies in `weights.json`: numbers as base64 of little-endian arrays. */
export type PackedModel = {
  origin: string;
  columns: ColumnNames;
  idf: string;
  prior: string;
  words: PackedForest;
  pairs: PackedForest;
  sentences: PackedForest;
  sets: PackedForest;
};

/** Packs a trained model; leaves keep 16 bits each. */
export function packModel(
  model: HighlightModel,
  about: Pick<PackedModel, 'origin' | 'columns'>,
): PackedModel {
  const packed = Object.fromEntries(forests.map((name) => [name, packForest(model[name])])) as {
    [name in (typeof forests)[number]]: PackedForest;
  };
  return { ...about, idf: encode(model.tables.idf), prior: encode(model.tables.prior), ...packed };
}

export function unpackModel(packed: PackedModel): HighlightModel {
  const tables = { idf: decode(packed.idf), prior: decode(packed.prior) };
  const [words, pairs, sentences, sets] = forests.map((name) => unpackForest(packed[name])) as [
    Forest,
    Forest,
    Forest,
    Forest,
  ];
  return { tables, words, pairs, sentences, sets };
}

/** The names that the code gives them now. */
export function columnNames(reading: Reading): ColumnNames {
  return {
    words: reading.wordNames,
    pairs: reading.pairs.rows.names,
    sentences: reading.rows.names,
    sets: setRows(reading, []).names,
  };
}

/** The model that ships. */
export async function loadModel(): Promise<HighlightModel> {
  const { default: packed } = await import('./weights.json', { with: { type: 'json' } });
  return unpackModel(packed);
}

function packForest({ depth, base, columns, thresholds, leaves }: Forest): PackedForest {
  const scale = leaves.reduce((a, b) => Math.max(a, Math.abs(b)), 0) / 32767 || 1;
  const steps = Int16Array.from(leaves, (leaf) => Math.round(leaf / scale));
  return {
    depth,
    base,
    scale,
    columns: encode(columns),
    thresholds: encode(thresholds),
    leaves: encode(steps),
  };
}

function unpackForest({ depth, base, scale, columns, thresholds, leaves }: PackedForest): Forest {
  return {
    depth,
    base,
    columns: decode(columns),
    thresholds: new Float32Array(decode(thresholds).buffer),
    leaves: new Float32Array(new Int16Array(decode(leaves).buffer)).map((step) => step * scale),
  };
}

/** Every machine that Node runs on by npm keeps numbers little end first, as the file does. */
function encode({ buffer, byteOffset, byteLength }: Uint8Array | Float32Array | Int16Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}

function decode(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'base64'));
}
