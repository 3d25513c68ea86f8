import { describe, expect, test } from 'vitest';
import { attributeOf, localName, walkXml } from '../../../src/ingest/xml/walk.ts';

function events(source: string): string[] {
  const found: string[] = [];
  walkXml(source, {
    enter: (node) => found.push(`+${node.name}`),
    leave: (node) => found.push(`-${node.name}`),
    text: (text, inside) => found.push(`${inside.name}:${text}`),
  });
  return found;
}

describe('a walk through XML', () => {
  test.each([
    ['<a:x><y/>&amp;</a:x>', ['+x', '+y', '-y', 'x:&', '-x']],
    ['<a><b>ebb</a>', ['+a', '+b', 'b:ebb', '-b', '-a']],
    ['<a></b>ebb</a></a>', ['+a', 'a:ebb', '-a']],
    ['<a><b>ebb', ['+a', '+b', 'b:ebb', '-b', '-a']],
    ['ebb', []],
  ])('%s', (source, expected) => {
    expect(events(source)).toEqual(expected);
  });

  test('declared entities are not expanded, outside ones not fetched', () => {
    const laughs =
      '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]>';
    expect(events(`${laughs}<a>&c;&d;</a>`)).toEqual(['+a', 'a:&c;&d;', '-a']);
  });

  test('depth costs no stack', () => {
    expect(events('<a>'.repeat(100_000))).toHaveLength(200_000);
  });
});

test('names go without prefix, attributes by theirs or another', () => {
  expect([localName('w:p'), localName('p')]).toEqual(['p', 'p']);
  const attributes = { 'w:val': 'ebb', id: '1' };
  expect([attributeOf({ attributes }, 'val'), attributeOf({ attributes }, 'id')]).toEqual(['ebb', '1']);
  expect(attributeOf({ attributes }, 'style')).toBeUndefined();
  expect(attributeOf({ attributes: {} }, 'constructor')).toBeUndefined();
});
