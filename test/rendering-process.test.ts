import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { parseConfig } from '../src/io/config-file.ts';
import { askProcess } from '../src/io/helper-process.ts';
import { loadTemplates } from '../src/io/newsletter.ts';
import { contentOfSeal } from '../src/pipeline/sealing.ts';
import { parseSeal } from '../src/pipeline/seals.ts';
import { makeSendable } from './killing.ts';
import { makeNewsletter } from './newsletter.ts';

const entry = new URL('../src/rendering-process.ts', import.meta.url);

vi.setConfig({ testTimeout: 180_000 });

test('the other process renders a sealed issue as this one does, and refuses other bytes', async () => {
  const folder = await makeSendable(makeNewsletter({}), 0);
  const { config } = parseConfig(readFileSync(join(folder, 'digestif.config.yaml'), 'utf8'));
  const path = 'articles/_issues/2026-05.seal.json';
  const text = readFileSync(join(folder, path), 'utf8');
  const { value: seal } = parseSeal({ file: path, issue: '2026-05', text });
  if (!seal) throw new Error('no seal');
  const options = { config, templates: loadTemplates(folder, config), pictures: new Map() };
  expect(await askProcess(entry, { seal, ...options })).toEqual({
    content: await contentOfSeal(seal, options),
  });
  const other = { ...options, config: { ...config, title: 'The Rush Post' } };
  expect(await askProcess(entry, { seal, ...other })).toMatchObject({ faults: [{ code: 'seal-broken' }] });
  await expect(contentOfSeal(seal, other)).rejects.toMatchObject({ diagnostics: [{ code: 'seal-broken' }] });
});
