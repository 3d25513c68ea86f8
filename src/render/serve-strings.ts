/** Every word of the pages and mails of `digestif serve` that no editor wrote, by language. */
import type { Site } from '../types.ts';
import type { WordsLanguage } from './strings.ts';

type Period = Site['periodName'];

export type ServeStrings = {
  email: string;
  name: string;
  /** Beside a field that only programs fill in. */
  trap: string;
  /** What a reader agrees to. It stands above the button, and is kept as the record of their consent. */
  agree: (title: string, period: Period) => string;
  afterwards: string;
  wrongAddress: string;
  inbox: string;
  inboxText: string[];
  confirm: string;
  confirmButton: string;
  confirmNotYou: string;
  confirmed: string;
  confirmedText: string;
  leave: string;
  leaveText: (title: string) => string;
  left: string;
  leftText: string;
  again: string;
  findLink: string;
  writeTo: string;
  stale: string;
  staleConfirm: string;
  staleLeave: string;
  tooMany: string;
  tooManyText: string;
  unreadable: string;
  unreadableText: string;
  missing: string;
  missingText: string;
  broken: string;
  brokenText: string;
  /** The whole answer to a mail program that asks for a reader; nobody sees it. */
  oneClick: string;
  confirmSubject: (title: string) => string;
  confirmAsked: (title: string) => string;
  confirmHow: (days: number) => string;
  alreadySubject: (title: string) => string;
  alreadyAsked: (title: string) => string;
  alreadyHow: string;
  ignore: string;
};

const english: ServeStrings = {
  email: 'Email address',
  name: 'Name, if you like',
  trap: 'Leave this field empty',
  agree: (title, period) => `I want to get “${title}” by email, one letter a ${period}, until I say stop.`,
  afterwards: 'You get one mail with a link. Only when you confirm there are you on the list.',
  wrongAddress: 'This is no email address that mail can be sent to. Is a sign missing, or one too many?',
  inbox: 'Look into your inbox',
  inboxText: [
    'A mail is on its way to the address you gave. Open the link in it and confirm: only then are you on the list.',
    'Nothing there after some minutes? Look among the junk mail; tomorrow you can ask again.',
  ],
  confirm: 'One step more',
  confirmButton: 'Yes, subscribe me',
  confirmNotYou: 'If you did not ask for it, close this page: nothing happens.',
  confirmed: 'You are on the list',
  confirmedText: 'The next letter comes to you by email. Until then you can read the earlier ones.',
  leave: 'Unsubscribe',
  leaveText: (title) =>
    `Press the button, and no letter of “${title}” comes any more to the address that this link was sent to.`,
  left: 'You are off the list',
  leftText: 'No letter comes to you any more; only one that is on its way already may still arrive.',
  again: 'Subscribe again',
  findLink: 'At the foot of every letter is a link that is yours alone: open it to leave.',
  writeTo: 'No letter at hand? Write to us:',
  stale: 'This link does not work',
  staleConfirm: 'It is not whole, or too old. Copy all of it from the mail, or ask for a new one.',
  staleLeave:
    'It is not whole, or the list does not know it any more; that of a test letter never works. Copy all of it from the letter, or use the link of a newer one.',
  tooMany: 'Too many requests',
  tooManyText: 'Too many came from where you are. Please try again in an hour.',
  unreadable: 'This form cannot be read',
  unreadableText: 'Something came that our form does not send. Please start again.',
  missing: 'There is no such page',
  missingText: 'It may have moved. All letters are in the archive.',
  broken: 'Something went wrong here',
  brokenText: 'It is our fault, not yours. Please try again in a few minutes.',
  oneClick: 'Unsubscribed.',
  confirmSubject: (title) => `Please confirm: ${title}`,
  confirmAsked: (title) =>
    `Somebody asked for “${title}” to be sent to this address. If it was you, please confirm:`,
  confirmHow: (days) => `The link works for ${plural(days, 'day', 'days')} and opens a page with a button.`,
  alreadySubject: (title) => `You are on the list already: ${title}`,
  alreadyAsked: (title) =>
    `Somebody asked for “${title}” to be sent to this address. It is on the list already: there is nothing to do.`,
  alreadyHow: 'If you want no more letters:',
  ignore: 'If it was not you, do nothing. Nobody will know, and nothing else will come of it.',
};

