/** Handlebars without logic: values, if, else, unless, each and partials. Everything else is a fault with a place. */
import Handlebars from 'handlebars';
import { DigestifError, fail } from '../errors.ts';
import { parseTheme, type Theme } from './theme.ts';

/** By file name without `.hbs`. `theme` holds tokens, all others are Handlebars. */
export type Templates = { [name: string]: string };

export type CompiledTemplates = {
  theme: Theme;
  sources: Templates;
  /** Renders one template; a value that the view does not have is a fault. */
  render: (name: EntryTemplate, view: object) => string;
};

/** What is rendered; all others are parts of these. */
const entryTemplates = ['email.mjml', 'page', 'archive', 'feed-entry', 'report'] as const;

export type EntryTemplate = (typeof entryTemplates)[number];

const blockHelpers = new Set(['if', 'unless', 'each']);

type Position = { line: number; column: number };
type Rendering = (context: unknown, options?: Handlebars.RuntimeOptions) => string;

/** Compiles all templates, with every fault that can be seen without data. */
export function compileTemplates(templates: Templates): CompiledTemplates {
  const theme = parseTheme(templates['theme']);
  const sources = Object.fromEntries(Object.entries(templates).filter(([name]) => name !== 'theme'));
  requireEntries(sources);
  const bars = createStrictBars();
  const renderings = new Map<string, Rendering>();
  for (const [name, source] of Object.entries(sources)) {
    checkTemplate(bars, sources, name, source);
    const rendering = guard(name, bars.compile(source, { strict: true }));
    renderings.set(name, rendering);
    bars.registerPartial(name, rendering);
  }
  const render = (name: EntryTemplate, view: object): string => {
    const text = renderings.get(name)?.({ ...view, theme }) ?? '';
    // Handlebars also escapes the equals sign; between double quotes it is harmless, and links are full of it.
    return text.replaceAll('&#x3D;', '=');
  };
  return { theme, sources, render };
}

/**
 * Handlebars takes a misspelt name in a block for false. A view has every key, null where there is nothing, so that
 * only a misspelt one is undefined.
 */
function createStrictBars(): typeof Handlebars {
  const bars = Handlebars.create();
  for (const name of blockHelpers) {
    const original = bars.helpers[name];
    if (original === undefined) continue;
    bars.registerHelper(name, function (this: unknown, value: unknown, options: BlockOptions) {
      if (value === undefined) throw new MissingValue(options.loc.start);
      return original.call(this, value, options);
    });
  }
  return bars;
}

type BlockOptions = Handlebars.HelperOptions & { loc: { start: { line: number; column: number } } };

class MissingValue extends Error {
  readonly lineNumber: number;
  readonly column: number;

  constructor(start: { line: number; column: number }) {
    super('there is no such value here');
    this.lineNumber = start.line;
    this.column = start.column;
  }
}

function requireEntries(sources: Templates): void {
  const missing = entryTemplates.find((name) => sources[name] === undefined);
  if (missing === undefined) return;
  fail('template-invalid', `There is no template ${missing}.hbs`, { file: fileOf(missing) });
}

/** Where an editor finds a template. */
export function fileOf(name: string): string {
  return `templates/${name}.hbs`;
}

/** Throws the one kind of fault; `column` counts from 1. */
export function failTemplate(name: string, message: string, at?: Position, hint?: string): never {
  const place = at ? `${fileOf(name)}:${at.line}:${at.column}` : fileOf(name);
  return fail('template-invalid', `${place}: ${message}`, {
    file: fileOf(name),
    ...(at && { line: at.line }),
    ...(hint !== undefined && { hint }),
  });
}

/** A partial's fault would otherwise be told as its caller's. */
function guard(name: string, rendering: Rendering): Rendering {
  return (context, options) => {
    try {
      return rendering(context, options);
    } catch (error) {
      if (error instanceof DigestifError) throw error;
      return failTemplate(
        name,
        messageOf(error),
        positionOf(error),
        'Check the name against our own template.',
      );
    }
  };
}

function checkTemplate(bars: typeof Handlebars, sources: Templates, name: string, source: string): void {
  visit(parse(bars, name, source), (node) => {
    const at = { line: node.loc.start.line, column: node.loc.start.column + 1 };
    if (isPartial(node)) checkPartial(sources, name, node, at);
    if (isCall(node)) checkCall(name, node, at);
    if (node.type === 'DecoratorBlock' || node.type === 'Decorator') {
      failTemplate(name, 'decorators are not available', at);
    }
  });
}

