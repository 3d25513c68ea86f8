import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import type { Subscriber, SubscriberStatus } from '../../src/deliver/types.ts';
import { consentText } from '../../src/render/serve-page.ts';
import { confirm, leave, lookToConfirm, lookToLeave, openAnswer, readAsking } from '../../src/serve/desk.ts';
import { add, everything, linkIn, noon, openStage, site, token } from './stage.ts';

const day = 86_400_000;
const id = 'ab'.repeat(16);
const other = 'd41d8cd98f00b204e9800998ecf8427e-another';

const tokenIn = (link: string): string => link.split('/').at(-1) ?? '';

/** Asks, reads the mail, and gives the token of its link; null where there was no mail. */
async function ask(stage: Parameters<typeof openAnswer>[0], email: string, name: string | null = null) {
  const mail = await openAnswer(stage, { email, name })();
  if (!mail) return null;
  const read = await PostalMime.parse(mail.bytes);
  return { token: tokenIn(linkIn(read.text)), text: read.text ?? '', read, envelope: mail.envelope };
}

describe('what is typed into the form', () => {
  test.each([
    'ida',
    'ida@pond',
    '',
    ' ',
    'a@b@c',
    'ida@pond.example\r\nBcc: x@y.example',
    'i\ufffd@pond.example',
  ])('%j is no address', (email) => expect(readAsking(email, '')).toBeNull());
  test('an address is read leniently, and a name is a name', () => {
    expect(readAsking(' Ida+a@POND.example ', '  Ida  Reed ')).toEqual({
      email: 'Ida+a@pond.example',
      name: 'Ida Reed',
    });
    for (const name of ['see https://evil.example', 'www.evil.example', 'x'.repeat(81), 'a@b', '<b>', ''])
      expect(readAsking('ida@pond.example', name)?.name).toBeNull();
  });
});

describe('asking', () => {
  test('somebody new is pending, with what they agreed to, and gets a link that works for a week', async () => {
    const stage = await openStage();
    const got = await ask(stage, 'ida@pond.example', 'Ida Reed');
    const found = await stage.state.subscribers.find('ida@pond.example');
    const at = new Date(noon).toISOString();
    expect(found).toMatchObject({
      status: 'pending',
      name: 'Ida Reed',
      consent: { at, how: 'form', text: consentText(site) },
    });
    expect(got?.envelope).toEqual({
      from: `bounces+answer=${found?.id}@lantern.example`,
      to: 'ida@pond.example',
    });
    // Whoever typed the name in may not be who reads it.
    expect(JSON.stringify(got)).not.toContain('Reed');
    stage.wait(7 * day - 1);
    expect(await lookToConfirm(stage, got?.token ?? '')).toBe('open');
    stage.wait(1);
    expect(await lookToConfirm(stage, got?.token ?? '')).toBe('stale');
    expect(await confirm(stage, got?.token ?? '')).toBe('stale');
  });

  const most: [SubscriberStatus | 'unknown', mails: number, days: number][] = [
    ['unknown', 3, 1],
    ['pending', 3, 1],
    ['active', 1, 1],
    ['unsubscribed', 2, 1],
    ['bounced', 1, 1],
    ['complained', 1, 30],
  ];
  test.each(most)('%s: at most %i mails in %i days', async (status, mails, days) => {
    const stage = await openStage();
    if (status !== 'unknown') await add(stage, 'ida@pond.example', status);
    const before = await everything(stage);
    const once = async () => {
      let got = 0;
      for (const email of ['ida@pond.example', 'IDA@pond.example', 'ida+x@pond.example', 'ida@pond.example'])
        if (await openAnswer(stage, { email, name: 'X' })()) got += 1;
      return got;
    };
    expect(await once()).toBeLessThanOrEqual(3);
    const after = JSON.parse(await everything(stage)) as { left: unknown };
    // Nobody comes back, or is told of by another name, because somebody asked.
    expect(after.left).toEqual((JSON.parse(before) as { left: unknown }).left);
    const alone = await openStage();
    if (status !== 'unknown') await add(alone, 'ida@pond.example', status);
    let got = 0;
    for (let i = 0; i < 5; i += 1) if (await ask(alone, 'ida@pond.example')) got += 1;
    expect(got).toBe(mails);
    alone.wait(days * day - 1);
    expect(await ask(alone, 'ida@pond.example')).toBeNull();
    alone.wait(1);
    expect(await ask(alone, 'ida@pond.example')).not.toBeNull();
  });

  test('one address in many spellings has one limit', async () => {
    const stage = await openStage();
    const plain = ['ida', 'IDA', '"ida"', '"i\\da"', 'ida+x', '"ida+y"', '"id\\a+z"'];
    const spaced = ['"o o"', '"o o+1"', '"o\\ o+2"', '"o o+3"'];
    let got = 0;
    for (const local of [...plain, ...spaced]) {
      const asking = readAsking(`${local}@pond.example`, '');
      if (asking && (await openAnswer(stage, asking)())) got += 1;
    }
    expect(got).toBe(6);
  });

  test('somebody on the list is told so, with a way out, and changes in nothing', async () => {
    const stage = await openStage();
    const ida = await add(stage, 'ida@pond.example');
    const before = await everything(stage);
    const got = await ask(stage, 'IDA@pond.example', 'Mallory');
    expect(got?.read.subject).toBe('You are on the list already: The Lantern Quarter');
    // To the address as it stands on the list.
    expect(got?.envelope.to).toBe('ida@pond.example');
    expect(await lookToLeave(stage, got?.token ?? '')).toBe('open');
    expect(got?.token).toContain(ida.id);
    expect(await everything(stage)).toBe(before);
  });
});

