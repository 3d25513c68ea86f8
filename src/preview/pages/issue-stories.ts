import { html } from 'hono/html';
import { readingTime } from '../../render/story-view.ts';
import { stringsFor } from '../../render/strings.ts';
import type { Highlight, Issue, Story } from '../../types.ts';
import type { PreviewState } from '../state.ts';
import { count, type Html } from './page.ts';
import { sourceAddress } from './source.ts';

/** The stories of an issue with their sentences, each a link to its place in the source. */
export function storiesView(state: PreviewState, issue: Issue): Html {
  const { lead, themes } = issue;
  return html`<div class="content stories">
<h2>Every sentence and where it stands</h2>
<p class="soft">${count(sentences(issue).length, 'sentence', 'sentences')}, word for word. Follow one to see it lit in its file.</p>
${lead ? html`<section><h2>The lead</h2>${storyOf(lead, state)}</section>` : ''}
${themes.map(
  ({ name, stories }) => html`<section>
<h2 lang="${issue.language}" dir="${issue.dir}">${name}</h2>
${stories.map((story) => storyOf(story, state))}
</section>
`,
)}
</div>`;
}

function storyOf(story: Story, state: PreviewState): Html {
  const facts = [story.source, story.dateLabel, readingTime(story.minutes, stringsFor('en'))].filter(
    (fact) => fact !== '',
  );
  const files = [...new Set(story.highlights.map(({ file }) => file))];
  // Of one file the name is said once, and not at every sentence.
  const only = files.length === 1 ? files[0] : undefined;
  return html`<article id="${`story-${story.id}`}">
<h3 lang="${story.language}" dir="${story.dir}">${story.title}</h3>
<p class="soft">${facts.join(' · ')}</p>
${only === undefined ? '' : html`<p class="soft file">${only}</p>`}
${
  story.highlights.length === 0
    ? html`<p class="soft">No sentence of it was fit for a highlight.</p>`
    : html`<ul class="told" lang="${story.language}" dir="${story.dir}">
${story.highlights.map(
  (
    h,
  ) => html`<li>${linked(h, state)} <span class="soft" dir="ltr">${only === undefined ? `${h.file}, ` : ''}¶ ${h.paragraph}</span></li>
`,
)}
</ul>`
}
</article>
`;
}

/** A sentence as a link to its place, where the source is still the one it was taken from. */
function linked(highlight: Highlight, state: PreviewState): Html {
  const address = sourceAddress(state, highlight);
  return address === null ? html`${highlight.text}` : html`<a href="${address}">${highlight.text}</a>`;
}

function sentences({ lead, themes }: Issue): Highlight[] {
  return [...(lead ? [lead] : []), ...themes.flatMap((t) => t.stories)].flatMap((story) => story.highlights);
}

/** For the script: which words of the frame lead to which source. Without it, the same links are in the Source view. */
export function sentenceList(state: PreviewState, issue: Issue): Html {
  return html`<ul id="sentences" hidden>${sentences(issue).map(
    (h) => html`<li>${linked(h, state)}</li>
`,
  )}</ul>`;
}