const germanPeriods: { [period in Period]: string } = {
  day: 'am Tag',
  week: 'in der Woche',
  month: 'im Monat',
  quarter: 'im Quartal',
};

const german: ServeStrings = {
  email: 'E-Mail-Adresse',
  name: 'Name, wenn Sie mögen',
  trap: 'Lassen Sie dieses Feld leer',
  agree: (title, period) =>
    `Ich möchte „${title}“ per E-Mail erhalten, einen Brief ${germanPeriods[period]}, bis ich ihn abbestelle.`,
  afterwards:
    'Sie erhalten eine E-Mail mit einem Link. Erst wenn Sie dort bestätigen, stehen Sie auf der Liste.',
  wrongAddress: 'An diese Adresse lässt sich keine E-Mail senden. Fehlt ein Zeichen, oder ist eines zu viel?',
  inbox: 'Sehen Sie in Ihr Postfach',
  inboxText: [
    'Eine E-Mail ist unterwegs an die Adresse, die Sie genannt haben. Öffnen Sie den Link darin und bestätigen Sie: erst dann stehen Sie auf der Liste.',
    'Nach einigen Minuten nichts da? Sehen Sie bei den unerwünschten Nachrichten nach; morgen können Sie noch einmal fragen.',
  ],
  confirm: 'Noch ein Schritt',
  confirmButton: 'Ja, ich möchte den Brief',
  confirmNotYou: 'Haben Sie nicht darum gebeten, schließen Sie diese Seite: es geschieht nichts.',
  confirmed: 'Sie stehen auf der Liste',
  confirmedText: 'Der nächste Brief kommt per E-Mail zu Ihnen. Bis dahin können Sie die früheren lesen.',
  leave: 'Abbestellen',
  leaveText: (title) =>
    `Ein Druck auf den Knopf, und an die Adresse, an die dieser Link ging, kommt kein Brief von „${title}“ mehr.`,
  left: 'Sie stehen nicht mehr auf der Liste',
  leftText: 'Es kommt kein Brief mehr zu Ihnen; nur einer, der schon unterwegs ist, kann noch eintreffen.',
  again: 'Wieder abonnieren',
  findLink: 'Am Ende jedes Briefes steht ein Link, der nur Ihnen gehört: öffnen Sie ihn, um abzubestellen.',
  writeTo: 'Kein Brief zur Hand? Schreiben Sie uns:',
  stale: 'Dieser Link führt zu nichts',
  staleConfirm:
    'Er ist nicht vollständig oder zu alt. Kopieren Sie ihn ganz aus der E-Mail, oder bitten Sie um einen neuen.',
  staleLeave:
    'Er ist nicht vollständig, oder die Liste kennt ihn nicht mehr; der eines Probebriefs gilt nie. Kopieren Sie ihn ganz aus dem Brief, oder nehmen Sie den eines neueren.',
  tooMany: 'Zu viele Anfragen',
  tooManyText: 'Von dort, wo Sie sind, kamen zu viele. Bitte versuchen Sie es in einer Stunde wieder.',
  unreadable: 'Dieses Formular ist nicht lesbar',
  unreadableText: 'Es kam etwas, das unser Formular nicht sendet. Bitte beginnen Sie von vorn.',
  missing: 'Diese Seite gibt es nicht',
  missingText: 'Vielleicht ist sie umgezogen. Alle Briefe stehen im Archiv.',
  broken: 'Hier ging etwas schief',
  brokenText: 'Es liegt an uns, nicht an Ihnen. Bitte versuchen Sie es in einigen Minuten wieder.',
  oneClick: 'Abbestellt.',
  confirmSubject: (title) => `Bitte bestätigen: ${title}`,
  confirmAsked: (title) =>
    `Jemand hat „${title}“ für diese Adresse bestellt. Wenn Sie es waren, bestätigen Sie es bitte:`,
  confirmHow: (days) => `Der Link gilt ${plural(days, 'Tag', 'Tage')} und öffnet eine Seite mit einem Knopf.`,
  alreadySubject: (title) => `Sie stehen schon auf der Liste: ${title}`,
  alreadyAsked: (title) =>
    `Jemand hat „${title}“ für diese Adresse bestellt. Sie steht schon auf der Liste: es ist nichts zu tun.`,
  alreadyHow: 'Wenn Sie keine Briefe mehr möchten:',
  ignore: 'Wenn Sie es nicht waren, tun Sie nichts. Niemand erfährt es, und es kommt nichts weiter.',
};

