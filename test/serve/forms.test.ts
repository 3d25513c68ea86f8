import { expect, test } from 'vitest';
import { mostBytes, readForm } from '../../src/serve/forms.ts';

const read = (body: NonNullable<ConstructorParameters<typeof Response>[0]> | null, type?: string) =>
  readForm(
    new Request('http://x', {
      method: 'POST',
      body,
      ...(type === undefined ? {} : { headers: { 'content-type': type } }),
    }),
  );
const encoded = 'application/x-www-form-urlencoded';

test('fields by their name, of two the last; files are left out', async () => {
  expect(
    await read(
      new URLSearchParams([
        ['a', '1'],
        ['a', '2'],
        ['ü', 'ö &'],
      ]),
    ),
  ).toEqual({ form: { a: '2', ü: 'ö &' } });
  const data = new FormData();
  data.set('a', '1');
  data.set('file', new File(['x'], 'x.txt'));
  expect(await read(data)).toEqual({ form: { a: '1' } });
});

test('a name that every object has is a name like others', async () => {
  const reading = await read('__proto__=x&constructor=y', encoded);
  expect('form' in reading && Object.entries(reading.form)).toEqual([
    ['__proto__', 'x'],
    ['constructor', 'y'],
  ]);
});

test('letter case and parameters of the type do not matter', async () => {
  expect(await read('a=1', 'Application/X-WWW-Form-URLencoded; charset=utf-8')).toEqual({ form: { a: '1' } });
});

test('nothing at all is an empty form, something without a type is none', async () => {
  expect(await read(null)).toEqual({ form: {} });
  expect(await read('', encoded)).toEqual({ form: {} });
  expect(await read(new Uint8Array(1))).toEqual({ fault: 'type' });
});

test.each(['application/json', 'text/plain', 'multipart/mixed; boundary=x', 'x'])(
  '%s is no form',
  async (type) => {
    expect(await read('a=1', type)).toEqual({ fault: 'type' });
  },
);

test('more than enough is too much, told or not', async () => {
  expect(await read('a='.padEnd(mostBytes, 'x'), encoded)).toHaveProperty('form');
  expect(await read('a='.padEnd(mostBytes + 1, 'x'), encoded)).toEqual({ fault: 'size' });
  const headers = new Headers({ 'content-type': encoded, 'content-length': '999999' });
  expect(await readForm({ headers, body: null })).toEqual({ fault: 'size' });
});

test('what is not what it says, or is cut off, is broken', async () => {
  expect(await read('x', 'multipart/form-data')).toEqual({ fault: 'broken' });
  expect(await read('--x\r\nnonsense', 'multipart/form-data; boundary=x')).toEqual({ fault: 'broken' });
  const body = new ReadableStream({ pull: (controller) => controller.error(new Error('gone')) });
  expect(await readForm({ headers: new Headers({ 'content-type': encoded }), body })).toEqual({
    fault: 'broken',
  });
});

test('halves of signs are mended', async () => {
  expect(await read('a=%ff%fe', encoded)).toEqual({ form: { a: '\ufffd\ufffd' } });
});
