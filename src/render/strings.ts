/** Every word that readers see and that no article and no editor wrote, by language. */
import type { Site } from '../types.ts';

type Period = Site['periodName'];

export type Strings = {
  issueNumber: (number: number) => string;
  stories: (count: number) => string;
  fromSources: (stories: number, sources: number) => string;
  minutes: (count: number) => string;
  lead: string;
  letter: string;
  contents: string;
  alsoIn: string;
  picture: string;
  andMore: (count: number) => string;
  moreInTheme: (count: number) => string;
  paragraphNote: string;
  paragraphLink: (number: number) => string;
  viewInBrowser: string;
  unsubscribe: string;
  archive: string;
  feed: string;
  subscribe: string;
  previous: (label: string) => string;
  next: (label: string) => string;
  forwarded: string;
  nextByEmail: string;
  reply: string;
  inNumbers: (period: Period) => string;
  /** Stands for the drawing of an issue as strokes. */
  tally: (stories: number) => string;
  offer: (period: Period) => string;
  published: (period: Period) => string;
  why: (host: string) => string;
  quoted: string;
  terms: (licence: string) => string;
  licence: (licence: string) => string;
  straightLinks: string;
  noCookies: string;
  madeWith: string;
  latest: string;
  readIssue: (label: string) => string;
  allIssues: string;
  noIssues: string;
  /** Stands for the address in a copy that belongs to nobody. */
  everyone: string;
};

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const english: Strings = {
  issueNumber: (number) => `No. ${number}`,
  stories: (count) => plural(count, 'story', 'stories'),
  fromSources: (stories, sources) =>
    told(plural(stories, 'story', 'stories'), sources, `from ${plural(sources, 'source', 'sources')}`),
  minutes: (count) => `${count} min`,
  lead: 'The lead',
  letter: 'Letter',
  contents: 'Contents',
  alsoIn: 'Also in',
  picture: 'Picture',
  andMore: (count) => `and ${count} more`,
  moreInTheme: (count) => `${count} more in this theme`,
  paragraphNote: 'Paragraph in the source',
  paragraphLink: (number) => `¶ ${number}, paragraph in the source`,
  viewInBrowser: 'View in browser',
  unsubscribe: 'Unsubscribe',
  archive: 'Archive',
  feed: 'Feed',
  subscribe: 'Subscribe',
  previous: (label) => `Previous: ${label}`,
  next: (label) => `Next: ${label}`,
  forwarded: 'Did someone pass this on to you?',
  nextByEmail: 'Get the next one by email',
  reply: 'Something to add, or to put right? Just reply to this letter.',
  inNumbers: (period) => `The ${period} in numbers`,
  tally: (stories) =>
    `${plural(stories, 'story', 'stories')} as strokes: the longer the read, the higher the stroke.`,
  offer: (period) => `One letter a ${period}. Nobody follows your reading, and one click ends it.`,
  published: (period) => `Published once a ${period}`,
  why: (host) => `You get this letter because you subscribed to it on ${host}.`,
  quoted: 'Every marked sentence is quoted word for word and belongs to its publisher.',
  terms: (licence) => `The letter and the selection: ${licence}.`,
  licence: (licence) => `Licence: ${licence}`,
  straightLinks: 'Links lead straight to the publishers, and nothing in here counts you.',
  noCookies: 'No cookies, no counters.',
  madeWith: 'Made with Digestif.',
  latest: 'the latest',
  readIssue: (label) => `Read the issue of ${label}`,
  allIssues: 'All issues',
  noIssues: 'No issue has been published yet.',
  everyone: 'you',
};

const germanPeriods: { [period in Period]: string } = {
  day: 'am Tag',
  week: 'in der Woche',
  month: 'im Monat',
  quarter: 'im Quartal',
};

const germanNouns: { [period in Period]: string } = {
  day: 'Der Tag',
  week: 'Die Woche',
  month: 'Der Monat',
  quarter: 'Das Quartal',
};

