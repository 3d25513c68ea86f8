import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newId } from '../../src/commands/subscribers.ts';
import { config, makeNewsletter } from '../newsletter.ts';
import { runDigestif } from '../run.ts';

const make = (files: { [path: string]: string } = {}) =>
  makeNewsletter({ 'digestif.config.yaml': config, ...files });

async function json(folder: string, ...argv: string[]) {
  return JSON.parse((await runDigestif(folder, ...argv, '--json')).out);
}

test('ids are random and of one form', () => {
  expect(newId()).toMatch(/^[0-9a-f]{32}$/u);
  expect(newId()).not.toBe(newId());
});

test('a reader is added with what is known of them', async () => {
  const folder = make();
  const argv = ['--name', ' Ida  Reed', '--tag', 'boats', '--tag', 'angling', '--language', 'de_at'];
  const words = 'asked at the summer fair';
  const added = await json(folder, 'subscribers', 'add', 'Ida@POND.example', ...argv, '--consent', words);
  expect(added).toMatchObject({
    id: expect.stringMatching(/^[0-9a-f]{32}$/u),
    email: 'Ida@pond.example',
    name: 'Ida Reed',
    tags: ['angling', 'boats'],
    language: 'de-AT',
    status: 'active',
    consent: { at: '2026-06-01T08:00:00.000Z', how: 'command', text: words },
    created: '2026-06-01T08:00:00.000Z',
  });
  expect(await json(folder, 'subscribers', 'list')).toEqual([added]);
});

test('who is on the list already is told so; consent is taken where there were no words of it', async () => {
  const folder = make();
  const add = async (...argv: string[]) =>
    (await runDigestif(folder, 'subscribers', 'add', 'ida@pond.example', ...argv)).out;
  expect(await add()).toBe('ida@pond.example is on the list.\n');
  const already = 'ida@pond.example was on the list already';
  expect(await add()).toBe(`${already}; nothing changed.\n`);
  expect(await add('--name', 'Ida', '--tag', 'boats')).toBe(`${already}; changed: name, tags.\n`);
  expect(await add('--consent', 'asked at the fair')).toBe(`${already}; changed: consent.\n`);
  expect(await add('--consent', 'asked at the fair')).toBe(`${already}; nothing changed.\n`);
  expect(await add('--consent', 'wrote a card')).toBe(
    `${already}; nothing changed. Their consent of 2026-06-01 stays on record: “asked at the fair”.\n`,
  );
  expect(await json(folder, 'subscribers', 'list')).toMatchObject([
    { name: 'Ida', tags: ['boats'], consent: { text: 'asked at the fair' } },
  ]);
});

test('wrong addresses and languages are refused', async () => {
  const folder = make();
  const { code, err } = await runDigestif(folder, 'subscribers', 'add', 'ida@pond');
  expect([code, err]).toEqual([2, expect.stringContaining('no usable domain after the @ (bad-address)')]);
  const wrong = await runDigestif(folder, 'subscribers', 'add', 'ida@pond.example', '--language', 'German');
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('wrong-usage')]);
});

test('who was taken off comes back only when they asked for it; who was forgotten too', async () => {
  for (const forget of [[], ['--forget']]) {
    const folder = make();
    await runDigestif(folder, 'subscribers', 'add', 'ida@pond.example', '--name', 'Ida');
    const removed = await runDigestif(folder, 'subscribers', 'remove', 'IDA@pond.example', ...forget);
    expect([removed.code, removed.out]).toEqual([0, expect.stringMatching(/no import brings them back/u)]);
    expect(await json(folder, 'subscribers', 'list', '--status', 'active')).toEqual([]);
    expect(await json(folder, 'subscribers', 'list')).toHaveLength(1 - forget.length);
    const again = ['subscribers', 'add', 'ida@pond.example'];
    const refused = await runDigestif(folder, ...again);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('(has-left)')]);
    expect(refused.err).toContain('--again');
    expect((await runDigestif(folder, ...again, '--again')).code).toBe(0);
    expect(await json(folder, 'subscribers', 'list', '--status', 'active')).toMatchObject([
      { consent: { how: 'command' } },
    ]);
    expect((await runDigestif(folder, 'state', 'check')).code).toBe(0);
  }
});

test('nobody can be taken off who is not there', async () => {
  const { code, err } = await runDigestif(make(), 'subscribers', 'remove', 'ida@pond.example');
  expect([code, err]).toEqual([2, expect.stringContaining('(no-subscriber)')]);
});

test('outside a newsletter no state is made', async () => {
  const folder = makeNewsletter({});
  const { code, err } = await runDigestif(folder, 'subscribers', 'list');
  expect([code, err]).toEqual([2, expect.stringContaining('(config-missing)')]);
  expect(readdirSync(folder)).toEqual([]);
});

