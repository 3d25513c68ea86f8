import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ingest } from '../../../src/ingest/ingest.ts';
import { checkBytes, checkClasses } from '../../../src/proof/conservation.ts';
import { segment } from '../../../src/segment/segment.ts';
import { joinRanges } from '../../../src/text/ranges.ts';
import type { FileReading, Metadata, PartReading } from '../../../src/types.ts';

/**
 * Text cases: `cases/<name>.txt` holds a feed, a line with a single full stop, and what is read in it. The first line
 * may say how the feed is written to bytes (`as: utf-16le`). `{U+0007}` stands for that character.
 */
export type Case = { name: string; bytes: Uint8Array; expected: string };

export function readCases(): Case[] {
  const path = join(import.meta.dirname, 'cases');
  return readdirSync(path)
    .sort()
    .map((name) => {
      const [whole = '', expected = ''] = readFileSync(join(path, name), 'utf8').split(/^\.\n/mu);
      const [, encoding = 'utf-8'] = /^as: (\S+)\n/u.exec(whole) ?? [];
      const input = whole
        .replace(/^as: \S+\n/u, '')
        .replace(/\{U\+([\dA-F]+)\}/gu, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
      return {
        name: name.replace(/\.txt$/u, ''),
        bytes: encode(input, encoding),
        expected: expected.trimEnd(),
      };
    });
}

/** Shift_JIS and the like have no encoder here: their cases are written in hex. */
function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'hex')
    return Buffer.from(
      text.replace(/\[([\da-f]+)\]/gu, (_, hex: string) => Buffer.from(hex, 'hex').toString('latin1')),
      'latin1',
    );
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  return Buffer.from(text, encoding === 'latin1' ? 'latin1' : 'utf8');
}

/** What a file gives: an outline of each entry, its metadata and paragraphs, then what was complained of. */
export async function outline(bytes: Uint8Array, path: string): Promise<string> {
  const { value, diagnostics } = await ingest({ path, bytes });
  const notes = diagnostics.map((d) => `! ${d.code}${d.line ? ` (line ${d.line})` : ''}: ${d.message}`);
  const whole = [...(value ? value.parts.map(outlinePart) : []), notes.join('\n')].join('\n\n').trim();
  return whole.replace(/(?!\n)\p{Control}/gu, (c) => `{U+${c.charCodeAt(0).toString(16).padStart(4, '0')}}`);
}

function outlinePart(reading: PartReading): string {
  const { part, metadata } = reading;
  const paragraphs = segment(reading).value.articles.flatMap((a) =>
    a.paragraphs.map(
      (p) => `${p.kind === 'paragraph' ? '' : `${p.kind}: `}${joinRanges(part.text, p.ranges)}`,
    ),
  );
  return [`# ${part.name}`, ...outlineMetadata(metadata), ...paragraphs.map((p) => `> ${p}`)].join('\n');
}

function outlineMetadata(metadata: Metadata): string[] {
  return Object.entries(metadata).map(([key, { value }]) => `${key}: ${[value].flat().join(' + ')}`);
}

/** What is wrong with the sums of a reading: bytes of the file, classes of each part. */
export function findFaults(reading: FileReading): string[] {
  const classes = reading.parts.map((p) => checkClasses(segment(p).value));
  return [checkBytes(reading), ...classes].filter((fault) => fault !== null);
}
