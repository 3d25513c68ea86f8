import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { config, makeNewsletter } from '../newsletter.ts';
import { runDigestif } from '../run.ts';

const make = (files: { [path: string]: string | Uint8Array } = {}) =>
  makeNewsletter({ 'digestif.config.yaml': config, ...files });

async function importJson(folder: string, ...argv: string[]) {
  const { out, code } = await runDigestif(folder, 'subscribers', 'import', ...argv, '--json');
  return { ...JSON.parse(out), code };
}

async function statuses(folder: string): Promise<{ [email: string]: string }> {
  const { out } = await runDigestif(folder, 'subscribers', 'list', '--json');
  const found = JSON.parse(out) as { email: string; status: string }[];
  return Object.fromEntries(found.map((s) => [s.email, s.status]));
}

test('bad rows are told with line and reason, the good ones are taken, and the sums add up', async () => {
  const list = [
    'E-Mail;Name;Status',
    'ida@pond.example;Ida;',
    'nobody;x;',
    '',
    'IDA@pond.example;;',
    'otto@pond.example;Otto;sleeping',
    'zoe@pond.example;Zoe;unsubscribed',
    'zoe@pond.example;Zoe;active',
    ';;',
  ].join('\r\n');
  const folder = make({ 'list.csv': `\uFEFF${list}` });
  const result = await importJson(folder, 'list.csv');
  expect(result).toMatchObject({
    code: 1,
    file: 'list.csv',
    source: null,
    rows: 6,
    added: 2,
    updated: 0,
    unchanged: 1,
    suppressed: 1,
    bad: 2,
    doubled: 2,
    hidden: 0,
  });
  expect(result.diagnostics.map((d: { code: string; line: number }) => [d.code, d.line])).toEqual([
    ['bad-address', 3],
    ['doubled-row', 5],
    ['bad-row', 6],
    ['doubled-row', 8],
    ['suppressed', 7],
    ['suppressed', 8],
  ]);
  expect(await statuses(folder)).toEqual({
    'ida@pond.example': 'active',
    'zoe@pond.example': 'unsubscribed',
  });
  const told = await runDigestif(folder, 'subscribers', 'import', 'list.csv');
  expect(told.err).toBe(
    'error list.csv:3 "nobody" has no @ (bad-address)\n' +
      'error list.csv:6 the status "sleeping" of otto@pond.example is unknown (bad-row)\n' +
      '    Say what it means: --treat "sleeping=active", or =unsubscribed.\n',
  );
  expect(told.out).toBe(
    '6 rows of list.csv: 0 added, 0 updated, 3 unchanged, 1 who left or bounced stay off the list, 2 cannot be used. 2 rows name an address again.\n',
  );
});

