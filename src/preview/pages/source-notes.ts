import { html } from 'hono/html';
import { foldSpace, overlaps } from '../../text/ranges.ts';
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

/** What a join left out, in its own words, and what belongs elsewhere and stands between. */
function tellGaps({ part, classes }: SourcePart, { ranges }: NamedSentence): string {
  const gaps = ranges.slice(1).map((range, i) => ({ start: ranges[i]?.end ?? 0, end: range.start }));
  const pieces = gaps.flatMap((gap) =>
    classes
      .filter((owner) => overlaps(owner, gap))
      .map((owner) => ({
        isCut: owner.class === 'boilerplate' || owner.class === 'unreadable',
        text: foldSpace(part.text.slice(Math.max(owner.start, gap.start), Math.min(owner.end, gap.end))),
      })),
  );
  const told = pieces.filter(({ text }) => text !== '');
  const cut = quote(told.filter(({ isCut }) => isCut));
  const between = quote(told.filter(({ isCut }) => !isCut));
  return `${cut === '' ? '' : ` Left out of it: ${cut}.`}${between === '' ? '' : ` Within it stands ${between}, which belongs elsewhere.`}`;
}

function quote(pieces: readonly { text: string }[]): string {
  const told = pieces.slice(0, 3).map(({ text }) => `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`);
  return listWords([...told, ...(pieces.length > 3 ? [`${pieces.length - 3} more`] : [])]);
}
