import { describe, expect, test } from 'vitest';
import { recordOf } from '../../src/deliver/dkim.ts';
import { checkDns, judgeDkim, judgeDmarc, judgeSpf } from '../../src/deliver/dns-records.ts';
import { ed25519, rsa } from './keys.ts';

const domain = 'lantern.example';

describe('SPF', () => {
  test.each([
    ['v=spf1 mx -all'],
    ['v=SPF1 include:_spf.post.example ~all'],
    [`v=spf1 ${'a:x.example '.repeat(10)}-all`],
    ['v=spf1 redirect=_spf.post.example'],
  ])('is well: %s', (record) => {
    expect(judgeSpf(domain, ['something else', record]).fault).toBeNull();
  });
  test.each([
    [[], /no SPF/],
    [['v=spf10 all'], /no SPF/],
    [['v=spf1 mx -all', 'v=spf1 -all'], /2 SPF/],
    [['v=spf1 +all'], /whole world/],
    [['v=spf1 mx all'], /whole world/],
    [[`v=spf1 ${'include:x.example '.repeat(11)}-all`], /11 names/],
  ])('is not: %j', (records, said) => {
    const { fault } = judgeSpf(domain, records);
    expect(fault).toMatchObject({ code: 'dns-record', severity: 'warning' });
    expect(fault?.message).toMatch(said);
    expect(fault?.hint).not.toBe('');
  });
});

describe('DKIM', () => {
  const record = recordOf(rsa.key);
  test.each([
    record,
    record.replace('k=rsa; ', ''),
    record.replace('p=MIIB', 'p=MI IB'),
    `${record}; s=email; h=sha1:sha256`,
  ])('the key in any spelling is well', (text) => {
    expect(judgeDkim(rsa, [text, 'a verification of something else']).fault).toBeNull();
  });
  test('Ed25519 too; a mark as test is told', () => {
    expect(judgeDkim(ed25519, [`${recordOf(ed25519.key)}; t=y`]).said).toMatch(/test/);
    expect(judgeDkim(ed25519, [recordOf(ed25519.key)]).fault).toBeNull();
  });
  test.each([
    [[], /no key/],
    [['v=DKIM1; k=rsa; p='], /revoked/],
    [[record, record], /2 keys/],
    [[record.replace('MIIBIj', 'MIIBIJ')], /another one/],
    [[recordOf(ed25519.key)], /another one/],
    [[`${record}; h=sha1`], /forbids/],
    [[`${record}; s=tlsrpt`], /forbids/],
  ])('is an error, with the record to publish', (texts, said) => {
    const { fault } = judgeDkim(rsa, texts);
    expect(fault).toMatchObject({ code: 'dkim-record', severity: 'error' });
    expect(fault?.message).toMatch(said);
    expect(fault?.hint).toContain('r1._domainkey.lantern.example. IN TXT ( "v=DKIM1; k=rsa; p=');
  });
});

describe('DMARC', () => {
  const at = '_dmarc.lantern.example';
  test.each(['v=DMARC1; p=none', 'v=DMARC1;p=REJECT;rua=mailto:a@x.example', 'v=DMARC1'])(
    'is well: %s',
    (text) => {
      expect(judgeDmarc(domain, { at, texts: [text] }).fault).toBeNull();
    },
  );
  test.each([
    [[], /no DMARC/],
    [['v=DMARC1; p=none', 'v=DMARC1; p=reject'], /2 DMARC/],
    [['v=DMARC1; p=block'], /p=block/],
  ])('is not: %j', (texts, said) => {
    expect(judgeDmarc(domain, { at, texts }).fault?.message).toMatch(said);
  });
});

describe('all of a domain', () => {
  const records: { [name: string]: string[] } = {
    'mail.lantern.example': ['v=spf1 -all'],
    'r1._domainkey.lantern.example': [recordOf(rsa.key)],
    '_dmarc.lantern.example': ['v=DMARC1; p=reject'],
  };
  test('names are asked for where they belong; DMARC also above', async () => {
    const asked: string[] = [];
    const findings = await checkDns('news.lantern.example', 'mail.lantern.example', [rsa], async (name) => {
      asked.push(name);
      return records[name] ?? [];
    });
    expect(findings.map(({ about, fault }) => [about, fault])).toEqual([
      ['SPF', null],
      ['DKIM r1', null],
      ['DMARC', null],
    ]);
    expect(asked.sort()).toEqual([
      '_dmarc.lantern.example',
      '_dmarc.news.lantern.example',
      'mail.lantern.example',
      'r1._domainkey.lantern.example',
    ]);
  });
  test('no key, and a name server that does not answer', async () => {
    const findings = await checkDns(domain, domain, [], async () => {
      throw new Error('queryTxt ETIMEOUT');
    });
    expect(findings.map(({ fault }) => fault?.code)).toEqual(['dns-silent', 'unsigned', 'dns-silent']);
  });
});
