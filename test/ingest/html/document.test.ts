import { expect, test } from 'vitest';
import { domChildren, keepPlacesOnRestore, makeDocument } from '../../../src/ingest/html/document.ts';
import { open } from './pages.ts';

test('text nodes carry their places, also after the page was put back', () => {
  const { tree, page } = open('<title>T</title><body class=x><p>A bell</p><script>x</script><p>B');
  const document = makeDocument(tree, page.places);
  expect(document.body.getAttribute('class')).toBe('x');
  keepPlacesOnRestore(document.body);
  const body = document.body as unknown as { innerHTML: string };
  const saved = body.innerHTML;
  for (const child of domChildren(document.body)) document.body.removeChild(child);
  body.innerHTML = saved;
  const places = domChildren(document.body).map((p) => p.firstChild?.place);
  expect(places).toEqual([
    { start: 0, end: 6 },
    { start: 7, end: 8 },
  ]);
});
