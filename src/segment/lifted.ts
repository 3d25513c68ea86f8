import { type Draft, isText } from './drafts.ts';
import type { Labelled } from './rules/rule.ts';
import { shareIn } from './words.ts';

/** How many articles before and after a headline are looked at. */
const reach = 12;

/**
 * Gives headlines that were dropped into another article's sentence to articles that have a section label and a
 * byline but no real title: to the one that shares most words, else the first such article after it.
 */
export function giveLiftedTitles(drafts: readonly Draft[], lifted: readonly Labelled[]): Draft[] {
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
  const stems = new Set(headline.line.topic());
  let best = -1;
  let bestScore = -1;
  const near = drafts.findIndex((d) => (d.body[0]?.line.index ?? 0) > headline.line.index);
  const from = Math.max(0, (near < 0 ? drafts.length : near) - reach);
  drafts.slice(from, from + 2 * reach).forEach((draft, i) => {
    if (!isHomeless(draft)) return;
    const texts = draft.body.filter(isText).slice(0, 8);
    const score = shareIn(stems, new Set(texts.flatMap((l) => l.line.topic())));
    if (score > bestScore) {
      best = from + i;
      bestScore = score;
    }
  });
  return best;
}

/** Without a title, or with a label above its byline: at most three words that the text does not speak of. */
function isHomeless(draft: Draft): boolean {
  const title = draft.header.title;
  if (draft.contents) return false;
  if (!title) return true;
  const text = new Set(
    draft.body
      .filter(isText)
      .slice(0, 4)
      .flatMap((l) => l.line.topic()),
  );
  const own = shareIn(new Set(title.line.topic()), text) >= 0.5;
  return title.line.words <= 3 && draft.header.bylines.length > 0 && !own;
}
