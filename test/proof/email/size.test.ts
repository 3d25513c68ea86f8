import { describe, expect, test } from 'vitest';
import { longestBytes } from '../../../src/proof/email/size.ts';
import { slotBytes } from '../../../src/text/slot-bytes.ts';
import { breakGate, good, judgeBy } from '../breaks.ts';

const filler = (bytes: number) => (mail: typeof good) => ({
  ...mail,
  html: mail.html.replace('</body>', `${'x'.repeat(bytes)}</body>`),
});

describe('size', () => {
  breakGate('size', [['longer than the limit', filler(90_000), /bytes too many/u]]);
  test('personal links count at their longest', async () => {
    const neutral = 'https://lantern.example/unsubscribe';
    expect(good.html.split(`"${neutral}"`)).toHaveLength(2);
    const longest = good.html.replace(neutral, 'x'.repeat(slotBytes.unsubscribe));
    expect(longestBytes(good.html, good.site)).toBe(Buffer.byteLength(longest));
    const limits = { ...good.limits, emailBytes: Buffer.byteLength(longest) };
    expect((await judgeBy('size', { ...good, limits })).result).toBe('pass');
    expect(
      (await judgeBy('size', { ...good, limits: { ...limits, emailBytes: limits.emailBytes - 1 } })).result,
    ).toBe('fail');
  });
  test('what the newsletter allows and Gmail does not is to be looked at', async () => {
    const limits = { ...good.limits, emailBytes: 200_000 };
    expect(await judgeBy('size', { ...filler(110_000)(good), limits })).toMatchObject({
      result: 'look',
      findings: [{ message: expect.stringContaining('more than Gmail shows') }],
    });
  });
});
