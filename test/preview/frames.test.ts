import { expect, test } from 'vitest';
import { deriveBytes, derivedPath, emailPath, frame, tellUnfetched } from '../../src/preview/frames.ts';
import { marsh } from '../articles.ts';
import { buildState } from './stage.ts';

const one = {
  address: '/raw/a/email.html',
  bytes: '<p>',
  title: '"A" <b>',
  width: 'w600',
  scheme: 'dark',
} as const;

test('a frame runs nothing, and its address changes with its bytes only', async () => {
  const markup = String(await frame(one));
  expect(markup).toContain('sandbox="allow-same-origin"');
  expect(markup).not.toContain('allow-scripts');
  expect(markup).toContain('title="&quot;A&quot; &lt;b&gt;"');
  expect(String(await frame({ ...one }))).toBe(markup);
  expect(String(await frame({ ...one, bytes: '<p> ' }))).not.toBe(markup);
});

test('what is derived has an address of its own', () => {
  expect(emailPath('2026-05', 'as-sent')).toBe('/raw/2026-05/email.html');
  expect(emailPath('2026-05', 'images-off')).toBe(derivedPath('2026-05', 'images-off'));
});

test('an issue that is not published has no entry; one that is not there has nothing', async () => {
  const state = await buildState({
    ...marsh,
    'digestif.config.yaml': `${marsh['digestif.config.yaml']}publish: sealed\n`,
  });
  expect(await deriveBytes(state, '2026-05', 'entry')).toBe(null);
  expect(await deriveBytes(state, '2026-05', 'styles-off')).not.toContain(':root');
  expect(await deriveBytes(state, '2026-04', 'images-off')).toBe(null);
});

test('what is not fetched is counted once, with where it lies', () => {
  const img = (address: string) => `<img src="${address}">`;
  const told = (...all: string[]) => tellUnfetched(all.map(img).join(''));
  expect(told('data:image/png;base64,AA', 'a.png')).toBe('');
  expect(told('https://b.example/1', 'https://b.example/1')).toMatch(
    /^1 picture is .* load it from b\.example\.$/u,
  );
  expect(told('https://b.example/1', 'http://a.example/2')).toMatch(
    /^2 pictures are .* load them from a\.example, b\.example\.$/u,
  );
  expect(told(...[1, 2, 3, 4].map((i) => `https://${i}.example`))).toMatch(/from 4 servers\.$/u);
});
