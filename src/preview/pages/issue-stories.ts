import { html } from 'hono/html';
import type { Highlight, Issue, Story } from '../../types.ts';
import { sourceAddress } from '../addresses.ts';
import type { PreviewState } from '../state.ts';
import { count, type Html } from './page.ts';

/** The stories of an issue with their sentences, each a link to its place in the source. */
export function storiesView(_: PreviewState, issue: Issue): Html {
  const { lead, themes } = issue;
  return html`<div class="content stories">
<h2>Every sentence and where it stands</h2>
<p class="soft">${count(sentences(issue).length, 'sentence', 'sentences')}, word for word. Follow one to see it lit in its file.</p>
${lead ? html`<section><h2>The lead</h2>${storyOf(lead)}</section>` : ''}
${themes.map(
  ({ name, stories }) => html`<section>
<h2 lang="${issue.language}" dir="${issue.dir}">${name}</h2>
${stories.map(storyOf)}
</section>
`,
)}
</div>`;
}

function storyOf(story: Story): Html {
  const facts = [story.source, story.dateLabel, `${story.minutes} min`].filter((fact) => fact !== '');
  return html`<article id="${`story-${story.id}`}">
<h3 lang="${story.language}" dir="${story.dir}">${story.title}</h3>
<p class="soft">${facts.join(' · ')}</p>
${
  story.highlights.length === 0
    ? html`<p class="soft">No sentence of it was fit for a highlight.</p>`
    : html`<ul class="told" lang="${story.language}" dir="${story.dir}">
${story.highlights.map(
  (
    h,
  ) => html`<li><a href="${sourceAddress(h)}">${h.text}</a> <span class="soft" dir="ltr">${h.file}, ¶ ${h.paragraph}</span></li>
`,
)}
</ul>`
}
</article>
`;
}

function sentences({ lead, themes }: Issue): Highlight[] {
  return [...(lead ? [lead] : []), ...themes.flatMap((t) => t.stories)].flatMap((story) => story.highlights);
}

/** For the script: which words of the frame lead to which source. Without it, the same links are in the Source view. */
export function sentenceList(issue: Issue): Html {
  return html`<ul id="sentences" hidden>${sentences(issue).map(
    (h) => html`<li><a href="${sourceAddress(h)}">${h.text}</a></li>
`,
  )}</ul>`;
}
