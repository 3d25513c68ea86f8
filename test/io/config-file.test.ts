import { describe, expect, test } from 'vitest';
import { DigestifError } from '../../src/errors.ts';
import { configName, parseConfig, placeholders } from '../../src/io/config-file.ts';
import type { Diagnostic } from '../../src/types.ts';
import { config } from '../newsletter.ts';

/** Everything that is wrong with a config. */
function faultsOf(text: string): Diagnostic[] {
  try {
    parseConfig(text);
  } catch (error) {
    if (error instanceof DigestifError) return error.diagnostics;
    throw error;
  }
  return [];
}

test('the least config, the rest by default', () => {
  const { config: read, diagnostics } = parseConfig(config);
  expect(read).toMatchObject({
    title: 'The Reed Post',
    period: 'month',
    timeZone: 'UTC',
    feed: { limit: 24 },
  });
  expect(diagnostics).toEqual([]);
  expect(parseConfig(`\uFEFF${config.replaceAll('\n', '\r\n')}`).config).toEqual(read);
});

describe('each fault has its line, what was expected, and the nearest right key', () => {
  // The least config has five lines: what is added begins on line 6.
  const cases: [added: string, line: number, message: RegExp, hint: RegExp][] = [
    ['tittle: x', 6, /"tittle" is no key/u, /Did you mean "title"\?/u],
    ['\ncolours: red', 7, /"colours" is no key/u, /The keys here are: title, url/u],
    ['limits:\n  emailByte: 30000', 7, /"limits\.emailByte" is no key/u, /Did you mean "emailBytes"\?/u],
    [
      'themes:\n  - name: A\n    seeds: [a]\n  - name: B\n    seeds: [b]\n    seed: c',
      11,
      /"themes\.1\.seed"/u,
      /"seeds"/u,
    ],
    ['themes:\n  - name: A\n    seeds: []', 8, /themes\.0\.seeds/u, /Words or short phrases/u],
    ['themes:\n  - name: A', 7, /themes\.0\.seeds is missing/u, /Words or short phrases/u],
    ['highlights: many', 6, /highlights: .*number/u, /1 to 5/u],
    ['highlights: 9', 6, /highlights: .*5/u, /1 to 5/u],
    ['period: year', 6, /period: "year" is not known; it can be .* or quarter$/u, /one issue/u],
    [
      'look: newsprint',
      6,
      /look: "newsprint" is not known; it can be digestif, broadsheet or wire$/u,
      /typewriter/u,
    ],
    ['timeZone: Mars/Base', 6, /timeZone: not a time zone such as/u, /IANA/u],
    ['language: e', 6, /language: not a language tag/u, /BCP 47/u],
    ['replyTo: nobody', 6, /replyTo: .*email/u, /Where replies go/u],
    ['subscribeUrl: javascript:alert(1)', 6, /subscribeUrl: /u, /Page on which/u],
    ['feed: 12', 6, /feed: .*object/u, /Atom/u],
    ['__proto__: { title: x }', 6, /"__proto__" is no key/u, /The keys here/u],
    ['constructor: x', 6, /"constructor" is no key/u, /./u],
    [': x', 6, /"" is no key/u, /./u],
    ['title: Again', 6, /not valid YAML: .*unique/u, /indentation/u],
    ['licence: [a', 7, /not valid YAML/u, /indentation/u],
    ['\tlicence: a', 6, /not valid YAML/u, /indentation/u],
    ['licence: *nowhere', 6, /not valid YAML: .*alias/u, /./u],
  ];
  test.each(cases)('%j', (added, line, message, hint) => {
    const faults = faultsOf(`${config}${added}\n`);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ code: 'config-invalid', file: configName, line });
    expect(faults[0]?.message).toMatch(message);
    expect(faults[0]?.hint).toMatch(hint);
  });

  test('what is missing is told where it belongs', () => {
    expect(faultsOf('').map((f) => [f.message, f.line])).toEqual([
      ['title is missing', 1],
      ['url is missing', 1],
      ['sender is missing', 1],
    ]);
    const half = config.replace(/ {2}email: .*\n/u, '');
    expect(faultsOf(half)).toMatchObject([{ message: 'sender.email is missing', line: 3 }]);
  });

  test('all faults come at once', () => {
    const faults = faultsOf(`${config}tittle: x\nperiod: year\nlimits:\n  emailByte: 1\n`);
    expect(faults.map((f) => f.line).sort()).toEqual([6, 7, 9]);
  });

  test.each(['- a', 'words', '5'])('%j is no config', (text) => {
    expect(faultsOf(text)).toMatchObject([
      { message: expect.stringMatching(/^the config: .*object/u), line: 1 },
    ]);
  });

  test('aliases that unfold without end are a fault, not a crash', () => {
    const lines = Array.from({ length: 9 }, (_, i) => `k${i + 1}: &k${i + 1} [${`*k${i}, `.repeat(9)}x]`);
    const faults = faultsOf(`${config}k0: &k0 [x]\n${lines.join('\n')}\n`);
    expect(faults).toMatchObject([{ code: 'config-invalid', line: 7 }]);
  });
});

test('a placeholder is flagged with its line', () => {
  const text = `title: ${placeholders['title']}
url: https://reedpost.example
sender:
  name: The Reed Post
  email: ${placeholders['sender.email']}
`;
  expect(parseConfig(text).diagnostics).toMatchObject(
    [
      {
        code: 'placeholder-config',
        severity: 'warning',
        line: 1,
        message: /title is still the placeholder/u,
      },
      { code: 'placeholder-config', line: 5, message: /sender\.email/u },
    ].map((d) => ({ ...d, message: expect.stringMatching(d.message) })),
  );
});