describe('confirming', () => {
  test('puts them on the list, once and for all', async () => {
    const stage = await openStage();
    const got = await ask(stage, 'ida@pond.example');
    stage.wait(1000);
    const before = await everything(stage);
    expect(await lookToConfirm(stage, got?.token ?? '')).toBe('open');
    expect(await everything(stage)).toBe(before);
    expect(await confirm(stage, got?.token ?? '')).toBe('done');
    const at = new Date(noon + 1000).toISOString();
    expect(await stage.state.subscribers.find('ida@pond.example')).toMatchObject({
      status: 'active',
      consent: { at, how: 'form', text: consentText(site) },
    });
    const after = await everything(stage);
    stage.wait(1000);
    expect(await confirm(stage, got?.token ?? '')).toBe('done');
    expect(await lookToConfirm(stage, got?.token ?? '')).toBe('done');
    expect(await everything(stage)).toBe(after);
  });

  test.each(['unsubscribed', 'bounced', 'complained'] as const)(
    '%s come back by it alone',
    async (status) => {
      const stage = await openStage();
      const ida = await add(stage, 'ida@pond.example', status);
      const got = await ask(stage, 'ida@pond.example');
      expect((await stage.state.subscribers.get(ida.id))?.status).toBe(status);
      await confirm(stage, got?.token ?? '');
      expect(await stage.state.subscribers.get(ida.id)).toMatchObject({
        status: 'active',
        consent: { how: 'form' },
      });
      expect(JSON.parse(await everything(stage)).left).toEqual([]);
    },
  );

  test.each(['import', 'command'] as const)(
    'after %s has put them on the list: their own word counts',
    async (how) => {
      const stage = await openStage();
      const got = await ask(stage, 'ida@pond.example');
      const asked = await stage.state.subscribers.find('ida@pond.example');
      const consent = { at: new Date(noon).toISOString(), how, text: 'imported from list.csv' };
      await stage.state.subscribers.put([{ ...(asked as Subscriber), status: 'active', consent }]);
      // Nobody has confirmed what was typed into the form.
      expect(await stage.state.subscribers.find('ida@pond.example')).toMatchObject({
        status: 'active',
        consent,
      });
      stage.wait(1000);
      expect(await lookToConfirm(stage, got?.token ?? '')).toBe('open');
      expect(await confirm(stage, got?.token ?? '')).toBe('done');
      const at = new Date(noon + 1000).toISOString();
      const own = { status: 'active', consent: { at, how: 'form', text: consentText(site) } };
      expect(await stage.state.subscribers.find('ida@pond.example')).toMatchObject(own);
      stage.wait(1000);
      expect(await lookToConfirm(stage, got?.token ?? '')).toBe('done');
      expect(await confirm(stage, got?.token ?? '')).toBe('done');
      expect(await stage.state.subscribers.find('ida@pond.example')).toMatchObject(own);
    },
  );

  test('so does somebody who was removed', async () => {
    const stage = await openStage();
    await add(stage, 'ida@pond.example');
    await stage.state.subscribers.remove('ida@pond.example', new Date(noon).toISOString());
    const got = await ask(stage, 'ida@pond.example');
    expect(JSON.parse(await everything(stage)).left).toHaveLength(1);
    await confirm(stage, got?.token ?? '');
    expect((await stage.state.subscribers.find('ida@pond.example'))?.status).toBe('active');
    expect(JSON.parse(await everything(stage)).left).toEqual([]);
  });

  test('a token of somebody who was removed meanwhile is worth nothing', async () => {
    const stage = await openStage();
    const got = await ask(stage, 'ida@pond.example');
    await stage.state.subscribers.remove('ida@pond.example', new Date(noon).toISOString());
    expect(await confirm(stage, got?.token ?? '')).toBe('stale');
  });
});

