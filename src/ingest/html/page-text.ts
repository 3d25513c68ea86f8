import type { Range } from '../../types.ts';
import { blockElements, isElement, isText, type Tree, type TreeNode, unseen, walk } from './tree.ts';

/** The text that a page shows, with the place of every text node and of every `br` that became a line feed. */
export type PageText = {
  text: string;
  places: Map<TreeNode, Range>;
  /** Where the text stands in the source, in order. */
  sources: Range[];
  /** Units that come from text nodes; the rest are line feeds that stand for markup. */
  textUnits: number;
};

/** Line feeds that markup asks for (`wanted`) and that white space already gives (`given`). */
type State = { length: number; wanted: number; given: number; breaks: TreeNode[] };

/** Text nodes in document order, nothing changed in them; a line feed where markup breaks a line and none stands. */
export function readText(tree: Tree): PageText {
  const pieces: string[] = [];
  const places = new Map<TreeNode, Range>();
  const sources: Range[] = [];
  let textUnits = 0;
  const state: State = { length: 0, wanted: 0, given: 0, breaks: [] };
  const append = (piece: string): Range => {
    pieces.push(piece);
    state.length += piece.length;
    return { start: state.length - piece.length, end: state.length };
  };
  const addText = (node: TreeNode, value: string): void => {
    const filled = value.trim() !== '';
    if (filled) breakLine(value);
    places.set(node, append(value));
    textUnits += value.length;
    const location = node.sourceCodeLocation;
    if (location) sources.push({ start: location.startOffset, end: location.endOffset });
    const tail = countFeeds(/\s*$/u.exec(value.slice(-200))?.[0] ?? '');
    state.given = filled ? tail : state.given + tail;
    if (filled) state.wanted = 0;
  };
  const breakLine = (value: string): void => {
    const given = state.given + countFeeds(/^\s*/u.exec(value)?.[0] ?? '');
    const missing = state.length === 0 ? 0 : Math.max(0, Math.min(2, state.wanted) - given);
    const range = missing > 0 ? append('\n'.repeat(missing)) : null;
    const [first] = state.breaks;
    if (range && first) places.set(first, range);
    state.breaks = [];
  };
  walk(
    tree,
    (node) => {
      if (isText(node)) addText(node, node.value);
      if (!isElement(node)) return true;
      if (node.tagName === 'br') {
        state.wanted += 1;
        state.breaks.push(node);
      } else if (blockElements.has(node.tagName)) state.wanted = Math.max(1, state.wanted);
      return !unseen.has(node.tagName);
    },
    (node) => {
      if (isElement(node) && blockElements.has(node.tagName)) state.wanted = Math.max(1, state.wanted);
    },
  );
  return { text: pieces.join(''), places, sources, textUnits };
}

function countFeeds(space: string): number {
  return space.split('\n').length - 1;
}
