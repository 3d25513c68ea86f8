import { type Draft, isText } from './drafts.ts';
import type { Labelled } from './rules/rule.ts';
import { shareIn, topicStems } from './words.ts';

/**
 * Gives headlines that were dropped into another article's sentence to articles that have a section label and a
 * byline but no real title: to the one that shares most words, else the first such article after it.
 */
export function giveLiftedTitles(_text: string, drafts: readonly Draft[], lifted: readonly Labelled[]): Draft[] {
  const out = [...drafts];
  for (const headline of lifted) {
    const at = findHome(out, headline);
    const draft = out[at];
    if (!draft) continue;
    const { header } = draft;
    const sections = header.title ? [...header.sections, header.title] : header.sections;
    out[at] = { ...draft, header: { ...header, title: headline, sections } };
  }
  return out;
}

function findHome(drafts: readonly Draft[], headline: Labelled): number {
  const stems = new Set(topicStems(headline.line.text));
  let best = -1;
  let bestScore = -1;
  drafts.forEach((draft, i) => {
    if (!isHomeless(draft)) return;
    const texts = draft.body.filter(isText).slice(0, 8);
    const score = shareIn(stems, new Set(texts.flatMap((l) => topicStems(l.line.text))));
    if (score > bestScore) {
      best = i;
      bestScore = score;
    }
  });
  return best;
}

/** Without a title, or with a label of at most three words above its byline. */
function isHomeless(draft: Draft): boolean {
  const title = draft.header.title;
  if (draft.contents) return false;
  return !title || (title.line.words <= 3 && draft.header.bylines.length > 0);
}
