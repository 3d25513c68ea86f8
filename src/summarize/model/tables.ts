/** Length of the hashed tables. Words that meet in one slot share its value; no word can be read from it. */
export const SLOTS = 1 << 15;

/** Slot of a stem: FNV-1a (Fowler, Noll, Vo) over its UTF-16 units, folded. */
export function slotOf(stem: string): number {
  let hash = 2166136261;
  for (let i = 0; i < stem.length; i += 1) hash = Math.imul(hash ^ stem.charCodeAt(i), 16777619);
  return ((hash ^ (hash >>> 15)) >>> 0) % SLOTS;
}

/** What is known of words in general: how rare they are in news, and how readily editors repeat them. */
export type WordTables = {
  /** Inverse document frequency in steps of 1/21. */
  idf: Uint8Array;
  /** Log-odds that a highlight has a word of the article: -6 to 2 in steps of 1/30. */
  prior: Uint8Array;
};

export const IDF_STEP = 1 / 21;
export const PRIOR_STEP = 1 / 30;
export const PRIOR_LOWEST = -6;

/** How rare a stem is in news: the natural logarithm of its inverse document frequency, 0 to 12. */
export function rarityOf(tables: WordTables, stem: string): number {
  return (tables.idf[slotOf(stem)] as number) * IDF_STEP;
}
