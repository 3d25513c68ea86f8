import { expect, test } from 'vitest';
import { planRecipients, whyImpossible } from '../../src/deliver/plan.ts';
import type { Subscriber } from '../../src/deliver/types.ts';
import { collect, reader } from '../io/state/samples.ts';

const returnPath = 'letter@reed.example';

test('all are planned for; who cannot get it, or has it, is left out with the reason', async () => {
  const list = [
    reader('ada@reed.example'),
    reader('bad @reed.example'),
    reader(`${'&'.repeat(64)}@reed.example`),
    reader('ida@reed.example'),
  ];
  async function* all(): AsyncGenerator<Subscriber> {
    yield* list;
  }
  const has = async ({ email }: Subscriber): Promise<string | null> =>
    email.startsWith('ida') ? 'has 2026-05/1 already' : null;
  const planned = await collect(planRecipients(all(), '2026-05', returnPath, has));
  expect(planned.map((p) => p.subscriber)).toEqual(list);
  expect(planned.map((p) => p.excluded)).toEqual([
    null,
    'the address cannot stand in a mail',
    'the address is too long',
    'has 2026-05/1 already',
  ]);
});

test('a return path that cannot be made is said', () => {
  const long = `${'l'.repeat(30)}@reed.example`;
  expect(whyImpossible(reader('ada@reed.example'), '2026-05', long)).toMatch(/too long for a return path/);
});
