/** The ways to look at an issue, each with a name that stands in its address: `email-375-dark-images-off`. */

/** Pixels; `fit` is the widest of them that a window of a phone has room for, 600 in all others: the style sheet decides. */
export const widths = ['fit', 600, 375, 320] as const;
export const schemes = ['light', 'dark'] as const;
export const versions = ['as-sent', 'images-off', 'styles-off'] as const;

export type EmailView = {
  kind: 'email';
  width: (typeof widths)[number];
  scheme: (typeof schemes)[number];
  version: (typeof versions)[number];
};

export type WebView = { kind: 'web'; width: 'wide' | 375; scheme: (typeof schemes)[number] };

export const plainKinds = [
  'text',
  'feed',
  'beside',
  'source',
  'html',
  'page-html',
  'headers',
  'message',
  'checks',
  'links',
] as const;

export type View = EmailView | WebView | { kind: (typeof plainKinds)[number] };

/** What an issue's own address shows. */
export const firstView: EmailView = { kind: 'email', width: 'fit', scheme: 'light', version: 'as-sent' };

/** The name of a view, empty for the first; what is as in the first is left out where nothing follows it. */
export function nameView(view: View): string {
  if (view.kind === 'email') {
    const name = `email-${view.width}-${view.scheme}${view.version === 'as-sent' ? '' : `-${view.version}`}`;
    return name === 'email-fit-light' ? '' : name;
  }
  if (view.kind === 'web') {
    const name = `web-${view.width}-${view.scheme}`;
    return name === 'web-wide-light' ? 'web' : name;
  }
  return view.kind;
}

/** Every view there is, the first one first. */
export const allViews: readonly View[] = [
  ...versions.flatMap((version) =>
    schemes.flatMap((scheme) => widths.map((width): View => ({ kind: 'email', width, scheme, version }))),
  ),
  ...schemes.flatMap((scheme) =>
    (['wide', 375] as const).map((width): View => ({ kind: 'web', width, scheme })),
  ),
  ...plainKinds.map((kind): View => ({ kind })),
];

const byName = new Map(allViews.map((view) => [nameView(view), view]));

/** The view of that name, or null. */
export function findView(name: string): View | null {
  return byName.get(name) ?? null;
}
