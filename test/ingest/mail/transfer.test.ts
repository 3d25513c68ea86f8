import { describe, expect, test } from 'vitest';
import { decodeLeaf } from '../../../src/ingest/mail/transfer.ts';

function decode(source: string | Buffer, encoding = '', charset?: string) {
  const bytes = typeof source === 'string' ? Buffer.from(source, 'latin1') : source;
  return decodeLeaf({ bytes, type: 'text/plain', charset, encoding });
}

describe('transfer encodings', () => {
  test('nothing else is undone: line ends and flowed lines stay', () => {
    expect(decode('One \r\nTwo\n').text).toBe('One \r\nTwo\n');
  });
  test('quoted-printable: escapes, soft breaks, escapes that are none', () => {
    expect(decode('F=C3=A4hre =\r\nzu sp=\nät =3D'.replace('ä', '=C3=A4'), 'Quoted-Printable').text).toBe(
      'Fähre zu spät =',
    );
    const broken = decode('100 =XY', 'quoted-printable');
    expect(broken.text).toBe('100 =XY');
    expect(broken.faults).toEqual(['has broken quoted-printable']);
  });
  test('base64, padded in each line, broken', () => {
    const lines = ['The ferry ', 'was late.'].map((s) => Buffer.from(s).toString('base64'));
    expect(decode(lines.join('\r\n'), 'base64').text).toBe('The ferry was late.');
    expect(decode('VGhl!', 'base64')).toEqual({ text: 'The', unreadable: 0, faults: ['has broken base64'] });
  });
});

describe('charsets', () => {
  test('the one that is named', () => {
    expect(decode('F\xe4hre', '', 'iso-8859-1').text).toBe('Fähre');
    expect(decode(Buffer.from('b6c9', 'hex'), '', '"GB2312"').text).toBe('渡');
    expect(decode(Buffer.from('渡口'), '', 'UTF-8').text).toBe('渡口');
  });
  test('one that nobody knows, or that lies, is said', () => {
    expect(decode('F\xe4hre', '', 'x-ferry').text).toBe('Fähre');
    expect(decode('F\xe4hre', '', 'x-ferry').faults[0]).toContain('unknown charset');
    expect(decode(Buffer.from('Fähre'), '', 'iso-8859-1')).toEqual({
      text: 'Fähre',
      unreadable: 0,
      faults: ['says iso-8859-1 but is UTF-8'],
    });
    expect(decode('F\xe4hre', '', 'us-ascii').faults[0]).toContain('read as windows-1252');
  });
  test('bytes that are no text are counted and stay visible', () => {
    const most = Buffer.concat([Buffer.from('ä'.repeat(20)), Buffer.from([0xff])]);
    expect(decode(most, '', 'utf-8')).toEqual({ text: `${'ä'.repeat(20)}\uFFFD`, unreadable: 1, faults: [] });
  });
  test('NUL bytes are text like others', () => expect(decode('a\0b').text).toBe('a\0b'));
});