const rows = [
  'email,name,tags,language,status,consent_at,consent_how,consent_text,created,updated,id',
  'Ida+a@pond.example,"Ida ""the eel"" Reed","boats, ""eels, fried""",de-AT,active,2024-01-02T03:04:05.000Z,form,"Yes, send it.",2024-01-02T03:04:05.000Z,2024-02-02T03:04:05.000Z,aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  "otto@xn--bcher-kva.example,'=1+1,,,unsubscribed,2024-01-03T03:04:05.000Z,command,a letter,2024-01-03T03:04:05.000Z,2024-02-03T03:04:05.000Z,bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
  'zoe@pond.example,,,,complained,,,,2024-01-04T03:04:05.000Z,2024-02-04T03:04:05.000Z,cccccccccccccccccccccccccccccccc',
  "'+1@pond.example,,,,bounced,,,,2024-01-04T03:04:05.000Z,2024-02-04T03:04:05.000Z,dddddddddddddddddddddddddddddddd",
  'åse@pond.example,Åse,,,pending,,,,2024-01-04T03:04:05.000Z,2024-02-04T03:04:05.000Z,eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee',
];

test('an export is imported again as it was, byte for byte', async () => {
  const text = `${[...rows.slice(0, 1), ...rows.slice(1).sort((a, b) => (a.replace("'", '') < b.replace("'", '') ? -1 : 1))].join('\n')}\n`;
  const first = make({ 'list.csv': text });
  const imported = await json(first, 'subscribers', 'import', 'list.csv');
  expect(imported).toMatchObject({ source: 'Digestif', rows: 5, added: 5, bad: 0, diagnostics: [] });
  const { out } = await runDigestif(first, 'subscribers', 'export');
  expect(out).toBe(text);
  expect((await runDigestif(first, 'subscribers', 'export', 'out.csv')).out).toBe(
    '5 subscribers in out.csv.\n',
  );
  expect(readFileSync(join(first, 'out.csv'), 'utf8')).toBe(text);
  const second = make({ 'list.csv': out });
  await runDigestif(second, 'subscribers', 'import', 'list.csv');
  expect((await runDigestif(second, 'subscribers', 'export')).out).toBe(text);
  expect((await runDigestif(second, 'state', 'check')).code).toBe(0);
});

test('an export is narrowed, private even where a public file was, and whole or not there', async () => {
  const folder = make({ 'list.csv': rows.join('\n') });
  await runDigestif(folder, 'subscribers', 'import', 'list.csv');
  for (const name of ['out.csv', 'out.csv.writing'])
    writeFileSync(join(folder, name), 'old', { mode: 0o644 });
  const { out } = await runDigestif(folder, 'subscribers', 'export', 'out.csv', '--tag', 'eels, fried');
  expect(out).toBe('1 subscriber in out.csv.\n');
  expect(statSync(join(folder, 'out.csv')).mode & 0o777).toBe(0o600);
  expect(await json(folder, 'subscribers', 'export', 'x.csv', '--status', 'bounced')).toEqual({
    file: 'x.csv',
    subscribers: 1,
  });
  const failed = await runDigestif(folder, 'subscribers', 'export', 'none/out.csv');
  expect([failed.code, failed.err]).toEqual([2, expect.stringContaining('(write-failed)')]);
});

test('an export of many is one header and every row', async () => {
  const many = Array.from({ length: 1234 }, (_, i) => `r${i}@pond.example`).join('\n');
  const folder = make({ 'list.csv': many });
  await runDigestif(folder, 'subscribers', 'import', 'list.csv');
  const lines = (await runDigestif(folder, 'subscribers', 'export')).out.trimEnd().split('\n');
  expect(lines).toHaveLength(1235);
  expect(lines.filter((line) => line.startsWith('email,'))).toHaveLength(1);
});

test('the list is a table', async () => {
  const folder = make({ 'list.csv': rows.join('\n') });
  await runDigestif(folder, 'subscribers', 'import', 'list.csv');
  const { out, err } = await runDigestif(folder, 'subscribers', 'list', '--status', 'active');
  expect(out).toBe('Ida+a@pond.example  active  2024-01-02  boats, "eels, fried"  Ida "the eel" Reed\n');
  expect(err).toBe('1 active.\n');
  expect((await runDigestif(folder, 'subscribers', 'list')).err).toBe(
    '1 active, 1 pending, 1 unsubscribed, 1 bounced, 1 complained.\n',
  );
  expect((await runDigestif(make(), 'subscribers', 'list')).err).toBe('No subscribers.\n');
});