function parse(bars: typeof Handlebars, name: string, source: string): hbs.AST.Program {
  try {
    return bars.parse(source);
  } catch (error) {
    const { message, at } = readGrammarError(messageOf(error), source);
    return failTemplate(name, message, positionOf(error) ?? at, 'Every {{#if}} and {{#each}} needs its end.');
  }
}

function isPartial(node: hbs.AST.Node): node is hbs.AST.PartialStatement {
  return node.type === 'PartialStatement' || node.type === 'PartialBlockStatement';
}

function isCall(node: hbs.AST.Node): node is hbs.AST.BlockStatement | hbs.AST.MustacheStatement {
  return node.type === 'BlockStatement' || node.type === 'MustacheStatement';
}

function checkPartial(sources: Templates, name: string, node: hbs.AST.PartialStatement, at: Position): void {
  const called =
    node.name.type === 'PathExpression' ? String((node.name as hbs.AST.PathExpression).original) : '';
  if (sources[called] !== undefined && !entryTemplates.some((entry) => entry === called)) return;
  const known = Object.keys(sources).filter((key) => !entryTemplates.some((entry) => entry === key));
  failTemplate(name, `there is no partial "${called}"`, at, `The partials are ${known.sort().join(', ')}.`);
}

function checkCall(
  name: string,
  node: hbs.AST.BlockStatement | hbs.AST.MustacheStatement,
  at: Position,
): void {
  const called = node.path.type === 'PathExpression' ? (node.path as hbs.AST.PathExpression).original : '';
  if (node.params.some((param) => param.type === 'SubExpression'))
    failTemplate(name, 'no calls inside calls', at);
  const isHelper = node.type === 'BlockStatement' || node.params.length > 0 || node.hash !== undefined;
  if (!isHelper || (node.type === 'BlockStatement' && blockHelpers.has(String(called)))) return;
  failTemplate(
    name,
    `there is no helper "${called}"`,
    at,
    'Templates know if, else, unless, each and partials.',
  );
}

/** Calls `look` for every statement, blocks inside blocks included. */
function visit(program: hbs.AST.Program | undefined, look: (node: hbs.AST.Node) => void): void {
  for (const node of program?.body ?? []) {
    look(node);
    if (node.type === 'BlockStatement' || node.type === 'PartialBlockStatement') {
      const block = node as hbs.AST.BlockStatement;
      visit(block.program, look);
      visit(block.inverse, look);
    }
  }
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const missing = /^("[^"]*") not defined in /.exec(message)?.[1];
  return missing === undefined ? message.replace(/ - \d+:\d+$/, '') : `there is no value ${missing} here`;
}

function positionOf(error: unknown): Position | undefined {
  if (typeof error !== 'object' || error === null || !('lineNumber' in error)) return undefined;
  const { lineNumber } = error;
  const column = 'column' in error && typeof error.column === 'number' ? error.column : 0;
  return typeof lineNumber === 'number' ? { line: lineNumber, column: column + 1 } : undefined;
}

/**
 * The grammar's own errors give the line in words and the column as dashes below the last twenty characters,
 * line ends left out: look for as much of those as the line holds.
 */
function readGrammarError(message: string, source: string): { message: string; at?: Position } {
  const [first = '', shown = '', dashes = ''] = message.split('\n');
  const line = Number(/on line (\d+)/.exec(first)?.[1] ?? 0);
  if (line === 0) return { message: first };
  const past = shown.slice(0, dashes.indexOf('^')).replace(/^\.\.\./, '');
  const next = shown.slice(dashes.indexOf('^')).trim();
  return {
    message: next === '' ? 'the template ends inside a block' : `unexpected "${next}"`,
    at: { line, column: columnAfter(source.split('\n')[line - 1] ?? '', past) },
  };
}

function columnAfter(line: string, past: string): number {
  for (let cut = 0; cut < past.length; cut += 1) {
    const tail = past.slice(cut);
    const at = line.indexOf(tail);
    if (at !== -1) return at + tail.length + 1;
  }
  return 1;
}