describe('exports of other programs', () => {
  test('Mailchimp, whose files tell by name and column who left', async () => {
    const folder = make({
      'subscribed_members_export_1.csv':
        '"Email Address","First Name","Last Name",MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,LAST_CHANGED,LEID,EUID,NOTES,TAGS\n' +
        'ida@pond.example,Ida,Reed,2,"2024-01-02 03:04:05","2024-01-02 03:05:06","2024-01-02 03:05:06",1,a,,"""VIP"",""boats"""\n',
      'unsubscribed_members_export_1.csv':
        '"Email Address",UNSUB_TIME,UNSUB_REASON,LEID,EUID\notto@pond.example,"2024-02-02 03:04:05",N/A,2,b\n',
      'cleaned_members_export_1.csv': '"Email Address",CLEAN_TIME,LEID,EUID\nzoe@pond.example,,3,c\n',
      'nonsubscribed_members_export_1.csv': '"Email Address",LEID,EUID\nshop@pond.example,4,d\n',
    });
    expect(await importJson(folder, 'subscribed_members_export_1.csv')).toMatchObject({
      source: 'Mailchimp',
      added: 1,
    });
    await importJson(folder, 'unsubscribed_members_export_1.csv');
    await importJson(folder, 'cleaned_members_export_1.csv');
    expect(await importJson(folder, 'nonsubscribed_members_export_1.csv')).toMatchObject({ code: 1, bad: 1 });
    expect(await statuses(folder)).toEqual({
      'ida@pond.example': 'active',
      'otto@pond.example': 'unsubscribed',
      'zoe@pond.example': 'bounced',
    });
    const { out } = await runDigestif(folder, 'subscribers', 'list', '--tag', 'VIP', '--json');
    expect(JSON.parse(out)).toMatchObject([
      {
        name: 'Ida Reed',
        tags: ['VIP', 'boats'],
        consent: { at: '2024-01-02T03:05:06.000Z', how: 'import', text: 'imported from Mailchimp' },
      },
    ]);
  });

  test('listmonk, with a warning of what it does not tell', async () => {
    const list =
      'uuid,email,name,attributes,status,created_at,updated_at\n' +
      'u1,ida@pond.example,Ida,"{""city"": ""Fen""}",enabled,2024-01-02 03:04:05.678 +0000 UTC,2024-01-02 03:04:05 +0000 UTC\n' +
      'u2,otto@pond.example,Otto,{},blocklisted,2024-01-02 03:04:05 +0000 UTC,2024-01-02 03:04:05 +0000 UTC\n' +
      'u3,zoe@pond.example,Zoe,{},disabled,2024-01-02 03:04:05 +0000 UTC,2024-01-02 03:04:05 +0000 UTC\n';
    const folder = make({ 'list.csv': list });
    const result = await importJson(folder, 'list.csv');
    expect(result).toMatchObject({ code: 0, source: 'listmonk', added: 3 });
    expect(result.diagnostics).toMatchObject([{ code: 'import-incomplete', severity: 'warning' }]);
    expect(Object.values(await statuses(folder))).toEqual(['active', 'complained', 'unsubscribed']);
    await importJson(folder, 'list.csv', '--treat', 'Enabled=unsubscribed');
    expect(await statuses(folder)).toMatchObject({ 'ida@pond.example': 'unsubscribed' });
  });

  test('Buttondown', async () => {
    const list =
      'email,notes,metadata,tags,creation_date,source,subscriber_type,unsubscription_date\n' +
      'ida@pond.example,,{},"boats,angling",2024-01-02T03:04:05.678901+00:00,organic,regular,\n' +
      'otto@pond.example,,{},,2024-01-02T03:04:05+00:00,organic,unsubscribed,2024-02-02T03:04:05+00:00\n' +
      'zoe@pond.example,,{},,2024-01-02T03:04:05+00:00,organic,unactivated,\n';
    const folder = make({ 'list.csv': list });
    expect(await importJson(folder, 'list.csv')).toMatchObject({
      source: 'Buttondown',
      added: 3,
      diagnostics: [],
    });
    expect(Object.values(await statuses(folder))).toEqual(['active', 'unsubscribed', 'pending']);
  });

  test('Substack', async () => {
    const list =
      'email,active_subscription,expiry,plan,email_disabled,created_at,first_payment_at\n' +
      'ida@pond.example,false,,other,false,2024-01-02T03:04:05.678Z,\n' +
      'otto@pond.example,true,,yearly,true,2024-01-02T03:04:05.678Z,2024-01-02T03:04:05.678Z\n';
    const folder = make({ 'list.csv': list });
    expect(await importJson(folder, 'list.csv')).toMatchObject({
      source: 'Substack',
      added: 2,
      diagnostics: [],
    });
    expect(Object.values(await statuses(folder))).toEqual(['active', 'unsubscribed']);
  });
});

test('columns are mapped, everybody gets the tags and the words of consent', async () => {
  const folder = make({ 'list.csv': 'Kontakt,Wer,Email\nida@pond.example,Ida,old@pond.example\n' });
  const argv = [
    '--map',
    'email=Kontakt',
    '--map',
    'name=wer',
    '--tag',
    'fair',
    '--consent',
    'signed at the fair',
  ];
  await importJson(folder, 'list.csv', ...argv);
  const { out } = await runDigestif(folder, 'subscribers', 'list', '--json');
  expect(JSON.parse(out)).toMatchObject([
    { email: 'ida@pond.example', name: 'Ida', tags: ['fair'], consent: { text: 'signed at the fair' } },
  ]);
});

test('columns that are not read are named, with the map that reads them', async () => {
  const row = 'ida@pond.example,Ida,"Yes, send it.",2024-01-02,Fen';
  const folder = make({ 'list.csv': `email,name,consent,date,city\n${row}\n` });
  const { code, diagnostics } = await importJson(folder, 'list.csv');
  expect([code, diagnostics]).toMatchObject([
    0,
    [
      {
        code: 'unread-column',
        severity: 'warning',
        message: 'the columns "consent", "date", "city" are not read',
        hint: expect.stringContaining(
          '--map "consentText=consent" --map "consentAt=date" --map "<field>=city"',
        ),
      },
    ],
  ]);
  const other = make({ 'list.csv': `email,name,consent,date,city\n${row}\n` });
  const map = ['--map', 'consentText=consent', '--map', 'consent_at=date', '--map', 'tags=city'];
  expect(await importJson(other, 'list.csv', ...map)).toMatchObject({ added: 1, diagnostics: [] });
  const { out } = await runDigestif(other, 'subscribers', 'list', '--json');
  expect(JSON.parse(out)).toMatchObject([
    { tags: ['Fen'], consent: { at: '2024-01-02T00:00:00.000Z', text: 'Yes, send it.' } },
  ]);
});

test('consent is read by the names that export writes, from any file', async () => {
  const header = 'email,consent_at,consent_how,consent_text';
  const folder = make({
    'all.csv': `${header}\nida@pond.example,2024-01-02T03:04:05Z,form,"Yes, send it."\n`,
    'two.csv': 'email,consent_at,consent_text\notto@pond.example,2024-01-03,a letter\n',
  });
  for (const file of ['all.csv', 'two.csv'])
    expect(await importJson(folder, file)).toMatchObject({ added: 1, diagnostics: [] });
  const { out } = await runDigestif(folder, 'subscribers', 'list', '--json');
  expect(JSON.parse(out)).toMatchObject([
    { consent: { at: '2024-01-02T03:04:05.000Z', how: 'form', text: 'Yes, send it.' } },
    { consent: { at: '2024-01-03T00:00:00.000Z', how: 'import', text: 'a letter' } },
  ]);
});

