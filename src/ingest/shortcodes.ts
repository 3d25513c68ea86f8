import type { Range } from '../types.ts';

/**
 * Calls to a site generator in a Markdown text: Hugo `{{< x >}}` and `{{% x %}}`, Liquid `{% x %}` and `{{ x }}`,
 * kramdown `{: .x}`, WordPress `[x y="z"] … [/x]`. `inline` stands for words that only the generator knows: what is beside it is not
 * the sentence that readers saw.
 */
export type Shortcode = Range & { inline: boolean };

type Call = Range & { name: string; closes: boolean; opens: boolean };

// The most units between the ends keep the search linear on a line of nothing but beginnings.
const hugo = /\{\{(?<fence>[<%])\s*(?<end>\/)?\s*(?<name>[\w./-]+)[^\n]{0,500}?(?<self>\/)?\s*[>%]\}\}/gu;
const liquid = /\{%-?\s*(?<end>end)?(?<name>\w+)[^\n]{0,500}?-?%\}/gu;
const output = /\{\{-?(?![<%])[^\n{}]{0,500}\}\}/gu;
/** kramdown `{: .class}`, and the item that stands where `{:toc}` puts a table of contents. */
const kramdown = /(?:^[*+-][ \t][^\n]{0,80}\r?\n(?=[ \t]*\{:toc))?[ \t]*\{::?[^\n{}]{0,300}\}/gmu;
const wordpress =
  /\[(?<end>\/)?(?<name>[a-z][\w-]*)(?<attributes>(?:\s+[\w-]+=(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'|[^\s[\]"']{1,100})){0,12})\s*(?<self>\/)?\](?![([:])/gu;

/** Shortcodes with no text of the article between their ends. */
const opaque: ReadonlySet<string> = new Set(
  'audio caption chart code comment embed figure gallery highlight map mermaid playlist raw_html tweet video youtube'.split(
    ' ',
  ),
);

/** Shortcodes of a Markdown text in order, with what stands inside those that hold no prose. */
export function findShortcodes(text: string): Shortcode[] {
  if (!/\{[{%:]|\[/u.test(text)) return [];
  const calls = [...callsOf(text, hugo), ...callsOf(text, liquid), ...bracketsOf(text)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
  const variables = [...text.matchAll(output)].map((m) => ({ ...spanOf(m), inline: true }));
  const marks = [...text.matchAll(kramdown)].map((m) => ({ ...spanOf(m), inline: false }));
  return withoutOverlaps([...pair(text, calls), ...variables, ...marks]);
}

const spanOf = (match: RegExpExecArray): Range => ({
  start: match.index,
  end: match.index + match[0].length,
});

function callsOf(text: string, pattern: RegExp): Call[] {
  return [...text.matchAll(pattern)].map((match) => ({
    ...spanOf(match),
    name: match.groups?.['name'] ?? '',
    closes: match.groups?.['end'] !== undefined,
    opens: match.groups?.['self'] === undefined,
  }));
}

/** Brackets are shortcodes only where they say so: by attributes, by a twin that closes them, by a known name. */
function bracketsOf(text: string): Call[] {
  const closed = new Set([...text.matchAll(/\[\/([a-z][\w-]*)\]/gu)].map((m) => m[1]));
  return [...text.matchAll(wordpress)]
    .filter(({ groups }) => {
      const name = groups?.['name'] ?? '';
      return groups?.['attributes'] !== '' || closed.has(name) || opaque.has(name);
    })
    .flatMap((match) => callsOf(match[0], wordpress).map((call) => moved(call, match.index)));
}

const moved = (call: Call, by: number): Call => ({ ...call, start: call.start + by, end: call.end + by });

/** Each call with its twin: prose between them stays, other things go with them. */
function pair(text: string, calls: readonly Call[]): Shortcode[] {
  const closers = new Map<string, number[]>();
  for (const call of calls)
    if (call.closes) closers.set(call.name, [...(closers.get(call.name) ?? []), call.start]);
  return calls.map(({ name, start, end, closes, opens }) => {
    const ahead = closers.get(name) ?? [];
    while ((ahead[0] ?? end) < end) ahead.shift();
    const close = closes || !opens ? undefined : ahead[0];
    if (close !== undefined && opaque.has(name)) return { start, end: close, inline: false };
    return { start, end, inline: close === undefined && !closes && !standsAlone(text, start, end) };
  });
}

/** Whether nothing but white space shares the line. */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 200), start);
  return /(?:^|[\r\n])\s*$/u.test(before) && /^[ \t]*(?:[\r\n]|$)/u.test(text.slice(end, end + 200));
}

function withoutOverlaps(found: readonly Shortcode[]): Shortcode[] {
  const out: Shortcode[] = [];
  for (const code of [...found].sort((a, b) => a.start - b.start || b.end - a.end))
    if (code.start >= (out.at(-1)?.end ?? 0)) out.push(code);
  return out;
}