describe('a link to confirm that is older than the farewell', () => {
  test.each(['unsubscribed', 'bounced', 'complained'] as const)('brings nobody back: %s', async (status) => {
    const stage = await openStage();
    const got = [await ask(stage, 'ida@pond.example'), await ask(stage, 'ida@pond.example')];
    const ida = await stage.state.subscribers.find('ida@pond.example');
    stage.wait(1000);
    await confirm(stage, got[0]?.token ?? '');
    stage.wait(1000);
    const at = new Date(stage.now()).toISOString();
    await stage.state.subscribers.setStatus(ida?.id ?? '', status, { at, reason: 'a test' });
    const before = await everything(stage);
    for (const { token } of got.filter((g) => g !== null))
      expect([await lookToConfirm(stage, token), await confirm(stage, token)]).toEqual(['stale', 'stale']);
    expect(await everything(stage)).toBe(before);
    stage.wait(30 * day);
    const newer = await ask(stage, 'ida@pond.example');
    expect(await lookToConfirm(stage, newer?.token ?? '')).toBe('open');
    expect(await confirm(stage, newer?.token ?? '')).toBe('done');
    expect(await stage.state.subscribers.find('ida@pond.example')).toMatchObject({ status: 'active' });
  });
});

describe('leaving', () => {
  test('takes them off the list, once and for all; to look changes nothing', async () => {
    const stage = await openStage();
    const ida = await add(stage, 'ida@pond.example');
    const before = await everything(stage);
    expect(await lookToLeave(stage, token(ida.id))).toBe('open');
    expect(await everything(stage)).toBe(before);
    expect(await leave(stage, token(ida.id, { issue: '2026-05' }), 'one click')).toBe('done');
    expect((await stage.state.subscribers.get(ida.id))?.status).toBe('unsubscribed');
    expect(JSON.parse(await everything(stage)).left).toMatchObject([{ reason: 'one click' }]);
    const after = await everything(stage);
    stage.wait(1000);
    expect(await leave(stage, token(ida.id), 'by the page')).toBe('done');
    expect(await lookToLeave(stage, token(ida.id))).toBe('done');
    expect(await everything(stage)).toBe(after);
  });

  test('who complained stays where they are; a bounce that is forgiven later must not bring back', async () => {
    const stage = await openStage();
    const ida = await add(stage, 'ida@pond.example', 'complained');
    const otto = await add(stage, 'otto@pond.example', 'bounced');
    for (const { id } of [ida, otto]) expect(await leave(stage, token(id), 'one click')).toBe('done');
    const statuses = await Promise.all(
      [ida, otto].map(async (s) => (await stage.state.subscribers.get(s.id))?.status),
    );
    expect(statuses).toEqual(['complained', 'unsubscribed']);
  });

  test('who was removed has what they asked for; once they are back, the old link is stale', async () => {
    const stage = await openStage();
    const ida = await add(stage, 'ida@pond.example');
    await stage.state.subscribers.remove('ida@pond.example', new Date(noon).toISOString());
    expect(await lookToLeave(stage, token(ida.id))).toBe('done');
    expect(await leave(stage, token(ida.id), 'one click')).toBe('done');
    const got = await ask(stage, 'ida@pond.example');
    expect(await leave(stage, token(ida.id), 'one click')).toBe('done');
    await confirm(stage, got?.token ?? '');
    expect(await leave(stage, token(ida.id), 'one click')).toBe('stale');
  });

  test('who is not known is not told that they are off the list', async () => {
    const stage = await openStage();
    expect([await lookToLeave(stage, token(id)), await leave(stage, token(id), 'one click')]).toEqual([
      'stale',
      'stale',
    ]);
    expect(await everything(stage)).toBe(JSON.stringify({ people: [], left: [] }));
  });
});

describe('tokens that are worth nothing', () => {
  const wrong: [string, (id: string) => string][] = [
    ['of another list', (who) => token(who, { list: 'digest.other.example' })],
    ['of another purpose', (who) => token(who, { purpose: 'confirm' })],
    ['of another secret', (who) => token(who, {}, other)],
    ['expired', (who) => token(who, { expires: noon })],
    ['of another address', (who) => token(id).replace(id, who)],
    ['of another issue', (who) => token(who, { issue: '2026-05' }).replace('2026-05', '2026-06')],
    [
      'with a letter changed',
      (who) => token(who).replace(/\.(.)/u, (_, sign) => `.${sign === 'A' ? 'B' : 'A'}`),
    ],
    ['cut off', (who) => token(who).slice(0, -2)],
    ['with something behind', (who) => `${token(who)}u`],
    ['empty', () => ''],
    ['very long', (who) => token(who).padEnd(100_000, 'u')],
  ];
  test.each(wrong)('%s', async (_, make) => {
    const stage = await openStage();
    const ida = await add(stage, 'ida@pond.example');
    const before = await everything(stage);
    expect([await lookToLeave(stage, make(ida.id)), await leave(stage, make(ida.id), 'one click')]).toEqual([
      'stale',
      'stale',
    ]);
    expect(await everything(stage)).toBe(before);
  });
  test('one to leave does not confirm', async () => {
    const stage = await openStage();
    const ida = await add(stage, 'ida@pond.example', 'unsubscribed');
    expect(await confirm(stage, token(ida.id))).toBe('stale');
    expect((await stage.state.subscribers.get(ida.id))?.status).toBe('unsubscribed');
  });
});