test('a bare list of addresses needs no header', async () => {
  const folder = make({ 'list.txt': 'ida@pond.example\notto@pond.example\n\n' });
  expect(await importJson(folder, 'list.txt')).toMatchObject({ code: 0, rows: 2, added: 2 });
});

test('what is no list is a fault that says what to do', async () => {
  const folder = make({ 'a.csv': 'Nr.,Wer\n1,Ida\n', 'b.csv': '', 'c.csv': '"email\nida@pond.example\n' });
  const told = async (...argv: string[]) => {
    const { code, err } = await runDigestif(folder, 'subscribers', 'import', ...argv);
    return `${code} ${err}`;
  };
  expect(await told('a.csv')).toMatch(/^2 .*no column with addresses.*\(bad-csv\)\n.*"Nr\.", "Wer".*--map/u);
  expect(await told('b.csv')).toMatch(/^2 .*is empty \(bad-csv\)/u);
  expect(await told('c.csv')).toMatch(/^2 .*never closed \(bad-csv\)/u);
  expect(await told('none.csv')).toMatch(/^2 .*\(unreadable-file\)/u);
  expect(await told('a.csv', '--map', 'mail=Wer')).toMatch(/^2 .*\(wrong-usage\)\n.*email, name/u);
  expect(await told('a.csv', '--map', 'email')).toMatch(/^2 .*\(wrong-usage\)/u);
  expect(await told('a.csv', '--treat', 'x=asleep')).toMatch(/^2 .*\(wrong-usage\)\n.*unsubscribed/u);
});

test('a fault in the middle keeps what stands before it', async () => {
  const folder = make({ 'list.csv': 'email\nida@pond.example\n"otto@pond.example\nzoe@pond.example\n' });
  const result = await importJson(folder, 'list.csv');
  expect(result).toMatchObject({ code: 1, rows: 1, added: 1 });
  expect(result.diagnostics).toMatchObject([{ code: 'bad-csv', line: 3 }]);
});

test('a file in an old charset is read, and told', async () => {
  const folder = make({
    'list.csv': Buffer.from('email;name\r\nida@pond.example;J\u00fcrgen\r\n', 'latin1'),
  });
  expect((await importJson(folder, 'list.csv')).diagnostics).toMatchObject([{ code: 'charset-guessed' }]);
  expect((await runDigestif(folder, 'subscribers', 'list')).out).toContain('Jürgen');
});

test('a dry run tells the same to the letter, and writes nothing', async () => {
  const rows = ['ida@pond.example,Ida,active', 'otto@pond.example,,', 'nobody,,', 'bo@pond.example,,'];
  const many = Array.from({ length: 1500 }, (_, i) => `r${i}@pond.example,,`);
  // In another batch than its first row.
  const folder = make({ 'list.csv': ['email,name,status', ...rows, ...many, ...rows].join('\n') });
  await runDigestif(folder, 'subscribers', 'add', 'ida@pond.example');
  await runDigestif(folder, 'subscribers', 'add', 'bo@pond.example');
  await runDigestif(folder, 'subscribers', 'remove', 'bo@pond.example');
  const before = await statuses(folder);
  const dry = await runDigestif(folder, 'subscribers', 'import', 'list.csv', '--dry-run');
  const json = await importJson(folder, 'list.csv', '--dry-run');
  expect(await statuses(folder)).toEqual(before);
  expect(readdirSync(join(folder, '.digestif')).join(' ')).not.toContain('rehearsal');
  const real = await runDigestif(folder, 'subscribers', 'import', 'list.csv');
  expect(real.out).toMatch(/^1508 rows of list\.csv: 1501 added, 1 updated, 2 unchanged, 2 who left/);
  expect([dry.code, dry.err, dry.out]).toEqual([1, real.err, `${real.out}Nothing was written.\n`]);
  expect(json).toMatchObject({ added: 1501, updated: 1, unchanged: 2, suppressed: 2, bad: 2, doubled: 3 });
  expect(Object.keys(await statuses(folder))).toHaveLength(1503);
});

test('many rows go in batches, and more complaints than anybody reads are counted', async () => {
  const good = Array.from({ length: 2500 }, (_, i) => `r${i}@pond.example`);
  const bad = Array.from({ length: 1200 }, (_, i) => `r${i}`);
  const folder = make({ 'list.csv': ['email', ...good, ...bad].join('\n') });
  const result = await importJson(folder, 'list.csv');
  expect(result).toMatchObject({ rows: 3700, added: 2500, bad: 1200, hidden: 200 });
  expect(result.diagnostics).toHaveLength(1000);
  expect(await importJson(folder, 'list.csv')).toMatchObject({ added: 0, unchanged: 2500 });
});
