/** Invented issues for the tests: an ordinary one, a hostile one, and one too big for an email. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type CompiledTemplates, compileTemplates, type Templates } from '../../src/render/templates.ts';
import type {
  AlsoIn,
  Cited,
  Excerpt,
  Highlight,
  Issue,
  IssueNumber,
  Quote,
  Site,
  Story,
  ThemeSection,
} from '../../src/types.ts';

export const site: Site = {
  title: 'The Lantern Quarter',
  url: 'https://lantern.example',
  description:
    'Canals, kilns and quarrels of the three towns on the Oreth, read for you and quoted word for word.',
  language: 'en',
  sender: { name: 'The Lantern Quarter', email: 'letter@lantern.example' },
  replyTo: null,
  postalAddress: 'Lantern Press, 3 Cooper Steps, Oreth Mouth',
  licence: 'CC BY 4.0',
  subscribeUrl: 'https://lantern.example/subscribe',
  periodName: 'month',
};

/** Our own templates, by name, as a look changes them. */
export function readTemplates(look = 'digestif'): Templates {
  const folders = ['../../templates/', `../../templates/looks/${look}/`].map(
    (path) => new URL(path, import.meta.url),
  );
  const files = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => new URL(name, folder)));
  return Object.fromEntries(
    files
      .filter(({ pathname }) => pathname.endsWith('.hbs'))
      .map((file) => [basename(file.pathname, '.hbs'), readFileSync(file, 'utf8')]),
  );
}

export function ourTemplates(look?: string): CompiledTemplates {
  return compileTemplates(readTemplates(look));
}

export function makeHighlight(text: string, paragraph: number, url: string | null): Highlight {
  const words = text.toWellFormed().split(' ');
  const fragment = `${encodeURIComponent(words.slice(0, 4).join(' '))},${encodeURIComponent(words.slice(-3).join(' '))}`;
  return {
    text,
    file: 'invented.md',
    sha256: '0'.repeat(64),
    reader: 'markdown@1',
    part: 'invented.md#body',
    ranges: [{ start: 0, end: text.length }],
    article: 'invented',
    source: null,
    paragraph,
    href: url === null ? null : `${url}#:~:text=${fragment}`,
  };
}

export function makeStory(
  id: string,
  change: Partial<Story> & { quotes?: string[]; also?: string[] } = {},
): Story {
  const { quotes = [`Nobody in ${id} had asked for the bell to be moved.`], also = [], ...rest } = change;
  const url = rest.url === undefined ? `https://courier.example/2026/05/${id}` : rest.url;
  return {
    id,
    title: `What became of ${id}`,
    source: 'Oreth Courier',
    authors: [],
    date: '2026-05-14',
    dateLabel: '14 May',
    minutes: 4,
    language: 'en',
    dir: 'ltr',
    licence: null,
    picture: null,
    alsoIn: also.map((name) => makeAlso(name, id)),
    ...rest,
    url,
    highlights: quotes.map((text, index) => makeHighlight(text, index * 3 + 1, url)),
  };
}

function makeAlso(source: string, id: string): AlsoIn {
  const host = source.toLowerCase().replace(/[^a-z]+/g, '-');
  return {
    id: `${host}-${id}`,
    title: `Another word on ${id}`,
    source,
    url: `https://${host}.example/${id}`,
  };
}

export function makeTheme(name: string, stories: Story[], minutes?: number): ThemeSection {
  const id = name.toLowerCase().replace(/[^a-z]+/g, '-');
  return { id, name, minutes: minutes ?? stories.reduce((sum, s) => sum + s.minutes, 0), stories };
}

export function makeIssue(change: Partial<Issue> = {}): Issue {
  const themes = change.themes ?? [];
  const stories = themes.reduce((sum, theme) => sum + theme.stories.length, 0) + (change.lead ? 1 : 0);
  return {
    key: '2026-05',
    label: 'May 2026',
    number: 17,
    language: 'en',
    dir: 'ltr',
    title: 'The lock that would not close',
    subject: 'May: the lock that would not close',
    preheader: 'A stubborn lock, a kiln relit, eleven geese.',
    letter: '',
    published: '2026-05-31T18:00:00.000Z',
    updated: '2026-05-31T18:00:00.000Z',
    sealed: false,
    lead: null,
    themes,
    counts: { stories, sources: 9, articles: stories + 6, minutes: 44 },
    numbers: [],
    quote: null,
    ...change,
  };
}

function makeExcerpt(story: string, text: string, change: Partial<Excerpt>): Excerpt {
  const sentence = makeHighlight(text, 2, `https://courier.example/2026/05/${story}`);
  return { story, sentence: { ...sentence, source: 'Oreth Courier' }, language: 'en', dir: 'ltr', ...change };
}

