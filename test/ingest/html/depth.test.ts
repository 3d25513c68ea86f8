import { describe, expect, test } from 'vitest';
import { limitDepth } from '../../../src/ingest/html/depth.ts';

describe('depth', () => {
  test.each([
    '<p>a<p>b<p>c</p>'.repeat(300),
    '<ul><li>a<li>b</ul>'.repeat(300),
    '<p><font color="red">never closed</p>'.repeat(1000),
    '<div><span>x</div>'.repeat(500),
    "<p>Don't <br> 3 < 4 <img alt='>'>".repeat(300),
  ])('what is not deep stays as it is', (html) => expect(limitDepth(html)).toBe(html));

  test('deep tags become comments, and every offset stays', () => {
    const html = `${'<div title=">">'.repeat(300)}keeper${'</div>'.repeat(300)}<p>after`;
    const limited = limitDepth(html);
    expect(limited).toHaveLength(html.length);
    expect(limited.indexOf('keeper')).toBe(html.indexOf('keeper'));
    expect(limited.match(/<div/gu)).toHaveLength(200);
    expect(limited.match(/<\/div/gu)).toHaveLength(200);
    expect(limited.match(/<![^>]*>/gu)).toHaveLength(200);
  });
});
