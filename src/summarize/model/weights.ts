import type { Forest } from './forest.ts';
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

type PackedForest = {
  depth: number;
  base: number;
  scale: number;
  columns: string;
  thresholds: string;
  leaves: string;
};

/** The model as it lies in `weights.json`: numbers as base64 of little-endian arrays. */
export type PackedModel = {
  origin: string;
  columns: {
    words: readonly string[];
    pairs: readonly string[];
    sentences: readonly string[];
    sets: readonly string[];
  };
  idf: string;
  prior: string;
  words: PackedForest;
  pairs: PackedForest;
  sentences: PackedForest;
  sets: PackedForest;
};

const forests = ['words', 'pairs', 'sentences', 'sets'] as const;

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

/** The model that ships. */
export async function loadModel(): Promise<HighlightModel> {
  const { default: packed } = await import('./weights.json', { with: { type: 'json' } });
  return unpackModel(packed);
}

function packForest({ depth, base, columns, thresholds, leaves }: Forest): PackedForest {
  const most = leaves.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  const scale = most / 32767 || 1;
  const bytes = new DataView(new ArrayBuffer(leaves.length * 2));
  for (const [i, leaf] of leaves.entries()) bytes.setInt16(i * 2, Math.round(leaf / scale), true);
  const cuts = new DataView(new ArrayBuffer(thresholds.length * 4));
  for (const [i, cut] of thresholds.entries()) cuts.setFloat32(i * 4, cut, true);
  const raw = (view: DataView): string => encode(new Uint8Array(view.buffer));
  return { depth, base, scale, columns: encode(columns), thresholds: raw(cuts), leaves: raw(bytes) };
}

function unpackForest({ depth, base, scale, columns, thresholds, leaves }: PackedForest): Forest {
  const cuts = viewOf(decode(thresholds));
  const values = viewOf(decode(leaves));
  return {
    depth,
    base,
    columns: decode(columns),
    thresholds: Float32Array.from({ length: cuts.byteLength / 4 }, (_, i) => cuts.getFloat32(i * 4, true)),
    leaves: Float32Array.from(
      { length: values.byteLength / 2 },
      (_, i) => values.getInt16(i * 2, true) * scale,
    ),
  };
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

function encode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function decode(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}
