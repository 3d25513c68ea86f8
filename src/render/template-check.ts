/** What can be said of a template without data: its grammar, its partials, its helpers. */
import type Handlebars from 'handlebars';
import { nearest } from '../text/nearest.ts';
import { failTemplate, messageOf, type Position, positionOf, readGrammarError } from './template-faults.ts';

/** The only helpers there are. */
export const blockHelpers: ReadonlySet<string> = new Set(['if', 'unless', 'each']);

/** Finds what is not allowed or not there, before anything is rendered. `parts` are the partials that exist. */
export function checkTemplate(
  bars: typeof Handlebars,
  name: string,
  source: string,
  parts: readonly string[],
): void {
  visit(parse(bars, name, source), (node) => {
    const at = { line: node.loc.start.line, column: node.loc.start.column + 1 };
    if (isPartial(node)) checkPartial(parts, name, node, at);
    if (isCall(node)) checkCall(name, node, at);
    if (node.type === 'DecoratorBlock' || node.type === 'Decorator') {
      failTemplate(name, 'decorators are not available', at);
    }
  });
}

function parse(bars: typeof Handlebars, name: string, source: string): hbs.AST.Program {
  try {
    const program = bars.parse(source);
    // Handlebars compiles at the first rendering; some faults show only then.
    bars.precompile(program, { strict: true });
    return program;
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

function checkPartial(
  parts: readonly string[],
  name: string,
  node: hbs.AST.PartialStatement,
  at: Position,
): void {
  const called =
    node.name.type === 'PathExpression' ? String((node.name as hbs.AST.PathExpression).original) : '';
  if (parts.includes(called)) return;
  failTemplate(name, `there is no partial "${called}"`, at, hintAt(called, parts));
}

/** Most names of one family that a hint lists. */
const mostNames = 6;

/** The partial that was meant, else those that begin with the same word. */
function hintAt(called: string, parts: readonly string[]): string {
  const near = nearest(called, parts);
  if (near !== undefined) return `Did you mean "${near}"?`;
  const [family = ''] = called.split('-');
  const alike = parts.filter((part) => part.split('-')[0] === family).sort();
  const makeOne = `A partial is a file of its own: templates/${called || 'name'}.hbs.`;
  if (alike.length === 0) return makeOne;
  const more = alike.length > mostNames ? ' and others' : '';
  return `Of that kind there are ${alike.slice(0, mostNames).join(', ')}${more}. ${makeOne}`;
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