const frenchPeriods: { [period in Period]: string } = {
  day: 'par jour',
  week: 'par semaine',
  month: 'par mois',
  quarter: 'par trimestre',
};

const french: ServeStrings = {
  email: 'Adresse électronique',
  name: 'Nom, si vous voulez',
  trap: 'Laissez ce champ vide',
  agree: (title, period) =>
    `Je souhaite recevoir « ${title} » par courriel, une lettre ${frenchPeriods[period]}, jusqu’à ce que je dise stop.`,
  afterwards:
    'Vous recevez un courriel avec un lien. Vous n’êtes sur la liste qu’après avoir confirmé là-bas.',
  wrongAddress: 'On ne peut rien envoyer à cette adresse. Manque-t-il un signe, ou y en a-t-il un de trop ?',
  inbox: 'Regardez votre boîte',
  inboxText: [
    'Un courriel part vers l’adresse que vous avez donnée. Ouvrez le lien qu’il contient et confirmez : alors seulement vous serez sur la liste.',
    'Toujours rien après quelques minutes ? Regardez parmi les indésirables ; demain vous pourrez redemander.',
  ],
  confirm: 'Encore un pas',
  confirmButton: 'Oui, je m’abonne',
  confirmNotYou: 'Si vous n’avez rien demandé, fermez cette page : il ne se passe rien.',
  confirmed: 'Vous êtes sur la liste',
  confirmedText:
    'La prochaine lettre vous arrive par courriel. En attendant, vous pouvez lire les précédentes.',
  leave: 'Se désabonner',
  leaveText: (title) =>
    `Appuyez sur le bouton, et aucune lettre de « ${title} » ne viendra plus à l’adresse qui a reçu ce lien.`,
  left: 'Vous n’êtes plus sur la liste',
  leftText: 'Plus aucune lettre ne vous vient ; seule une lettre déjà partie peut encore arriver.',
  again: 'S’abonner de nouveau',
  findLink: 'Au pied de chaque lettre se trouve un lien qui n’est qu’à vous : ouvrez-le pour partir.',
  writeTo: 'Pas de lettre sous la main ? Écrivez-nous :',
  stale: 'Ce lien ne mène à rien',
  staleConfirm:
    'Il n’est pas entier, ou il est trop ancien. Copiez-le en entier depuis le courriel, ou demandez-en un nouveau.',
  staleLeave:
    'Il n’est pas entier, ou la liste ne le connaît plus ; celui d’une lettre d’essai ne marche jamais. Copiez-le en entier depuis la lettre, ou prenez celui d’une lettre plus récente.',
  tooMany: 'Trop de demandes',
  tooManyText: 'Il en est trop venu de là où vous êtes. Réessayez dans une heure.',
  unreadable: 'Ce formulaire est illisible',
  unreadableText: 'Il est arrivé quelque chose que notre formulaire n’envoie pas. Veuillez recommencer.',
  missing: 'Cette page n’existe pas',
  missingText: 'Elle a peut-être déménagé. Toutes les lettres sont dans les archives.',
  broken: 'Quelque chose a échoué ici',
  brokenText: 'C’est notre faute, pas la vôtre. Réessayez dans quelques minutes.',
  oneClick: 'Désabonné.',
  confirmSubject: (title) => `À confirmer : ${title}`,
  confirmAsked: (title) =>
    `Quelqu’un a demandé « ${title} » pour cette adresse. Si c’était vous, confirmez-le :`,
  confirmHow: (days) =>
    `Le lien est valable ${plural(days, 'jour', 'jours')} et ouvre une page avec un bouton.`,
  alreadySubject: (title) => `Vous êtes déjà sur la liste : ${title}`,
  alreadyAsked: (title) =>
    `Quelqu’un a demandé « ${title} » pour cette adresse. Elle est déjà sur la liste : il n’y a rien à faire.`,
  alreadyHow: 'Si vous ne voulez plus de lettres :',
  ignore: 'Si ce n’était pas vous, ne faites rien. Personne n’en saura rien, et rien d’autre ne viendra.',
};

const tables: { [language in WordsLanguage]: ServeStrings } = { en: english, de: german, fr: french };

/** The words in the language that `stringsFor` gives for the same tag. */
export function serveStringsFor(language: WordsLanguage): ServeStrings {
  return tables[language];
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
