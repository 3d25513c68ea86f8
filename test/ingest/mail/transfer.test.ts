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
    const late = 'Die F\xe4hre kam wieder einmal zu sp\xe4t.';
    const own = 'Die Fähre kam wieder einmal zu spät.';
    const said = decode(late, '', 'x-ferry');
    expect(said).toMatchObject({ text: own, unreadable: 0 });
    expect(said.faults[0]).toMatch(/^says x-ferry but is windows-125/u);
    expect(decode(Buffer.from(own), '', 'iso-8859-1')).toEqual({
      text: own,
      unreadable: 0,
      faults: ['says windows-1252 but is utf-8'],
    });
    expect(decode(late).faults[0]).toMatch(/^says nothing of its charset; it was read as windows-125/u);
  });
  test('US-ASCII is windows-1252 to all who read it; plain ASCII fits any name', () => {
    expect(decode('F\xe4hre', '', 'us-ascii')).toEqual({ text: 'Fähre', unreadable: 0, faults: [] });
    expect(decode('Ferry', '', 'x-ferry').faults).toEqual([]);
  });
  test('a page that names its charset is believed where its header does not', () => {
    const page = Buffer.from('<meta charset="koi8-r">\xd0\xc1\xd2\xcf\xcd', 'latin1');
    const read = (charset?: string) => decodeLeaf({ bytes: page, type: 'text/html', charset, encoding: '' });
    expect(read().text).toContain('паром');
    expect(read('x-ferry').text).toContain('паром');
  });
  test('too little to tell by stays visibly unread', () => {
    expect(decode('F\xe4hre')).toEqual({ text: 'F\uFFFDhre', unreadable: 1, faults: [] });
  });
  test('bytes that are no text are counted and stay visible', () => {
    const most = Buffer.concat([Buffer.from('ä'.repeat(20)), Buffer.from([0xff])]);
    expect(decode(most, '', 'utf-8')).toEqual({ text: `${'ä'.repeat(20)}\uFFFD`, unreadable: 1, faults: [] });
  });
  test('NUL bytes are text like others', () => expect(decode('a\0b').text).toBe('a\0b'));
});
