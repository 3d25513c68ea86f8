import { spawnSync } from 'node:child_process';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import {
  formatDiagnostic,
  formatJson,
  formatTable,
  guardOutput,
  openTerminal,
} from '../../src/io/terminal.ts';
import type { Diagnostic } from '../../src/types.ts';

const bare: Diagnostic = { code: 'undated', severity: 'note', message: 'no words give a date' };

describe('formatDiagnostic', () => {
  test('place, message, code, hint', () => {
    expect(formatDiagnostic(bare, false)).toBe('note no words give a date (undated)');
    expect(formatDiagnostic({ ...bare, file: 'a.md', line: 3, hint: 'Write one.' }, false)).toBe(
      'note a.md:3 no words give a date (undated)\n    Write one.',
    );
  });
  test('colours are around the words, not instead of them', () => {
    const text = formatDiagnostic({ ...bare, severity: 'error', file: 'a.md' }, true);
    expect(text.startsWith('\u001b[31merror')).toBe(true);
    expect(stripVTControlCharacters(text)).toBe('error a.md no words give a date (undated)');
  });
  test.each([true, false])('nothing of a hostile name acts on the terminal (colour %s)', (color) => {
    const hostile = 'a\u001b[2J\u0007\u009b1m\r\u202eb';
    const format = (name: string) =>
      formatDiagnostic({ ...bare, file: name, message: name, hint: name }, color);
    expect(format(hostile)).toContain('a[2J1mb');
    expect(format(hostile).replaceAll('\n', '').replaceAll('\u001b', '')).not.toMatch(
      /[\p{Cc}\p{Bidi_Control}]/u,
    );
    // The escapes that are left are our own colours.
    expect(format(hostile).split('\u001b')).toHaveLength(format('harmless').split('\u001b').length);
  });
});

describe('formatTable', () => {
  test('columns line up by what a terminal shows', () => {
    expect(
      formatTable([
        ['a', 'draft', 'x'],
        ['月饼', 'é', 'y'],
        ['abc', '', ''],
      ]),
    ).toBe('a     draft  x\n月饼  é      y\nabc');
  });
  test('a cell is one line and acts on nothing', () => {
    expect(formatTable([['a\n\u001b[2Jb', 'c']])).toBe('a [2Jb  c');
  });
  test('nothing', () => expect(formatTable([])).toBe(''));
});

describe('openTerminal', () => {
  /** A stream as Node gives it for a terminal or a pipe. */
  function stream(isTTY: boolean): NodeJS.WriteStream & PassThrough {
    return Object.assign(new PassThrough(), { isTTY }) as unknown as NodeJS.WriteStream & PassThrough;
  }
  const cases: [what: string, isTTY: boolean, env: NodeJS.ProcessEnv, lively: boolean, color: boolean][] = [
    ['a terminal', true, {}, true, true],
    ['a pipe', false, {}, false, false],
    ['a dumb terminal', true, { TERM: 'dumb' }, false, false],
    ['a build server', true, { CI: 'true' }, false, false],
    ['NO_COLOR', true, { NO_COLOR: '1' }, true, false],
    ['an empty NO_COLOR', true, { NO_COLOR: '' }, true, true],
  ];
  test.each(cases)('%s', (_, isTTY, env, lively, color) => {
    expect(openTerminal(stream(false), stream(isTTY), env)).toMatchObject({ lively, color });
  });
  test('results go one way, complaints the other', () => {
    const [out, err] = [stream(true), stream(true)];
    const terminal = openTerminal(out, err, {});
    terminal.out('result');
    terminal.err('complaint');
    expect([String(out.read()), String(err.read())]).toEqual(['result\n', 'complaint\n']);
  });
});

test.each([
  [true, '\r\u001b[KReading …\r\u001b[K'],
  [false, ''],
])('progress overwrites itself on a terminal only (%s)', (lively, shown) => {
  const module = new URL('../../src/io/terminal.ts', import.meta.url).href;
  const script = `import { showProgress } from ${JSON.stringify(module)};
    const terminal = { lively: ${lively} };
    showProgress(terminal, 'Reading …');
    showProgress(terminal, '');`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  expect([stdout, stderr]).toEqual(['', shown]);
});

test('JSON keeps its values, and nothing in it acts on a terminal', () => {
  const value = { a: 'x\u202ey\u009b1m\u001b[2J\u007f', b: ['\n'] };
  const json = formatJson(value);
  expect(JSON.parse(json)).toEqual(value);
  expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
});

test('a stream that cannot be written is told once; a reader that left is not', () => {
  const told: (string | undefined)[] = [];
  const streams = [new PassThrough(), new PassThrough()];
  guardOutput(streams as unknown as NodeJS.WriteStream[], (error) => told.push(error.code));
  const fault = (code: string) => Object.assign(new Error(code), { code });
  streams[0]?.emit('error', fault('EPIPE'));
  streams[0]?.emit('error', fault('ERR_STREAM_DESTROYED'));
  streams[1]?.emit('error', fault('ENOSPC'));
  streams[1]?.emit('error', fault('ENOSPC'));
  expect(told).toEqual(['ENOSPC']);
});