function cite(text: string): Cited {
  return { text, ranges: [{ start: 0, end: text.length }] };
}

/** A figure out of a sentence that is figure and label. */
export function makeNumber(
  story: string,
  figure: string,
  label: string,
  change: Partial<Excerpt> = {},
): IssueNumber {
  const excerpt = makeExcerpt(story, `${figure} ${label}.`, change);
  return { ...excerpt, figure: cite(figure), label: cite(label) };
}

export function makeQuote(words: string, by: string, change: Partial<Excerpt> = {}): Quote {
  const excerpt = makeExcerpt('tanners-rise', `“${words},” said ${by}.`, change);
  return { ...excerpt, words: cite(words), by: cite(by), dateLabel: '14 May' };
}

const letter = `The lock at Tanner's Rise has had a [long month](https://lantern.example/2026-04/). It opened for a
wedding, refused to close for a flood, and was in the end shut by eleven people and a borrowed tractor.

Everything else below is calmer. If you have one minute, give it to the **potters of Hale End**; if you have two,
stay for the geese.

*Ada Quill*`;

/** An ordinary month, with stories in other languages and one without date or address. */
export function sampleIssue(): Issue {
  const lead = {
    ...makeStory('tanners-rise', {
      title: 'The lock that would not close holds up the whole of the lower Oreth',
      authors: ['Ines Marlow'],
      minutes: 7,
      quotes: [
        'At a quarter past six the upper gate of Tanner’s Rise stood open as it had all night, and the water of two parishes went quietly past it.',
        'Of the 41 boats that waited below the weir, 26 belonged to people who had come for the wedding.',
        '“A gate is a promise to whoever lives downstream,” said the lock-keeper, Bram Aldous, “and tonight we are late with it.”',
      ],
      also: ['Hale End Herald', 'The Weir & Water Gazette'],
    }),
    theme: 'canals-bridges',
  };
  return makeIssue({
    letter,
    lead,
    themes: [
      makeTheme('Canals & Bridges', canalStories(), 15),
      makeTheme('Kilns & Trade', kilnStories()),
      makeTheme('Fields & Weather', fieldStories()),
    ],
    counts: { stories: 9, sources: 9, articles: 31, minutes: 41 },
    numbers: [
      makeNumber('dredger', '900', 'crowns for the road to bring it home'),
      makeNumber('kiln-six', '1,300', 'bowls stood in the kiln at its first firing'),
      makeNumber('hail', '2,114', 'thimbles lie in the cabinets of the museum'),
    ],
    quote: makeQuote('A gate is a promise to whoever lives downstream', 'Bram Aldous, lock-keeper'),
  });
}

function canalStories(): Story[] {
  return [
    makeStory('dredger', {
      title: 'The old dredger goes to Hale End for a crown',
      source: 'Hale End Herald',
      dateLabel: '9 May',
      minutes: 3,
      quotes: [
        'The town paid one crown for the dredger and 900 for the road to bring it home.',
        'It has not moved under its own power since the year the mill burned.',
      ],
      also: [
        'Oreth Courier',
        'Basket Lane Post',
        'Upper Ford Letter',
        'Mercury of the Marsh',
        'Saltgate News',
      ],
    }),
    makeStory('footbridge', {
      title: 'A footbridge is painted twice in one week, in two colours',
      source: 'Basket Lane Post',
      dateLabel: '21 May',
      minutes: 2,
      quotes: ['Both painters had been sent by the same office, which has asked for time to think.'],
    }),
  ];
}

function kilnStories(): Story[] {
  return [
    makeStory('kiln-six', {
      title: 'Kiln number six is lit again after twenty-two years',
      source: 'Saltgate News',
      licence: 'CC BY-SA 4.0',
      quotes: [
        'The first firing held 1,300 bowls, and 1,287 of them survived it.',
        'The thirteen that did not are on sale at the same price.',
      ],
      also: ['Hale End Herald'],
    }),
    makeStory('marche', {
      title: 'Le marché du quai reprend ses couleurs d’avant la crue',
      source: 'La Feuille du Quai',
      language: 'fr',
      dateLabel: '17 May',
      quotes: ['Les trois poissonniers ont retrouvé leur place, et l’horloge son quart d’heure de retard.'],
    }),
    makeStory('窑', {
      title: '河口镇的老窑重新点火',
      source: '河口日报',
      language: 'zh-Hans',
      dateLabel: '19 May',
      quotes: ['镇上的人说，火一点着，半条街的猫都搬到窑边来了。', '第一批碗共有一千三百只，碎了十三只。'],
    }),
  ];
}

