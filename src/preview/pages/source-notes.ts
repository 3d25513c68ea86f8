import { html } from 'hono/html';
import { foldSpace } from '../../text/ranges.ts';
import { issuePath } from '../addresses.ts';
import { listWords } from '../lists.ts';
import { type NamedSentence, type SourceFile, type SourcePart, spanOf } from '../source-index.ts';
import { count, formatNumber, type Html } from './page.ts';

export type Chosen = { part: SourcePart; sentence: NamedSentence };

/** What is chosen from this page, sentence by sentence: where readers meet it, what it was joined from, and why it won. */
export function notes(chosen: readonly Chosen[], { lost }: SourceFile): Html {
  return html`<section class="notes" aria-labelledby="chosen">
<h2 id="chosen">${chosen.length === 0 ? 'Nothing is chosen from here' : count(chosen.length, 'sentence chosen', 'sentences chosen')}</h2>
${lost === 0 ? '' : html`<p>${count(lost, 'sentence', 'sentences')} of a sealed issue stood in another version of this file.</p>`}
${chosen.map((own, i) => note(own, i, chosen))}
</section>`;
}

function note({ part, sentence }: Chosen, i: number, all: readonly Chosen[]): Html {
  const { start, end } = spanOf(sentence.ranges);
  const [first] = sentence.chosen;
  const neighbour = (at: number, name: string, rel: string): Html | string => {
    const other = all[at];
    return other ? html` <a rel="${rel}" href="#${other.sentence.id}">${name}</a>` : '';
  };
  return html`<div class="note k${i + 1}">
<blockquote class="quote" dir="auto">${first?.highlight.text ?? ''}</blockquote>
<p class="soft">Characters ${formatNumber(start)} to ${formatNumber(end)}, paragraph ${first?.highlight.paragraph ?? 1}.${tellGaps(part, sentence)}</p>
${sentence.chosen.map(
  ({
    issue,
    story,
  }) => html`<p>Used in <a href="${issuePath(issue.key)}">${issue.label}</a>, <bdi>${story.title}</bdi>.</p>
`,
)}
${(first?.why.length ?? 0) === 0 ? '' : html`<p class="soft">Why: ${first?.why.join('; ')}.</p>`}
<p class="steps"><a href="#${sentence.id}">In the text</a>${neighbour(i - 1, 'Previous', 'prev')}${neighbour(i + 1, 'Next', 'next')} <span class="soft">${i + 1} of ${all.length}</span></p>
</div>
`;
}

/** What a join left out, in its own words. */
function tellGaps({ part }: SourcePart, { ranges }: NamedSentence): string {
  const gaps = ranges
    .slice(1)
    .map((range, i) => foldSpace(part.text.slice(ranges[i]?.end ?? 0, range.start)))
    .filter((gap) => gap !== '');
  if (gaps.length === 0) return '';
  const told = gaps.slice(0, 3).map((gap) => `“${gap.length > 40 ? `${gap.slice(0, 40)}…` : gap}”`);
  const more = gaps.length > 3 ? [`${gaps.length - 3} more`] : [];
  return ` Left out of it: ${listWords([...told, ...more])}.`;
}