const german: Strings = {
  issueNumber: (number) => `Nr. ${number}`,
  stories: (count) => plural(count, 'Geschichte', 'Geschichten'),
  fromSources: (stories, sources) =>
    told(
      plural(stories, 'Geschichte', 'Geschichten'),
      sources,
      `aus ${plural(sources, 'Quelle', 'Quellen')}`,
    ),
  minutes: (count) => `${count} Min.`,
  lead: 'Zuerst',
  letter: 'Brief',
  contents: 'Inhalt',
  alsoIn: 'Auch in',
  picture: 'Bild',
  andMore: (count) => `und ${count} weiteren`,
  moreInTheme: (count) => `${count} weitere zu diesem Thema`,
  paragraphNote: 'Absatz in der Quelle',
  paragraphLink: (number) => `¶ ${number}, Absatz in der Quelle`,
  viewInBrowser: 'Im Browser lesen',
  unsubscribe: 'Abbestellen',
  archive: 'Archiv',
  feed: 'Feed',
  subscribe: 'Abonnieren',
  previous: (label) => `Vorher: ${label}`,
  next: (label) => `Danach: ${label}`,
  forwarded: 'Hat Ihnen das jemand weitergeleitet?',
  nextByEmail: 'Die nächste Ausgabe per E-Mail',
  reply: 'Fehlt etwas, stimmt etwas nicht? Antworten Sie einfach auf diesen Brief.',
  inNumbers: (period) => `${germanNouns[period]} in Zahlen`,
  tally: (stories) =>
    `${plural(stories, 'Geschichte', 'Geschichten')} als Striche: je länger zu lesen, desto höher.`,
  offer: (period) =>
    `Ein Brief ${germanPeriods[period]}. Niemand verfolgt, was Sie lesen; ein Klick beendet es.`,
  published: (period) => `Erscheint einmal ${germanPeriods[period]}`,
  why: (host) => `Sie erhalten diesen Brief, weil Sie ihn auf ${host} bestellt haben.`,
  quoted: 'Jeder angestrichene Satz ist wörtlich zitiert und gehört seinem Verlag.',
  terms: (licence) => `Brief und Auswahl: ${licence}.`,
  licence: (licence) => `Lizenz: ${licence}`,
  straightLinks: 'Links führen geradewegs zu den Verlagen, und nichts hier zählt mit.',
  noCookies: 'Keine Cookies, keine Zähler.',
  madeWith: 'Gemacht mit Digestif.',
  latest: 'die neueste',
  readIssue: (label) => `Zur Ausgabe ${label}`,
  allIssues: 'Alle Ausgaben',
  noIssues: 'Noch ist keine Ausgabe erschienen.',
  everyone: 'Sie',
};

const frenchPeriods: { [period in Period]: string } = {
  day: 'par jour',
  week: 'par semaine',
  month: 'par mois',
  quarter: 'par trimestre',
};

const frenchNouns: { [period in Period]: string } = {
  day: 'Le jour',
  week: 'La semaine',
  month: 'Le mois',
  quarter: 'Le trimestre',
};

/** French counts zero as one. */
const frenchPlural = (count: number, one: string, many: string): string =>
  `${count} ${count < 2 ? one : many}`;

const french: Strings = {
  issueNumber: (number) => `Nº ${number}`,
  stories: (count) => frenchPlural(count, 'sujet', 'sujets'),
  fromSources: (stories, sources) =>
    told(
      frenchPlural(stories, 'sujet', 'sujets'),
      sources,
      `de ${frenchPlural(sources, 'source', 'sources')}`,
    ),
  minutes: (count) => `${count} min`,
  lead: 'À la une',
  letter: 'Lettre',
  contents: 'Sommaire',
  alsoIn: 'Aussi dans',
  picture: 'Image',
  andMore: (count) => `et ${count} de plus`,
  moreInTheme: (count) => `${count} de plus sur ce thème`,
  paragraphNote: 'Paragraphe dans la source',
  paragraphLink: (number) => `¶ ${number}, paragraphe dans la source`,
  viewInBrowser: 'Lire dans le navigateur',
  unsubscribe: 'Se désabonner',
  archive: 'Archives',
  feed: 'Flux',
  subscribe: 'S’abonner',
  previous: (label) => `Précédent : ${label}`,
  next: (label) => `Suivant : ${label}`,
  forwarded: 'On vous a fait suivre cette lettre ?',
  nextByEmail: 'Recevoir la prochaine par courriel',
  reply: 'Quelque chose à ajouter, ou à corriger ? Répondez simplement à cette lettre.',
  inNumbers: (period) => `${frenchNouns[period]} en chiffres`,
  tally: (stories) =>
    `${frenchPlural(stories, 'sujet', 'sujets')} en traits : plus le texte est long, plus le trait est haut.`,
  offer: (period) =>
    `Une lettre ${frenchPeriods[period]}. Personne ne suit vos lectures, un clic suffit pour partir.`,
  published: (period) => `Paraît une fois ${frenchPeriods[period]}`,
  why: (host) => `Vous recevez cette lettre parce que vous vous y êtes abonné sur ${host}.`,
  quoted: 'Chaque phrase marquée est citée mot pour mot et appartient à son éditeur.',
  terms: (licence) => `La lettre et le choix : ${licence}.`,
  licence: (licence) => `Licence : ${licence}`,
  straightLinks: 'Les liens mènent droit aux éditeurs, et rien ici ne vous compte.',
  noCookies: 'Ni cookies ni compteurs.',
  madeWith: 'Fait avec Digestif.',
  latest: 'le dernier',
  readIssue: (label) => `Lire le numéro : ${label}`,
  allIssues: 'Tous les numéros',
  noIssues: 'Aucun numéro n’a encore paru.',
  everyone: 'vous',
};

const tables = { en: english, de: german, fr: french };

/** A language in which there are words. */
export type WordsLanguage = keyof typeof tables;

/** Where no source is stated there is nothing to count. */
function told(stories: string, sources: number, from: string): string {
  return sources === 0 ? stories : `${stories} ${from}`;
}

/** The words for a BCP 47 tag: its language's, else English. */
export function stringsFor(language: string): Strings {
  return tables[wordsLanguage(language)];
}

/** The language of those words. */
export function wordsLanguage(language: string): WordsLanguage {
  const code = language.toLowerCase().split('-')[0] ?? '';
  return Object.hasOwn(tables, code) ? (code as WordsLanguage) : 'en';
}
