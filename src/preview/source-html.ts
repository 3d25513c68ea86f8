import { escapeHtml } from '../text/markup.ts';
import type { RangeClass } from '../types.ts';
import { describeSign, splitSigns } from './signs.ts';
import type { NamedSentence } from './source-index.ts';
import type { Segment, SourceLine, Taken } from './source-lines.ts';

/** The letter in the gutter: what most words of a line became. Body has none. */
export const letters: { [name in RangeClass]: string } = {
  title: 'T',
  metadata: 'M',
  body: '',
  boilerplate: 'B',
  duplicate: 'D',
  unreadable: 'U',
};

/** What stands around the lines. Offsets are those of the part; `tell` gives markup for the right margin. */
export type LinesAround = {
  sentences: readonly NamedSentence[];
  /** Begins the fragments of lines. */
  prefix: string;
  /** Place of a sentence among the chosen ones of the page, from 1. */
  noteOf: (sentence: NamedSentence) => number | null;
  /** Fragments of what begins at these places, such as articles, in order. */
  anchors: readonly { at: number; id: string }[];
  /** What else to say beside the line in which a place lies, in order; markup. */
  remarks: readonly { at: number; markup: string }[];
  tell: (taken: Taken) => string | null;
};

/** Lines that are drawn, or left undrawn while they are off the screen, together. */
const block = 64;

/**
 * Lines as markup. The text flows on from line to line, so that a sentence is one element however many lines it spans and
 * `:target` lights all of it; numbers and rules stand beside it. Text is escaped, signs without a look are named.
 */
export function renderLines(lines: readonly SourceLine[], around: LinesAround): string {
  const writer = new LineWriter(around);
  for (const line of lines) writer.write(line);
  return writer.end();
}

class LineWriter {
  readonly #around: LinesAround;
  #out = '';
  #inBlock = 0;
  #stack: number[] = [];
  readonly #opened = new Set<number>();
  #anchor = 0;
  #remark = 0;

  constructor(around: LinesAround) {
    this.#around = around;
  }

  write(line: SourceLine): void {
    const first = line.segments[0];
    if (first) this.#closeAllBut(first.inside);
    if (this.#inBlock >= block && this.#stack.length === 0) this.#endBlock();
    if (this.#inBlock === 0) this.#out += '<div class="flow">';
    this.#inBlock += 1;
    this.#out += this.#margin(line);
    for (const segment of line.segments) this.#segment(segment);
  }

  end(): string {
    this.#closeAllBut([]);
    this.#endBlock();
    return this.#out;
  }

  #endBlock(): void {
    if (this.#inBlock > 0) this.#out += '</div>';
    this.#inBlock = 0;
  }

  /** Number, letter and rules. They are read before the words that they are about. */
  #margin(line: SourceLine): string {
    const { prefix, anchors, remarks, tell } = this.#around;
    const end = line.segments.at(-1)?.end ?? 0;
    let names = '';
    for (let a = anchors[this.#anchor]; a && a.at < end; a = anchors[this.#anchor]) {
      names += `<span class="place" id="${a.id}"></span>`;
      this.#anchor += 1;
    }
    const told: string[] = [];
    for (let r = remarks[this.#remark]; r && r.at < end; r = remarks[this.#remark]) {
      // Several articles may take their date from the same words.
      if (!told.includes(r.markup)) told.push(r.markup);
      this.#remark += 1;
    }
    told.push(...line.begun.filter((t) => isTold(t, line)).flatMap((t) => tell(t) ?? []));
    const letter = line.main === null ? '' : letters[line.main];
    const mark = letter === '' ? '' : ` <abbr title="${line.main}">${letter}</abbr>`;
    const rules = told.length === 0 ? '' : `<span class="rules"> ${told.join(', ')} </span>`;
    return `${names}<span class="gutter" id="${prefix}l${line.number}"><span class="n">${line.number}</span>${mark} </span>${rules}`;
  }

  #segment(segment: Segment): void {
    this.#closeAllBut(segment.inside);
    for (const index of segment.inside.slice(this.#stack.length)) this.#open(index);
    const text = escapeText(segment.text);
    if (segment.blank) this.#out += text;
    else {
      const tag = segment.gap === 'left-out' && this.#isQuoted(segment) ? 'del' : 'span';
      const names = this.#looks(segment);
      this.#out += names === '' ? text : `<${tag} class="${names}">${text}</${tag}>`;
    }
  }

  #looks(segment: Segment): string {
    const { class: name, gap } = segment;
    const colour = name === 'body' ? [] : [`is-${name}`];
    if (gap !== null) return [gap === 'left-out' ? 'cut' : 'apart', ...colour].join(' ');
    return (this.#isQuoted(segment) ? ['in', ...colour] : colour).join(' ');
  }

  /** Whether readers of an issue see a sentence around it. */
  #isQuoted({ inside }: Segment): boolean {
    return inside.some((index) => (this.#around.sentences[index]?.chosen.length ?? 0) > 0);
  }

  #open(index: number): void {
    const sentence = this.#around.sentences[index];
    const id = sentence && !this.#opened.has(index) ? ` id="${sentence.id}"` : '';
    const note = sentence ? this.#around.noteOf(sentence) : null;
    this.#opened.add(index);
    this.#stack.push(index);
    this.#out += note === null ? `<span class="s"${id}>` : `<mark class="s k${note}"${id}>`;
  }

  /** Closes what the next words do not lie in, and what stands within it: that is opened again. */
  #closeAllBut(inside: readonly number[]): void {
    const kept = this.#stack.findIndex((index, depth) => inside[depth] !== index);
    if (kept < 0) return;
    while (this.#stack.length > kept) {
      const sentence = this.#around.sentences[this.#stack.pop() ?? 0];
      const isChosen = sentence && this.#around.noteOf(sentence) !== null;
      this.#out += isChosen ? '</mark>' : '</span>';
    }
  }
}

/** Text is what it is unless told otherwise; the syntax of a format is told where it is a line's own. */
function isTold({ class: name, rule }: Taken, line: SourceLine): boolean {
  if (name === 'body') return rule !== 'text';
  return name === line.main || !rule.endsWith('-syntax');
}

/** Text for an element: line feeds end lines, and signs that nobody would see are boxes with their code. */
function escapeText(text: string): string {
  return splitSigns(text.replaceAll('\r\n', '\n'))
    .map(({ text, sign }) => (sign === null ? escapeHtml(text) : signBox(sign)))
    .join('');
}

function signBox(sign: string): string {
  const { code, name } = describeSign(sign);
  return `<span class="sign" title="U+${code}, ${name}">${code}</span>${sign === '\r' ? '\n' : ''}`;
}
