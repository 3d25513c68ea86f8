import { describe, expect, test } from 'vitest';
import { readTree } from '../../../src/ingest/mail/tree.ts';
import { mail, multipart } from './mails.ts';

function read(text: string) {
  const bytes = Buffer.from(text);
  const tree = readTree(bytes, 0, bytes.length);
  return { ...tree, texts: tree.leaves.map((l) => bytes.toString('utf8', l.start, l.end)) };
}

describe('the parts of a mail', () => {
  test('a mail without parts is one text', () => {
    const { leaves, texts } = read(mail('Subject: x', '', 'One', 'Two', ''));
    expect(leaves.map((l) => l.type)).toEqual(['text/plain']);
    expect(texts).toEqual(['One\r\nTwo\r\n']);
  });
  test('parts are found in order, the line break before a boundary is not theirs', () => {
    const inner = multipart('alternative', 'b2', [[], 'plain'], [['Content-Type: text/html'], '<p>page']);
    const { leaves, texts, containers, faults } = read(
      multipart('mixed', 'b1', [[inner], ''], [['Content-Type: image/png; name=a.png'], 'AAAA']),
    );
    expect(texts).toEqual(['plain', '<p>page', 'AAAA']);
    expect(leaves.map((l) => [l.alternative, l.attached])).toEqual([
      [2, false],
      [2, false],
      [null, true],
    ]);
    expect(containers).toEqual(['multipart/mixed', 'multipart/alternative']);
    expect([...faults]).toEqual([]);
  });
  test('a forwarded mail is a message of its own', () => {
    const { messages, leaves, texts } = read(
      multipart('mixed', 'b', [[], 'FYI'], [['Content-Type: message/rfc822', '', 'Subject: inner'], 'Ebb']),
    );
    expect(messages.map((m) => m.parent)).toEqual([null, 0]);
    expect(leaves.map((l) => l.message)).toEqual([0, 1]);
    expect(texts).toEqual(['FYI', 'Ebb']);
  });
  test('parts of a digest are mails', () => {
    expect(
      read(multipart('digest', 'b', [[], 'Subject: a\r\n\r\nA'], [[], 'Subject: b\r\n\r\nB'])).texts,
    ).toEqual(['A', 'B']);
  });
});

describe('broken mails', () => {
  test('a mail that was cut keeps its last part', () => {
    const { texts, faults } = read(mail('Content-Type: multipart/mixed; boundary=b', '', '--b', '', 'Ebb'));
    expect(texts).toEqual(['Ebb']);
    expect([...faults]).toEqual(['unclosed']);
  });
  test('a boundary that is not named is seen, one that is not there leaves the body whole', () => {
    const body = ['', '--next_part_1', 'Content-Type: text/plain', '', 'Ebb', '--next_part_1--', ''];
    expect(read(mail('Content-Type: multipart/mixed', ...body)).texts).toEqual(['Ebb']);
    const { leaves, faults } = read(mail('Content-Type: multipart/mixed', '', 'The ferry'));
    expect(leaves).toHaveLength(1);
    expect(faults.has('no-boundary')).toBe(true);
  });
  test('a mail whose named boundary never comes is read as one text', () => {
    const { leaves, texts, faults } = read(
      mail('Content-Type: multipart/mixed; boundary=gone', '', 'The ferry'),
    );
    expect(leaves.map((l) => l.type)).toEqual(['text/plain']);
    expect(texts).toEqual(['The ferry']);
    expect(faults.has('unclosed')).toBe(true);
  });
  test('a hundred levels are read, a thousand are not followed', () => {
    const nest = (n: number): string => {
      const open = Array.from({ length: n }, (_, i) =>
        mail(`Content-Type: multipart/mixed; boundary=b${i}`, '', `--b${i}`, ''),
      );
      const close = Array.from({ length: n }, (_, i) => `\r\n--b${n - 1 - i}--`);
      return `${open.join('').replaceAll('\r\n\r\nContent', '\r\nContent')}\r\nEbb${close.join('')}\r\n`;
    };
    expect(read(nest(100)).texts).toEqual(['Ebb']);
    expect(read(nest(1000)).faults.has('too-deep')).toBe(true);
  });
  test('a thousand parts are read, a hundred thousand are not', () => {
    const parts = (n: number) =>
      `Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(n)}--b--\n`;
    expect(read(parts(1000)).leaves).toHaveLength(1000);
    expect(read(parts(100_000)).faults.has('too-many')).toBe(true);
  });
  test('the same boundary twice, one inside the other', () => {
    const inner = multipart('mixed', 'b', [[], 'Ebb']);
    expect(read(multipart('mixed', 'b', [[inner], ''], [[], 'Flood'])).texts).toContain('Ebb');
  });
});
