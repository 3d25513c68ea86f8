import { describe, expect, test } from 'vitest';
import type { Columns } from '../../src/deliver/import-columns.ts';
import { findColumns } from '../../src/deliver/import-columns.ts';
import { type ImportSettings, readRow } from '../../src/deliver/import-rows.ts';

const now = '2026-06-01T08:00:00.000Z';

function read(header: string, row: string, more: Partial<ImportSettings> = {}) {
  const columns = findColumns(header.split(';')) as Columns;
  const settings = { columns, file: 'list.csv', now, consent: null, tags: [], statuses: {}, ...more };
  return readRow(row.split(';'), 7, settings);
}

test('a row becomes a subscriber with a record of consent', () => {
  const header = 'Email;First name;Last name;Tags;Language;Created at;Optin time';
  const row = ' Ida@POND.example ; Ida ;Reed;boats, angling;de_AT;2024-01-02;2024-01-03 04:05:06';
  expect(read(header, row, { tags: ['fair'], consent: 'signed at the fair' })).toEqual({
    subscriber: {
      email: 'Ida@pond.example',
      name: 'Ida Reed',
      tags: ['angling', 'boats', 'fair'],
      language: 'de-AT',
      status: 'active',
      consent: { at: '2024-01-03T04:05:06.000Z', how: 'import', text: 'signed at the fair' },
      created: '2024-01-02T00:00:00.000Z',
      updated: now,
      softBounces: 0,
    },
    diagnostics: [],
  });
});

test('without dates and words, the record says when and from where', () => {
  const { subscriber } = read('email', 'ida@pond.example');
  expect(subscriber?.consent).toEqual({ at: now, how: 'import', text: 'imported from list.csv' });
  const listmonk = read('uuid;email;attributes;status', 'u;ida@pond.example;{};enabled');
  expect(listmonk.subscriber?.consent?.text).toBe('imported from listmonk');
});

test('the id of our own export is taken where it is one; that of others may be guessed', () => {
  const ours = 'email;consent_how;consent_text;id';
  const id = '0123456789abcdef'.repeat(2);
  expect(read(ours, `ida@pond.example;;;${id}`).subscriber?.id).toBe(id);
  expect(read(ours, 'ida@pond.example;;;').diagnostics).toEqual([]);
  for (const wrong of [id.toUpperCase(), `${id}0`, 'x']) {
    const { subscriber, diagnostics } = read(ours, `ida@pond.example;;;${wrong}`);
    expect(subscriber).not.toHaveProperty('id');
    expect(diagnostics).toMatchObject([{ code: 'bad-cell' }]);
  }
  expect(read('email;id', `ida@pond.example;${id}`).subscriber).not.toHaveProperty('id');
});

test.each([
  ['ida', 'bad-address', '"ida" has no @'],
  ['', 'bad-address', '"" is empty'],
])('a row with the address %j is refused with line and reason', (row, code, message) => {
  expect(read('email', row)).toEqual({
    subscriber: null,
    diagnostics: [{ code, severity: 'error', message, file: 'list.csv', line: 7 }],
  });
});

test('cells that cannot be read are left out and told', () => {
  const { subscriber, diagnostics } = read('email;language;created', 'ida@pond.example;German;03/04/24');
  expect(subscriber).toMatchObject({ language: null, created: now });
  expect(diagnostics.map((d) => [d.code, d.message])).toEqual([
    ['bad-cell', '"03/04/24" is no date such as 2026-05-31; it is left out'],
    ['bad-cell', '"German" is no language tag such as en or pt-BR; it is left out'],
  ]);
});

describe('whoever has left is never active', () => {
  const ida = 'ida@pond.example';
  const mailchimp = 'Email Address;LEID;EUID;UNSUB_TIME;CLEAN_TIME';
  test.each([
    ['email;status', `${ida};Unsubscribed`, 'list.csv', 'unsubscribed'],
    ['email;status', `${ida};`, 'list.csv', 'active'],
    ['email;status;unsubscribed at', `${ida};active;2024-01-02`, 'list.csv', 'unsubscribed'],
    ['uuid;email;attributes;status', `u;${ida};{};disabled`, 'list.csv', 'unsubscribed'],
    ['uuid;email;attributes;status', `u;${ida};{};blocklisted`, 'list.csv', 'complained'],
    ['email;creation_date;subscriber_type', `${ida};2024-01-02;unactivated`, 'list.csv', 'pending'],
    ['email;creation_date;subscriber_type', `${ida};2024-01-02;premium`, 'list.csv', 'active'],
    [
      'email;creation_date;subscriber_type;undeliverability_date',
      `${ida};;regular;2024`,
      'list.csv',
      'bounced',
    ],
    ['email;active_subscription;email_disabled', `${ida};true;true`, 'list.csv', 'unsubscribed'],
    ['email;active_subscription;email_disabled', `${ida};false;false`, 'list.csv', 'active'],
    [mailchimp, `${ida};1;2;;`, 'subscribed_members_export_1.csv', 'active'],
    [mailchimp, `${ida};1;2;2024-01-02 03:04:05;`, 'people.csv', 'unsubscribed'],
    [mailchimp, `${ida};1;2;;2024-01-02 03:04:05`, 'people.csv', 'bounced'],
    [mailchimp, `${ida};1;2;;`, 'unsubscribed_members_export_1.csv', 'unsubscribed'],
    [mailchimp, `${ida};1;2;;`, 'cleaned_members_export_1.csv', 'bounced'],
  ])('%s: %s in %s is %s', (header, row, file, status) => {
    expect(read(header, row, { file }).subscriber?.status).toBe(status);
  });

  test('a status that nobody knows is refused, unless it is said what it means', () => {
    const found = read('email;status', `${ida};Churned`);
    expect(found.subscriber).toBeNull();
    expect(found.diagnostics).toMatchObject([
      { code: 'bad-row', line: 7, hint: expect.stringContaining('--treat "Churned=active"') },
    ]);
    const statuses = { churned: 'unsubscribed', 'not subscribed': 'pending' } as const;
    expect(read('email;status', `${ida};Churned`, { statuses }).subscriber?.status).toBe('unsubscribed');
    const file = 'nonsubscribed_members_export_1.csv';
    expect(read(mailchimp, `${ida};1;2;;`, { file }).diagnostics).toMatchObject([{ code: 'bad-row' }]);
    expect(read(mailchimp, `${ida};1;2;;`, { file, statuses }).subscriber?.status).toBe('pending');
  });
});
