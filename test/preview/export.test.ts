import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { exportPreview } from '../../src/preview/export.ts';
import { marsh, oven } from '../articles.ts';
import { makeNewsletter } from '../newsletter.ts';
import { complaints, openWindow } from './stage.ts';

/** Enough of them for a second page of a list. */
const empty = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`articles/empty/${i}.md`, '']));

const folder = makeNewsletter({
  ...marsh,
  ...empty,
  'articles/odd name #1 ü?.md': oven,
  'articles/index.html': `<p>${oven}</p>`,
});
const target = join(folder, 'shown');
const { page: openPage } = openWindow();

const pages = () =>
  readdirSync(target, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('index.html') && !name.startsWith('raw'),
  );

describe('an exported preview', () => {
  beforeAll(() => exportPreview(folder, target));

  test('holds no script, nothing that needs the server, and no link that leads nowhere', () => {
    expect(pages().length).toBeGreaterThan(30);
    expect(pages()).toContain(join('trays', 'not-an-article', '2', 'index.html'));
    for (const name of pages()) {
      const text = readFileSync(join(target, name), 'utf8');
      expect(text).not.toMatch(/<script|<form|<!--live|client\.js|="\/|\/events|Being checked/u);
      const ids = (file: string) =>
        new Set([...readFileSync(file, 'utf8').matchAll(/\sid="([^"]+)"/gu)].map((m) => m[1]));
      for (const [, link = ''] of text.matchAll(/\s(?:href|src)="([^"]*)"/gu)) {
        if (/^(?:https?|mailto):/u.test(link)) continue;
        const [path = '', fragment] = link.split('#');
        const file = path === '' ? join(target, name) : join(target, dirname(name), decodeURIComponent(path));
        expect([name, link, existsSync(file)]).toEqual([name, link, true]);
        if (fragment && file.endsWith('.html'))
          expect([name, link, ids(file).has(decodeURIComponent(fragment))]).toEqual([name, link, true]);
      }
    }
  });

  test('opens from the disk, frames and all', async () => {
    const page = await openPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(join(target, 'index.html')).href);
    await page.locator('.nav a', { hasText: 'May 2026' }).click();
    await page.frameLocator('iframe').getByText('The Reed Post').first().waitFor();
    await page.getByRole('link', { name: '375', exact: true }).click();
    await page.getByRole('link', { name: 'Dark' }).click();
    expect(page.url()).toContain('email-375-dark/index.html');
    expect(await complaints(page)).toEqual([]);
    await page.getByRole('link', { name: 'Source', exact: true }).click();
    await page.locator('.told a').first().click();
    expect(await page.locator(':target').count()).toBe(1);
    expect(asked.filter((address) => !address.startsWith('file:'))).toEqual([]);
    expect(page.said).toEqual([]);
    await page.close();
  });

  test('is brought up to date, and cleared of what is gone', async () => {
    rmSync(join(folder, 'articles/index.html'));
    await exportPreview(folder, target);
    expect(existsSync(join(target, 'source/index.html_/index.html'))).toBe(false);
    expect(existsSync(join(target, 'source/index.html'))).toBe(true);
  });
});

test('nothing else is written over', async () => {
  const other = join(folder, 'other');
  mkdirSync(other);
  writeFileSync(join(other, 'index.html'), 'mine');
  await expect(exportPreview(folder, other)).rejects.toThrow(/something else/u);
  await expect(exportPreview(folder, folder)).rejects.toThrow(/something else/u);
  await expect(exportPreview(folder, join(folder, 'articles/shown'))).rejects.toThrow(
    /folder of the articles/u,
  );
  expect(readFileSync(join(other, 'index.html'), 'utf8')).toBe('mine');
});

test('a newsletter that cannot be built is not exported', async () => {
  const broken = makeNewsletter({ ...marsh, 'digestif.config.yaml': 'title: [' });
  await expect(exportPreview(broken, join(broken, 'shown'))).rejects.toThrow(/YAML/u);
  expect(existsSync(join(broken, 'shown'))).toBe(false);
});
