/** The tokens of `templates/theme.hbs`: every colour and font family of email and web, a line each. */
import { fail } from '../errors.ts';

const colourNames = ['paper', 'ink', 'soft', 'link', 'button', 'hairline', 'rule', 'stroke'] as const;
const fontNames = ['serif', 'sans', 'mono'] as const;

type Colours = { [name in (typeof colourNames)[number]]: string };
type Fonts = { [name in (typeof fontNames)[number]]: string };

export type Theme = { light: Colours; dark: Colours; fonts: Fonts };

const file = 'templates/theme.hbs';
const names: readonly string[] = [...colourNames, ...fontNames];
const colours = /^(#[0-9a-f]{6})\s+(#[0-9a-f]{6})$/i;
/** A family list goes into style sheets and attributes as it stands. */
const families = /^[\w\s,'-]+$/;

/** Reads the theme; a missing, unknown or unusable token is a template fault that says where. */
export function parseTheme(text: string | undefined): Theme {
  const light = new Map<string, string>();
  const dark = new Map<string, string>();
  for (const [index, line] of (text ?? '').split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('{{!')) continue;
    const [name, lightValue, darkValue] = readToken(line, index + 1);
    light.set(name, lightValue);
    dark.set(name, darkValue);
  }
  return { light: pick(light, colourNames), dark: pick(dark, colourNames), fonts: pick(light, fontNames) };
}

function readToken(line: string, number: number): [name: string, light: string, dark: string] {
  const [, name = '', gap = '', value = ''] = /^\s*(\S+)(\s*)(.*?)\s*$/.exec(line) ?? [];
  if (!names.includes(name)) {
    failTheme(`there is no token "${name}"`, number, 1, `The tokens are ${names.join(', ')}.`);
  }
  const column = name.length + gap.length + 1;
  if (fontNames.some((font) => font === name)) {
    if (families.test(value)) return [name, value, value];
    return failTheme(
      `${name} must be a list of font families, names with spaces in single quotes`,
      number,
      column,
    );
  }
  const [, light, dark] = colours.exec(value) ?? [];
  if (light !== undefined && dark !== undefined) return [name, light, dark];
  return failTheme(`${name} needs a light and a dark colour, such as #18201c #e7ece5`, number, column);
}

function pick<K extends string>(
  found: ReadonlyMap<string, string>,
  wanted: readonly K[],
): { [name in K]: string } {
  const pairs = wanted.map((name) => [name, found.get(name) ?? failTheme(`the token "${name}" is missing`)]);
  return Object.fromEntries(pairs) as { [name in K]: string };
}

function failTheme(message: string, line?: number, column?: number, hint?: string): never {
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  return fail('template-invalid', `${place}: ${message}`, {
    file,
    ...(line !== undefined && { line }),
    ...(hint !== undefined && { hint }),
  });
}
