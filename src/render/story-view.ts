/** What templates see of one story. */
import { createHash } from 'node:crypto';
import { safeUrl, stripBidi } from '../text/markup.ts';
import { contentId } from '../text/pictures.ts';
import type { AlsoIn, Highlight, Issue, Story } from '../types.ts';
import type { Strings } from './strings.ts';

/** How much of the issue is shown: by default all of it. */
export type Extent = {
  /** Links to the very sentence. */
  marks: boolean;
  /** Stories told of each theme, by position; what is missing is left to the page. */
  told: readonly number[] | null;
  /** Most sources named after "Also in". */
  alsoIn: number;
};

export const wholeIssue: Extent = { marks: true, told: null, alsoIn: Number.POSITIVE_INFINITY };

/** `from` names the source where it is another than the story's. */
export type HighlightView = {
  text: string;
  from: string;
  paragraph: number;
  href: string | null;
  label: string;
};

export type AlsoView = { source: string; url: string | null; separator: string };

/** `line` says in plain text what is seen. */
export type PictureView = {
  /** Absolute; of the editor's own, for who looks from elsewhere. */
  url: string;
  /** What the mail and the page show: the same, but of the editor's own the part of the mail, and the file beside the page. */
  inMail: string;
  onPage: string;
  /** Pixels in the mail, at most what a story has; `isNarrow`: it has fewer. */
  width: number;
  isNarrow: boolean;
  /** Of the picture itself, in pixels, where they are known. */
  size: { width: number; height: number } | null;
  alt: string;
  credit: string;
  line: string;
};

export type StoryView = {
  anchor: string;
  title: string;
  url: string | null;
  source: string;
  /** Author, date, minutes if there are several, licence: what follows the source. */
  facts: string[];
  /** Set only where they differ from the issue's. */
  lang: string | null;
  dir: 'ltr' | 'rtl' | null;
  foreign: boolean;
  /** Words of the other direction may stand among its facts. */
  mixed: boolean;
  highlights: HighlightView[];
  alsoIn: AlsoView[];
  picture: PictureView | null;
  more: { label: string; url: string } | null;
};

/** A story as templates see it; `url` is the page of its issue. */
export function viewStory(
  story: Story,
  issue: Issue,
  url: string,
  strings: Strings,
  extent: Extent,
): StoryView {
  const anchor = storyAnchor(story.id);
  const address = safeUrl(story.url);
  return {
    anchor,
    title: stripBidi(story.title),
    url: address,
    source: stripBidi(story.source),
    facts: viewFacts(story, strings),
    lang: story.language === issue.language ? null : story.language,
    dir: story.dir === issue.dir ? null : story.dir,
    foreign: story.language !== issue.language || story.dir !== issue.dir,
    mixed: story.dir === 'rtl' || issue.dir === 'rtl',
    picture: viewPicture(story, url, strings),
    highlights: story.highlights.map((highlight) => viewHighlight(highlight, strings, extent)),
    ...viewAlsoIn(story.alsoIn, `${url}#${anchor}`, strings, extent),
  };
}

/** Pixels that a story is wide in the mail. */
const storyWidth = 560;

function viewPicture({ picture }: Story, page: string, strings: Strings): PictureView | null {
  if (!picture) return null;
  const alt = stripBidi(picture.alt);
  const credit = stripBidi(picture.credit);
  const words = { alt, credit, line: `${strings.picture}: ${alt} (${credit})` };
  if ('name' in picture) {
    const { name, width, height } = picture;
    return {
      url: page + name,
      inMail: `cid:${contentId(name)}`,
      onPage: name,
      width: Math.min(width, storyWidth),
      isNarrow: width < storyWidth,
      size: { width, height },
      ...words,
    };
  }
  const url = safeUrl(picture.url);
  if (url === null) return null;
  return { url, inMail: url, onPage: url, width: storyWidth, isNarrow: false, size: null, ...words };
}

/** Ids are addresses, slugs or whatever an editor wrote; a fragment should be short and plain. */
export function storyAnchor(id: string): string {
  if (/^[a-z0-9][\w.-]*$/i.test(id)) return `story-${id}`;
  return `story-${createHash('sha256').update(id).digest('hex').slice(0, 10)}`;
}

function viewFacts(story: Story, strings: Strings): string[] {
  const licence = story.licence === null ? '' : strings.licence(story.licence);
  const short = [story.dateLabel, readingTime(story.minutes, strings), licence].map(holdTogether);
  return [story.authors.join(', '), ...short].map(stripBidi).filter((fact) => fact !== '');
}

/** How long reading takes, from two minutes on; empty below: a minute is said of nearly everything, and says nothing. */
export function readingTime(minutes: number, strings: Strings): string {
  return minutes < 2 ? '' : strings.minutes(minutes);
}

/** No line ends between "22" and "September"; what is long for a phone may break where it likes. */
function holdTogether(fact: string): string {
  return fact.length <= 24 && /\d/.test(fact) ? fact.replaceAll(' ', '\u00a0') : fact;
}

function viewHighlight(highlight: Highlight, strings: Strings, extent: Extent): HighlightView {
  return {
    text: highlight.text,
    from: stripBidi(highlight.source ?? ''),
    paragraph: highlight.paragraph,
    href: extent.marks ? safeUrl(highlight.href) : null,
    label: strings.paragraphLink(highlight.paragraph),
  };
}

function viewAlsoIn(
  alsoIn: readonly AlsoIn[],
  url: string,
  strings: Strings,
  extent: Extent,
): Pick<StoryView, 'alsoIn' | 'more'> {
  const shown = alsoIn.slice(0, extent.alsoIn);
  const left = alsoIn.length - shown.length;
  return {
    alsoIn: shown.map((also, index) => ({
      // Without an address only the title tells readers what to look for.
      source: stripBidi(also.url === null ? `${also.source} (${also.title})` : also.source),
      url: safeUrl(also.url),
      separator: index === 0 ? '' : ', ',
    })),
    more: left === 0 ? null : { label: strings.andMore(left), url },
  };
}
