import type { Part } from '../../src/types.ts';

export function partOf(text: string, file = 'ebb.md'): Part {
  return { key: `${file}#text`, file, sha256: '0'.repeat(64), reader: 'test@1', name: 'text', text };
}
