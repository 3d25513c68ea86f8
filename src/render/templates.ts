/** Handlebars without logic: values, if, else, unless, each and partials. Everything else is a fault with a place. */
import Handlebars from 'handlebars';
import { DigestifError } from '../errors.ts';
import { blockHelpers, checkTemplate } from './template-check.ts';
import { failTemplate, messageOf, positionOf } from './template-faults.ts';
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
const entryTemplates = [
  'email.mjml',
  'page',
  'archive',
  'feed-entry',
  'report',
  'serve-page',
  'confirm-mail',
] as const;

export type EntryTemplate = (typeof entryTemplates)[number];

type Rendering = (context: unknown, options?: Handlebars.RuntimeOptions) => string;

/** Compiles all templates, with every fault that can be seen without data. */
export function compileTemplates(templates: Templates): CompiledTemplates {
  const theme = parseTheme(templates['theme']);
  const sources = Object.fromEntries(Object.entries(templates).filter(([name]) => name !== 'theme'));
  requireEntries(sources);
  const parts = Object.keys(sources).filter((name) => !entryTemplates.some((entry) => entry === name));
  const bars = createStrictBars();
  const renderings = new Map<string, Rendering>();
  for (const [name, source] of Object.entries(sources)) {
    checkTemplate(bars, name, source, parts);
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
  if (missing !== undefined) failTemplate(missing, 'there is no such template');
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
