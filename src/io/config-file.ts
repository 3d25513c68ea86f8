import { isMap, isScalar, isSeq, LineCounter, type Node } from 'yaml';
import { z } from 'zod';
import { type Config, configSchema } from '../config.ts';
import { DigestifError, diagnose, fail } from '../errors.ts';
import { nearest } from '../text/nearest.ts';
import { dataOf, parseYaml } from '../text/yaml.ts';
import type { Diagnostic } from '../types.ts';

export const configName = 'digestif.config.yaml';

/** Values that `init` writes for the editor to replace. */
export const placeholders: { [key: string]: string } = {
  title: 'My Newsletter',
  url: 'https://newsletter.example',
  'sender.email': 'editor@newsletter.example',
};

/**
 * Reads the config. Every fault is thrown at once, each with its line, what was expected and the nearest right key.
 */
export function parseConfig(text: string): { config: Config; diagnostics: Diagnostic[] } {
  const counter = new LineCounter();
  const { document, fault } = parseYaml(text, { lineCounter: counter, schema: 'core' });
  if (fault) failYaml(fault.message, counter.linePos(fault.offset).line);
  const { data, fault: unfolding } = dataOf(document);
  if (unfolding) failYaml(unfolding.message, counter.linePos(unfolding.offset).line);
  const parsed = configSchema.safeParse(data ?? {});
  const lineOf = (path: readonly PropertyKey[]): number =>
    counter.linePos(offsetOf(document.contents, path)).line;
  if (!parsed.success)
    throw new DigestifError(parsed.error.issues.flatMap((issue) => complain(issue, lineOf)));
  return { config: parsed.data, diagnostics: complainOfPlaceholders(parsed.data, lineOf) };
}

function failYaml(message: string, line: number): never {
  const hint = 'Check indentation and quotes.';
  return fail('config-invalid', `is not valid YAML: ${message}`, { file: configName, line, hint });
}

function complain(issue: z.core.$ZodIssue, lineOf: (path: readonly PropertyKey[]) => number): Diagnostic[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, issue.path, lineOf));
  const name = issue.path.map(String).join('.') || 'the config';
  const missing = issue.code === 'invalid_type' && /received undefined/u.test(issue.message);
  const message = missing ? `${name} is missing` : `${name}: ${issue.message}`;
  const hint = describe(issue.path);
  return [
    diagnose('config-invalid', message, {
      file: configName,
      line: lineOf(issue.path),
      ...(hint ? { hint } : {}),
    }),
  ];
}

function unknownKey(
  key: string,
  path: readonly PropertyKey[],
  lineOf: (path: readonly PropertyKey[]) => number,
): Diagnostic {
  const known = keysAt(path);
  const right = nearest(key, known);
  const hint = right ? `Did you mean "${right}"?` : `The keys here are: ${known.join(', ')}.`;
  const place = { file: configName, line: lineOf([...path, key]), hint };
  return diagnose(
    'config-invalid',
    `"${[...path.map(String), key].join('.')}" is no key of the config`,
    place,
  );
}

type JsonSchema = { description?: string; properties?: { [key: string]: JsonSchema }; items?: JsonSchema };

function schemaAt(path: readonly PropertyKey[]): JsonSchema | undefined {
  let schema: JsonSchema | undefined = z.toJSONSchema(configSchema, { io: 'input' }) as JsonSchema;
  for (const step of path)
    schema = typeof step === 'number' ? schema?.items : schema?.properties?.[String(step)];
  return schema;
}

function keysAt(path: readonly PropertyKey[]): string[] {
  return Object.keys(schemaAt(path)?.properties ?? {});
}

function describe(path: readonly PropertyKey[]): string | undefined {
  return schemaAt(path)?.description;
}

/** Offset of the value at a path, or of the nearest thing above it that exists. */
function offsetOf(root: unknown, path: readonly PropertyKey[]): number {
  let node = root as Node | null;
  let offset = node?.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isScalar(item.key) && String(item.key.value ?? '') === String(step),
      );
      if (!pair) return offset;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value as Node | null;
    } else if (isSeq(node) && typeof step === 'number') {
      node = (node.items[step] as Node | undefined) ?? null;
      offset = node?.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}

function complainOfPlaceholders(
  config: Config,
  lineOf: (path: readonly PropertyKey[]) => number,
): Diagnostic[] {
  return Object.entries(placeholders).flatMap(([key, placeholder]) => {
    const path = key.split('.');
    const value = path.reduce<unknown>((at, step) => (at as { [key: string]: unknown })[step], config);
    if (value !== placeholder) return [];
    const hint = describe(path);
    const place = { file: configName, line: lineOf(path), ...(hint ? { hint } : {}) };
    return [diagnose('placeholder-config', `${key} is still the placeholder "${placeholder}"`, place)];
  });
}
