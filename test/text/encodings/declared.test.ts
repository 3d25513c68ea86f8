import { expect, test } from 'vitest';
import { charsetOf, sniffDeclared } from '../../../src/text/encodings/declared.ts';

test.each<[head: string, markup: 'html' | 'xml', encoding: string | null]>([
  ['<!doctype html><meta charset="utf-8">', 'html', 'utf-8'],
  ['<META CHARSET=Latin1>', 'html', 'windows-1252'],
  ['<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', 'html', 'windows-1251'],
  ["<meta content='text/html;charset=big5' http-equiv=content-type>", 'html', 'big5'],
  ['<!-- <meta charset=koi8-r> --><meta charset=gbk>', 'html', 'gbk'],
  ['<meta name=description content="charset=big5">', 'html', null],
  ['<meta charset="no-such-thing">', 'html', 'no-such-thing'],
  ['<meta charset="utf-16">', 'html', 'utf-8'],
  [`${' '.repeat(1024)}<meta charset=koi8-r>`, 'html', null],
  ['<?xml version="1.0" encoding="Shift_JIS"?>', 'xml', 'shift_jis'],
  ["<?xml version='1.0' encoding='ISO-8859-2' ?>", 'xml', 'iso-8859-2'],
  ['<?xml version="1.0" encoding="euc-kr"?><html>', 'html', 'euc-kr'],
  ['<?xml version="1.0"?><feed encoding="big5">', 'xml', null],
  ['<p>plain', 'html', null],
  ['', 'xml', null],
])('%j', (head, markup, encoding) => {
  expect(sniffDeclared(Buffer.from(head, 'latin1'), markup)).toBe(encoding);
});

test.each([
  ['text/plain; charset="koi8-r"', 'koi8-r'],
  ["text/html; Charset='utf-8'; x=y", 'utf-8'],
  ['text/plain;charset=gb2312;format=flowed', 'gb2312'],
  ['text/plain', null],
])('%s', (type, charset) => expect(charsetOf(type)).toBe(charset));
