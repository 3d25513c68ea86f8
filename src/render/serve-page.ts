/** The pages on which readers come and go. They need no script, and request nothing. */
import { mapStrings, stripBidi, stripControls } from '../text/markup.ts';
import type { Site } from '../types.ts';
import { type ServeStrings, serveStringsFor } from './serve-strings.ts';
import { stringsFor, wordsLanguage } from './strings.ts';
import type { CompiledTemplates } from './templates.ts';

/** What a page says, and what can be done on it. */
export type Notice = {
  heading: string;
  text: string[];
  form: Form | null;
  /** Below the form. */
  after: string | null;
  link: { before: string | null; href: string; label: string } | null;
};

type Form = { action: string; fields: Fields | null; agree: string | null; button: string };

type Fields = {
  emailLabel: string;
  email: string;
  problem: string | null;
  nameLabel: string;
  name: string;
  trapLabel: string;
};

/** What somebody wrote into the form, when it comes back to them. */
export type Entered = { email: string; name: string };

/** Where the pages are. */
export type Places = {
  /** Path of the web app as browsers see it, without a slash at its end: empty, or `/mail`. */
  base: string;
  /** The token of the address that was asked for; empty where there is none. */
  token: string;
};

type Scene = Places & {
  words: ReturnType<typeof stringsFor>;
  says: ServeStrings;
  title: string;
  agree: string;
  offer: string;
  contact: string;
  entered: Entered;
};

/** Every page by its name. A page shows no address but what was just typed into it. */
const notices = {
  subscribe: (scene: Scene) => askAgain(scene, null),
  wrongAddress: (scene: Scene) => askAgain(scene, scene.says.wrongAddress),
  inbox: ({ says }: Scene) => ({ ...plain(says.inbox), text: says.inboxText }),
  confirm: ({ base, token, says, agree }: Scene) => ({
    ...plain(says.confirm),
    form: { action: `${base}/confirm/${token}`, fields: null, agree, button: says.confirmButton },
    after: says.confirmNotYou,
  }),
  confirmed: ({ base, says, words }: Scene) => ({
    ...plain(says.confirmed, says.confirmedText),
    link: { before: null, href: `${base}/`, label: words.archive },
  }),
  leave: ({ base, token, says, title }: Scene) => ({
    ...plain(says.leave, says.leaveText(title)),
    form: { action: `${base}/unsubscribe/${token}`, fields: null, agree: null, button: says.leave },
  }),
  left: ({ base, says }: Scene) => ({
    ...plain(says.left, says.leftText),
    link: { before: null, href: `${base}/subscribe`, label: says.again },
  }),
  findLink: ({ says, contact }: Scene) => ({
    ...plain(says.leave, says.findLink),
    link: writeTo(says, contact),
  }),
  staleConfirm: ({ base, says, words }: Scene) => ({
    ...plain(says.stale, says.staleConfirm),
    link: { before: null, href: `${base}/subscribe`, label: words.subscribe },
  }),
  staleLeave: ({ says, contact }: Scene) => ({
    ...plain(says.stale, says.staleLeave),
    link: writeTo(says, contact),
  }),
  tooMany: ({ says }: Scene) => plain(says.tooMany, says.tooManyText),
  unreadable: ({ base, says, words }: Scene) => ({
    ...plain(says.unreadable, says.unreadableText),
    link: { before: null, href: `${base}/subscribe`, label: words.subscribe },
  }),
  missing: ({ base, says, words }: Scene) => ({
    ...plain(says.missing, says.missingText),
    link: { before: null, href: `${base}/`, label: words.archive },
  }),
  broken: ({ says }: Scene) => plain(says.broken, says.brokenText),
} satisfies { [name: string]: (scene: Scene) => Notice };

export type NoticeName = keyof typeof notices;

export const noticeNames = Object.keys(notices) as NoticeName[];

function plain(heading: string, ...text: string[]): Notice {
  return { heading, text, form: null, after: null, link: null };
}

function askAgain({ base, says, words, offer, agree, entered }: Scene, problem: string | null): Notice {
  const fields = {
    emailLabel: says.email,
    email: entered.email,
    problem,
    nameLabel: says.name,
    name: entered.name,
    trapLabel: says.trap,
  };
  return {
    ...plain(words.nextByEmail, offer),
    form: { action: `${base}/subscribe`, fields, agree, button: words.subscribe },
    after: says.afterwards,
  };
}

function writeTo({ writeTo: before }: ServeStrings, contact: string): Notice['link'] {
  return { before, href: `mailto:${encodeURI(contact)}`, label: contact };
}

/** A page in the language of the newsletter. `base` leads to the web app, from which the archive is served too. */
export function renderServePage(
  name: NoticeName,
  site: Site,
  templates: CompiledTemplates,
  places: Places,
  entered: Entered = { email: '', name: '' },
): string {
  const { base } = places;
  const lang = wordsLanguage(site.language);
  const words = stringsFor(site.language);
  const says = serveStringsFor(lang);
  const title = titleOf(site);
  const notice: Notice = notices[name]({
    ...places,
    words,
    says,
    title,
    agree: consentText(site),
    offer: words.offer(site.periodName),
    contact: site.replyTo ?? site.sender.email,
    entered,
  });
  const view = {
    ...notice,
    lang,
    pageTitle: `${notice.heading} · ${title}`,
    site: { title, postalAddress: site.postalAddress },
    home: `${base}/`,
    feedLink: `${base}/feed.xml`,
    subscribeLink: `${base}/subscribe`,
    isSubscribe: notice.form?.fields != null,
  };
  return templates.render('serve-page', { ...mapStrings(view, stripControls), words });
}

/** The words that a reader agrees to, on the form and again when they confirm. */
export function consentText(site: Site): string {
  return serveStringsFor(wordsLanguage(site.language)).agree(titleOf(site), site.periodName);
}

/** The answer to a mail program that takes a reader off the list with one click; `stale`: its link is worth nothing. */
export function oneClickText(done: 'done' | 'stale', site: Site): string {
  const { oneClick, stale } = serveStringsFor(wordsLanguage(site.language));
  return done === 'done' ? oneClick : stale;
}

function titleOf(site: Site): string {
  return stripBidi(stripControls(site.title));
}
