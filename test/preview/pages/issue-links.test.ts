import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tryLimits } from '../../../src/preview/links.ts';
import { marsh } from '../../articles.ts';
import { complaints, openStage, openWindow } from '../stage.ts';

const asked: string[] = [];
let server: Server;
let base = '';
const { page: openPage } = openWindow();

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(request.url === '/gone' ? 404 : 200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
});

test('links are tried when somebody says so, and only then', async () => {
  const files = {
    ...marsh,
    'articles/ferry.md': marsh['articles/ferry.md'].replace(/url: .*/u, `url: ${base}/here`),
    'articles/oven.md': marsh['articles/oven.md'].replace(/url: .*/u, `url: ${base}/gone`),
  };
  const { at } = await openStage(files, { trying: { ...tryLimits, local: true } });
  const page = await openPage();
  await page.goto(at('/issues/2026-05/'));
  await page.getByRole('link', { name: 'Try the links' }).click();
  await page.getByText('lead out of the newsletter').waitFor();
  expect(asked).toEqual([]);
  await page.getByRole('button', { name: 'Try them now' }).click();
  await page.getByText('is not there (404)').first().waitFor();
  expect(await page.getByText('answers (200)').count()).toBeGreaterThan(0);
  expect(new Set(asked)).toEqual(new Set(['HEAD /here', 'HEAD /gone']));
  expect(await complaints(page)).toEqual([]);
  expect(page.said).toEqual([]);
});