function fieldStories(): Story[] {
  return [
    makeStory('geese', {
      title: 'Eleven geese close the northern road',
      source: 'Upper Ford Letter',
      date: null,
      dateLabel: 'date not stated',
      url: null,
      quotes: ['The geese left at noon, in good order, and nobody has claimed them.'],
    }),
    makeStory('مطر', {
      title: 'المطر يعود إلى سهل أوريث بعد تسعين يومًا',
      source: 'جريدة الضفة',
      language: 'ar',
      dir: 'rtl',
      dateLabel: '28 May',
      quotes: [
        'قال الفلاحون إن أول قطرة سقطت عند الفجر، وإن أحدًا لم ينم بعدها.',
        'امتلأ الخزان القديم في ليلة واحدة.',
      ],
    }),
    makeStory('hail', {
      title: 'Hail the size of thimbles, and what the thimble museum says about that',
      source: 'Mercury of the Marsh',
      dateLabel: '30 May',
      minutes: 5,
      quotes: ['The museum owns 2,114 thimbles and has offered to lend one to the weather office.'],
    }),
  ];
}

export const attacks = [
  '<script>globalThis.hit=1</script>',
  '<img src=x onerror="globalThis.hit=1">',
  '{{slots.unsubscribe}} {{{title}}} {{> masthead}}',
  '</mj-text></mj-column><mj-raw><script>globalThis.hit=1</script></mj-raw>',
  ']]><hit/><![CDATA[',
  '"><style>*{display:none}</style><a href="',
  '<!-- htmlmin:ignore --><b>x</b><!-- htmlmin:ignore --> MJMLHTMLIGNORE0END',
  '<![endif]--><script>globalThis.hit=1</script>',
  'bell\u0007 null\u0000 half\uD800 turned\u202Eback $& $1 $`',
  '</script><script>globalThis.hit=1</script>',
  "' onmouseover='globalThis.hit=1",
];

const badAddresses = [
  'javascript:globalThis.hit=1',
  'JaVaScRiPt:globalThis.hit=1',
  'data:text/html,<script>globalThis.hit=1</script>',
  'vbscript:x',
  'https://ok.example/"onmouseover="globalThis.hit=1',
  'https://ok.example/<script>globalThis.hit=1</script>',
];

/** Every field an article fills tries to break out. */
export function hostileIssue(): Issue {
  const stories = attacks.map((attack, index) =>
    makeStory(`attack ${index} ${attack}`, {
      title: `${attack} title`,
      source: `${attack} source`,
      authors: [attack],
      dateLabel: attack,
      licence: attack,
      url: badAddresses[index % badAddresses.length] ?? null,
      quotes: [`${attack} quote`],
      also: [attack],
    }),
  );
  const letterText = `${attacks.join('\n\n')}\n\n[click](javascript:globalThis.hit=1) ![x](javascript:globalThis.hit=1)`;
  return makeIssue({
    label: `May ${attacks[0]}`,
    title: attacks.join(' '),
    subject: attacks.join(' '),
    preheader: attacks.join(' '),
    letter: letterText,
    lead: { ...makeStory('lead', { title: attacks.join(' '), quotes: attacks }), theme: 'x' },
    themes: [{ id: attacks.join(' '), name: attacks.join(' '), minutes: 3, stories }],
    numbers: attacks.slice(0, 4).map((attack) => makeNumber(attack, attack, attack)),
    quote: makeQuote(attacks.join(' '), attacks.join(' ')),
  });
}

const places = [
  'Tanner’s Rise',
  'Hale End',
  'Saltgate',
  'Upper Ford',
  'Basket Lane',
  'the marsh',
  'Cooper Steps',
];

/** `count` stories in eight themes, three highlights of about 25 words each, addresses of 80 characters. */
export function bigIssue(count: number): Issue {
  const stories = Array.from({ length: count }, (_, index) => bigStory(index));
  const themes = Array.from({ length: 8 }, (_, theme) =>
    makeTheme(
      `Theme of ${['locks', 'kilns', 'geese', 'roads', 'rain', 'bread', 'bells', 'letters'][theme]}`,
      stories.filter((_, index) => index % 8 === theme),
    ),
  );
  return makeIssue({
    letter,
    themes,
    counts: { stories: count, sources: 7, articles: count, minutes: count * 4 },
  });
}

function bigStory(index: number): Story {
  const place = places[index % places.length] ?? '';
  return makeStory(`story-${String(index).padStart(3, '0')}`, {
    title: `How ${place} came by its ${index + 2} lamps and lost one`,
    source: `${place} Observer`.replace('the marsh', 'Marsh'),
    url: `https://observer.example/oreth/2026/05/lamps-and-other-matters/${String(index).padStart(3, '0')}/`.padEnd(
      80,
      'x',
    ),
    quotes: [1, 2, 3].map(
      (n) =>
        `On evening ${index * 3 + n} the council of ${place} counted the lamps along the quay again, found one fewer than before, and wrote that down without comment.`,
    ),
  });
}
