import type { Range } from '../../types.ts';
import { attributeOf, walkXml, type XmlNode } from '../xml/walk.ts';
import { isOn, type Styles } from './styles.ts';

/** A paragraph of a document as it is typed, in the order in which they begin. */
export type Paragraph = {
  text: string;
  style: string;
  /** Outline level that the paragraph itself states, from 1. */
  outline: number | null;
  listed: boolean;
  /** Its end was deleted, or it is a large initial: what follows continues it. */
  joins: boolean;
  inBox: boolean;
  inTable: boolean;
  /** Words that nobody says any more, and formulas, whose signs do not stand in a line. */
  unquotable: Range[];
};

/** `sources`: where the shown text stands in the XML, in order. */
export type Walked = { paragraphs: Paragraph[]; sources: Range[] };

type Run = { style: string; hidden: boolean; struck: boolean };
type Open = Omit<Paragraph, 'text'> & { pieces: string[]; length: number };
type Table = { from: number; rows: number; cells: number; longest: number };

/** Deleted and moved-away words, pronunciations, what properties once were. */
const unshown = new Set([
  'moveFrom',
  'rt',
  'pPrChange',
  'rPrChange',
  'sectPrChange',
  'tblPrChange',
  'instrText',
]);

/** A cell with more is prose: such a table only places things. */
const longestCell = 300;

/** The paragraphs of `word/document.xml`, from the words that Word would show. */
export function walkDocument(source: string, styles: Styles): Walked {
  const all: Open[] = [];
  const sources: Range[] = [];
  const paragraphs: Open[] = [];
  const runs: Run[] = [];
  const tables: Table[] = [];
  const areas: Range[] = [];
  const chosen = new Set<XmlNode>();
  let [boxes, formulas] = [0, 0];
  let skipped: XmlNode | null = null;
  let words: string[] | null = null;

  const add = (text: string): void => {
    const [paragraph, run] = [paragraphs.at(-1), runs.at(-1)];
    if (!paragraph || text === '' || (run && isHidden(run, paragraph, styles))) return;
    const start = paragraph.length;
    paragraph.pieces.push(text);
    paragraph.length += text.length;
    if (run?.struck || formulas > 0) paragraph.unquotable.push({ start, end: paragraph.length });
  };
  const isShown = (): boolean => {
    const [paragraph, run] = [paragraphs.at(-1), runs.at(-1)];
    return paragraph !== undefined && !(run && isHidden(run, paragraph, styles));
  };

  const enter = (node: XmlNode): void => {
    if (skipped) return;
    if (unshown.has(node.name) || (node.name === 'del' && node.parent?.name !== 'rPr')) skipped = node;
    else if (node.name === 'Choice' || node.name === 'Fallback') choose(node);
    else open(node);
  };
  /** Of several ways to draw the same thing the first is read. */
  const choose = (node: XmlNode): void => {
    if (node.parent && chosen.has(node.parent)) skipped = node;
    else if (node.parent) chosen.add(node.parent);
  };
  const open = (node: XmlNode): void => {
    switch (node.name) {
      case 'p': {
        const paragraph = newParagraph(styles.byDefault, boxes > 0);
        paragraphs.push(paragraph);
        all.push(paragraph);
        return;
      }
      case 'r':
        runs.push({ style: '', hidden: false, struck: false });
        return;
      case 't':
        words = [];
        return;
      case 'txbxContent':
        boxes += 1;
        return;
      case 'oMath':
        formulas += 1;
        return;
      case 'tbl':
        tables.push({ from: all.length, rows: 0, cells: 0, longest: 0 });
        return;
      case 'tr':
      case 'tc':
        count(tables.at(-1), node.name);
        return;
      default:
        if (node.parent?.name === 'r') add(signs(node));
        else property(node, paragraphs.at(-1), runs.at(-1));
    }
  };
  const leave = (node: XmlNode, at: number): void => {
    if (skipped) {
      if (skipped === node) skipped = null;
      return;
    }
    switch (node.name) {
      case 'p': {
        const paragraph = paragraphs.pop();
        const table = tables.at(-1);
        if (paragraph && table) table.longest = Math.max(table.longest, paragraph.length);
        return;
      }
      case 'r':
        runs.pop();
        return;
      case 't': {
        const text = (words ?? []).join('');
        if (isShown()) sources.push({ start: node.end, end: Math.max(node.end, at) });
        add(attributeOf(node, 'space') === 'preserve' ? text : text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/gu, ''));
        words = null;
        return;
      }
      case 'txbxContent':
        boxes -= 1;
        return;
      case 'oMath':
        formulas -= 1;
        return;
      case 'tbl':
        closeTable();
        return;
      case 'AlternateContent':
        chosen.delete(node);
        return;
      default:
    }
  };
  const closeTable = (): void => {
    const table = tables.pop();
    if (!table) return;
    const outer = tables.at(-1);
    if (outer) outer.longest = Math.max(outer.longest, table.longest);
    const figures = table.rows > 1 && table.cells >= 2 * table.rows && table.longest <= longestCell;
    if (figures) areas.push({ start: table.from, end: all.length });
  };

  walkXml(source, { enter, leave, text: (text) => words?.push(text) });
  markTables(all, areas);
  return { paragraphs: all.map(finish), sources };
}

