import { describe, expect, test } from 'vitest';
import { fieldOf, findColumns, findUnread } from '../../src/deliver/import-columns.ts';

const columns = (header: string, map = {}) => findColumns(header.split(','), map);

describe('exports are known by their headers', () => {
  test.each([
    [
      'Mailchimp',
      'Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,LAST_CHANGED,LEID,EUID,NOTES,TAGS',
      { email: 0, firstName: 1, lastName: 2, tags: 10, consentAt: 5, created: 4, updated: 6 },
    ],
    [
      'Mailchimp',
      'Email Address,UNSUB_TIME,UNSUB_REASON,LEID,EUID,TAGS',
      { email: 0, unsubscribed: 1, tags: 5 },
    ],
    ['Mailchimp', 'Email Address,CLEAN_TIME,LEID,EUID', { email: 0, bounced: 1 }],
    [
      'listmonk',
      'uuid,email,name,attributes,status,created_at,updated_at',
      { email: 1, name: 2, status: 4, created: 5, updated: 6 },
    ],
    [
      'Buttondown',
      'email,notes,metadata,tags,creation_date,source,subscriber_type,unsubscription_date',
      { email: 0, tags: 3, created: 4, status: 6, unsubscribed: 7 },
    ],
    ['Buttondown', 'email_address,tags,creation_date,type', { email: 0, tags: 1, created: 2, status: 3 }],
    [
      'Substack',
      'email,active_subscription,expiry,plan,email_disabled,created_at,first_payment_at',
      { email: 0, disabled: 4, created: 5 },
    ],
    ['Substack', 'Email,Name,Stripe plan,Type,Start date', { email: 0, name: 1, created: 4 }],
    [
      'Digestif',
      'email,name,tags,language,status,consent_at,consent_how,consent_text,created,updated',
      {
        email: 0,
        name: 1,
        tags: 2,
        language: 3,
        status: 4,
        consentAt: 5,
        consentHow: 6,
        consentText: 7,
        created: 8,
        updated: 9,
      },
    ],
  ])('%s: %s', (source, header, at) => expect(columns(header)).toEqual({ source, at, hasHeader: true }));
});

test('columns of other files are found by the names people use', () => {
  const found = columns('Nr., E-Mail-Adresse ,VORNAME,Prénom,Étiquettes,Type');
  expect(found).toEqual({ source: null, at: { email: 1, firstName: 2 }, hasHeader: true });
});

test('a map goes before everything, as written or as meant', () => {
  const header = 'Email,Work mail,work-mail,Type';
  expect(columns(header, { email: 'work-mail', status: 'type' })).toMatchObject({
    at: { email: 2, status: 3 },
  });
  expect(columns(header, { email: 'work MAIL' })).toMatchObject({ at: { email: 1 } });
  expect(columns(header, { name: 'Nom' })).toEqual({ fault: 'has no column "Nom"' });
});

test('without addresses there is nothing to read', () => {
  expect(columns('Nr.,Name')).toEqual({ fault: 'has no column with addresses' });
});

test.each([
  [
    'Email,Consent,Opt-in date,,City',
    [
      ['Consent', 'consentText'],
      ['Opt-in date', 'consentAt'],
      ['City', null],
    ],
  ],
  ['email,consent_at,consent_how,consent_text,date', [['date', 'created']]],
  ['uuid,email,attributes,status,notes', []],
  ['email,name', []],
])('unread of %s: %j', (header, unread) => {
  const found = columns(header);
  if ('fault' in found) throw new Error(found.fault);
  expect(findUnread(header.split(','), found).map(({ name, field }) => [name, field])).toEqual(unread);
});

test('a field is meant however it is written', () => {
  expect(['consent_at', 'ConsentAt', 'mail'].map(fieldOf)).toEqual(['consentAt', 'consentAt', null]);
});
