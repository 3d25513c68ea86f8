import { isMap, isScalar, LineCounter } from 'yaml';
import { fail } from '../errors.ts';
import { parseYaml } from '../text/yaml.ts';

/** Reads the id ledger: one line a form. Where a form stands twice, the first line counts. */
export function parseIds(file: string, text: string): Map<string, string> {
  const counter = new LineCounter();
  const { document, fault } = parseYaml(text, { lineCounter: counter, uniqueKeys: false });
  const hint =
    'Restore it from your history: without it, articles lose the ids that links and decisions use.';
  if (fault)
    fail('bad-ids', `cannot be read: ${fault.message}`, {
      file,
      line: counter.linePos(fault.offset).line,
      hint,
    });
  const ledger = new Map<string, string>();
  if (document.contents === null) return ledger;
  if (!isMap(document.contents)) fail('bad-ids', 'is not a list of form: id lines', { file, line: 1, hint });
  for (const { key, value } of document.contents.items) {
    const form = textOf(key);
    const id = textOf(value);
    if (form !== '' && id !== '' && !ledger.has(form)) ledger.set(form, id);
  }
  return ledger;
}

function textOf(node: unknown): string {
  return isScalar(node) && node.value !== null ? String(node.value) : '';
}

const head = `# Which article is which: every form an article was seen in, and its id.
# Digestif only ever adds lines here. Keep the file with your articles; links and decisions depend on it.
`;

/** The ledger with lines added at its end; what was there stays byte for byte. */
export function appendIds(text: string, additions: readonly (readonly [string, string])[]): string {
  if (additions.length === 0) return text;
  const old = text === '' ? head : text.endsWith('\n') ? text : `${text}\n`;
  return old + additions.map(formatLine).join('');
}

/** YAML allows a plain key 1024 characters; a longer one (an address with a long query) needs a question mark. */
function formatLine([form, id]: readonly [string, string]): string {
  const key = JSON.stringify(form);
  const value = JSON.stringify(id);
  return key.length < 1000 ? `${key}: ${value}\n` : `? ${key}\n: ${value}\n`;
}