function newParagraph(style: string, inBox: boolean): Open {
  return {
    pieces: [],
    length: 0,
    style,
    outline: null,
    listed: false,
    joins: false,
    inBox,
    inTable: false,
    unquotable: [],
  };
}

function isHidden(run: Run, paragraph: Open, styles: Styles): boolean {
  return run.hidden || styles.of(paragraph.style).hidden || (run.style !== '' && styles.of(run.style).hidden);
}

function count(table: Table | undefined, name: string): void {
  if (!table) return;
  if (name === 'tr') table.rows += 1;
  else table.cells += 1;
}

/** Signs that have an element of their own. A soft hyphen only says where a word may be parted. */
function signs(node: XmlNode): string {
  switch (node.name) {
    case 'tab':
    case 'ptab':
      return '\t';
    case 'br':
    case 'cr':
      return '\n';
    case 'noBreakHyphen':
      return '\u2011';
    case 'sym': {
      const code = Number.parseInt(attributeOf(node, 'char') ?? '', 16);
      // Signs of Wingdings and its like stand where Unicode has none: no text can say what they show.
      return code > 31 && code < 0xd800 ? String.fromCharCode(code) : '\uFFFD';
    }
    default:
      return '';
  }
}

function property(node: XmlNode, paragraph: Open | undefined, run: Run | undefined): void {
  const within = node.parent?.name;
  const value = attributeOf(node, 'val') ?? '';
  if (within === 'rPr' && node.parent?.parent?.name === 'r' && run) {
    if (node.name === 'vanish') run.hidden = isOn(value);
    else if (node.name === 'strike' || node.name === 'dstrike') run.struck = isOn(value);
    else if (node.name === 'rStyle') run.style = value;
  } else if (paragraph && within === 'pPr') {
    if (node.name === 'pStyle') paragraph.style = value;
    else if (node.name === 'outlineLvl' && Number(value) < 9) paragraph.outline = Number(value) + 1;
    else if (node.name === 'framePr' && isOn(attributeOf(node, 'dropCap') ?? '', '')) paragraph.joins = true;
  } else if (paragraph && within === 'numPr' && node.name === 'numId') paragraph.listed = value !== '0';
  else if (paragraph && node.name === 'del' && node.parent?.parent?.name === 'pPr') paragraph.joins = true;
}

/** Areas may lie in one another: each paragraph is looked at once. */
function markTables(all: readonly Open[], areas: readonly Range[]): void {
  const sorted = [...areas].sort((a, b) => a.start - b.start);
  let at = 0;
  for (const { start, end } of sorted) {
    for (let i = Math.max(at, start); i < end; i += 1) {
      const paragraph = all[i];
      if (paragraph) paragraph.inTable = true;
    }
    at = Math.max(at, end);
  }
}

function finish({ pieces, length: _, ...paragraph }: Open): Paragraph {
  return { ...paragraph, text: pieces.join('') };
}
