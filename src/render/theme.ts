/** The tokens of `templates/theme.hbs`: every colour, family, size and length of email and pages, a line each. */
import { fail } from '../errors.ts';

const colourNames = [
  'paper',
  'ink',
  'soft',
  'link',
  'button',
  'hairline',
  'rule',
  'stroke',
  'bar',
  'quote',
  'quote-text',
  'quote-soft',
] as const;
const fontNames = ['headings', 'text', 'facts', 'code'] as const;
const sizeNames = [
  'masthead',
  'cover',
  'title',
  'lead',
  'heading',
  'story',
  'opening',
  'body',
  'small',
  'quoted',
  'figure',
] as const;
/** Plain numbers, each with the least and the most that still looks like type. */
const numberRanges = {
  large: [100, 900],
  strong: [100, 900],
  tight: [0, 9],
  snug: [0, 9],
  top: [0, 40],
  'top-page': [0, 40],
  line: [0, 20],
  margin: [0, 20],
  inset: [0, 60],
  themes: [0, 200],
  stories: [0, 200],
  measure: [320, 900],
  page: [600, 1600],
} as const;
/** How the rules above names and themes are drawn. */
const ruleStyles = ['solid', 'double', 'dashed', 'dotted'] as const;
const numberNames = Object.keys(numberRanges) as (keyof typeof numberRanges)[];

/** Where a size counts: the email, the email on a phone, a page on a phone, a wide page. */
const places = ['email', 'phone', 'narrow', 'wide'] as const;

/** `css` is both as declarations. */
type Size = { size: string; line: string; css: string };
type Of<K extends readonly string[], V> = { [name in K[number]]: V };

export type Theme = {
  light: Of<typeof colourNames, string>;
  dark: Of<typeof colourNames, string>;
  fonts: Of<typeof fontNames, string>;
  sizes: Of<typeof sizeNames, Of<typeof places, Size>>;
  numbers: { [name in keyof typeof numberRanges]: number };
  rules: (typeof ruleStyles)[number];
};

const file = 'templates/theme.hbs';
const names: readonly string[] = [...colourNames, ...fontNames, ...sizeNames, ...numberNames, 'rules'];
const colours = /^(#[0-9a-f]{6})\s+(#[0-9a-f]{6})$/i;
/** A family list goes into style sheets and attributes as it stands. */
const families = /^[\w\s,'-]+$/;
const sizes = /^\d{1,3}\/\d{1,3}(?:\s+\d{1,3}\/\d{1,3}){3}$/;

/** A token as it stands in the file; line and column count from 1. */
type Token = { name: string; value: string; line: number; column: number };

/** Reads the theme; a missing, unknown or unusable token is a template fault that says where. */
export function parseTheme(text: string | undefined): Theme {
  const tokens = new Map<string, Token>();
  for (const token of readTokens(text ?? '')) {
    // A token that is wrong is told before one that is missing.
    readerOf(token.name)(token);
    tokens.set(token.name, token);
  }
  const pick = <K extends string, V>(wanted: readonly K[], read: (token: Token) => V): { [name in K]: V } => {
    const pairs = wanted.map((name) => [
      name,
      read(tokens.get(name) ?? failTheme(`the token "${name}" is missing`)),
    ]);
    return Object.fromEntries(pairs) as { [name in K]: V };
  };
  return {
    light: pick(colourNames, (token) => readColours(token)[0]),
    dark: pick(colourNames, (token) => readColours(token)[1]),
    fonts: pick(fontNames, readFamilies),
    sizes: pick(sizeNames, readSizes),
    numbers: pick(numberNames, readNumber),
    rules: pick(['rules'], readStyle).rules,
  };
}

/** The lines that are no comment; a comment may have several. */
function readTokens(text: string): Token[] {
  const bare = text.replace(/\{\{!--[\s\S]*?--\}\}/gu, (comment) => comment.replace(/[^\n]/gu, ' '));
  return bare.split(/\r?\n/).flatMap((line, index) => {
    const [, indent = '', name = '', gap = '', value = ''] = /^(\s*)(\S*)(\s*)(.*?)\s*$/.exec(line) ?? [];
    if (name === '') return [];
    if (!names.includes(name)) {
      failTheme(
        `there is no token "${name}"`,
        { line: index + 1, column: 1 },
        `The tokens are ${names.join(', ')}.`,
      );
    }
    return [{ name, value, line: index + 1, column: indent.length + name.length + gap.length + 1 }];
  });
}

function readerOf(name: string): (token: Token) => unknown {
  if (colourNames.some((colour) => colour === name)) return readColours;
  if (fontNames.some((font) => font === name)) return readFamilies;
  if (name === 'rules') return readStyle;
  return sizeNames.some((size) => size === name) ? readSizes : readNumber;
}

function readColours(token: Token): [light: string, dark: string] {
  const [, light, dark] = colours.exec(token.value) ?? [];
  if (light !== undefined && dark !== undefined) return [light, dark];
  return failTheme(`${token.name} needs a light and a dark colour, such as #18201c #e7ece5`, token);
}

function readFamilies(token: Token): string {
  if (families.test(token.value)) return token.value;
  return failTheme(
    `${token.name} must be a list of font families, names with spaces in single quotes`,
    token,
  );
}

function readSizes(token: Token): Of<typeof places, Size> {
  if (!sizes.test(token.value))
    return failTheme(`${token.name} needs four sizes, each with its line: 52/54 38/42 54/56 88/92`, token);
  const pairs = token.value.split(/\s+/u).map((pair, index) => {
    const [size = '', line = ''] = pair.split('/').map((pixels) => `${pixels}px`);
    return [places[index], { size, line, css: `font-size: ${size}; line-height: ${line}` }];
  });
  return Object.fromEntries(pairs) as Of<typeof places, Size>;
}

function readStyle(token: Token): (typeof ruleStyles)[number] {
  const style = ruleStyles.find((name) => name === token.value);
  return style ?? failTheme(`${token.name} must be one of ${ruleStyles.join(', ')}`, token);
}

function readNumber(token: Token): number {
  const [least, most] = numberRanges[token.name as keyof typeof numberRanges];
  const value = Number(token.value);
  if (/^\d+$/.test(token.value) && value >= least && value <= most) return value;
  return failTheme(`${token.name} must be a whole number from ${least} to ${most}`, token);
}

function failTheme(message: string, at?: { line: number; column: number }, hint?: string): never {
  const place = at === undefined ? file : `${file}:${at.line}:${at.column}`;
  return fail('template-invalid', `${place}: ${message}`, {
    file,
    ...(at !== undefined && { line: at.line }),
    ...(hint !== undefined && { hint }),
  });
}
