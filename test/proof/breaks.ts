/** Good bytes, and ways to break them: a gate that cannot fail guards nothing. */
import { expect, test } from 'vitest';
import { openMail, type Verdict } from '../../src/proof/gate.ts';
import { gates, type MailBytes } from '../../src/proof/gates.ts';
import { sampleIssue } from '../render/fixture.ts';
import { renderMailBytes } from './mails.ts';

/** An ordinary month with stories in four languages. */
export const good = await renderMailBytes(sampleIssue());

type Bytes = 'html' | 'text' | 'page' | 'eml';

export type Break = (mail: MailBytes) => MailBytes;

/** Puts something else in the place of words that must be there. */
export function swap(where: Bytes, from: string | RegExp, to: string): Break {
  return (mail) => {
    const bytes = typeof mail[where] === 'string' ? mail[where] : Buffer.from(mail[where]).toString('latin1');
    const changed = bytes.replace(from, () => to);
    if (changed === bytes) throw new Error(`nothing to break: ${from}`);
    return { ...mail, [where]: where === 'eml' ? Buffer.from(changed, 'latin1') : changed };
  };
}

export async function judgeBy(name: string, mail: MailBytes): Promise<Verdict> {
  const gate = gates.find((g) => g.name === name);
  if (!gate) throw new Error(`there is no gate ${name}`);
  return await gate.check(openMail(mail));
}

/** A row: what is broken, how, and words of the finding. */
export type Row = [what: string, how: Break, words: RegExp];

/** The gate passes the good bytes and fails each broken copy, for the reason that it was broken. */
export function breakGate(name: string, rows: readonly Row[], result: Verdict['result'] = 'fail'): void {
  test(`${name} passes good bytes`, async () => {
    expect(await judgeBy(name, good)).toMatchObject({ result: 'pass', findings: [] });
  });
  test.each(rows)(`${name}: %s`, async (_, how, words) => {
    const verdict = await judgeBy(name, how(good));
    expect(verdict.findings.map((f) => f.message).join('\n')).toMatch(words);
    expect(verdict.result).toBe(result);
    expect(verdict.sentence).toMatch(/^\S.*\.$/su);
  });
}
