import { expect, test } from 'vitest';
import { allViews, findView, firstView, nameView } from '../../src/preview/views.ts';

test('every view has a name of its own that leads back to it', () => {
  const names = allViews.map(nameView);
  expect(new Set(names).size).toBe(allViews.length);
  for (const view of allViews) expect(findView(nameView(view))).toEqual(view);
});

test('the first view has no name, and no other spelling of one finds it', () => {
  expect(nameView(firstView)).toBe('');
  for (const name of ['email', 'email-fit-light', 'EMAIL-375-dark', 'toString', '..'])
    expect(findView(name)).toBe(null);
  expect(findView('email-600-light')).toMatchObject({ width: 600 });
  expect(findView('email-320-dark-images-off')).toEqual({
    kind: 'email',
    width: 320,
    scheme: 'dark',
    version: 'images-off',
  });
});
