import type { Diagnostic, Severity } from './types.ts';

type CodeEntry = { severity: Severity; meaning: string };

/** The one table of codes. `error` makes the exit code 1; faults of config and templates are thrown, exit code 2. */
export const codes = {
  'not-an-article': { severity: 'note', meaning: 'The file is not something Digestif reads.' },
  'empty-file': { severity: 'warning', meaning: 'The file holds no text.' },
  'no-article-found': { severity: 'warning', meaning: 'No article was found in the text.' },
  'prose-left-out': { severity: 'warning', meaning: 'Prose stands in no article and is left out.' },
  'binary-file': { severity: 'error', meaning: 'The file has a text name but binary content.' },
  'invalid-utf8': {
    severity: 'error',
    meaning: 'Some bytes are no text in any charset that fits; they count as unreadable.',
  },
  'charset-guessed': {
    severity: 'note',
    meaning: 'The file is not UTF-8; its charset was guessed from its letters.',
  },
  'wrong-charset': {
    severity: 'warning',
    meaning: 'The charset that is declared is not the one the bytes are in.',
  },
  'double-encoded': {
    severity: 'warning',
    meaning:
      'The text was damaged before it came here: its UTF-8 was read as another charset and saved again.',
  },
  'damaged-mail': {
    severity: 'warning',
    meaning: 'A mail is cut off or wrongly encoded; what could be read was read.',
  },
  'damaged-archive': {
    severity: 'warning',
    meaning: 'The archive of a document is cut off or damaged; what could be read was read.',
  },
  'unsafe-archive': {
    severity: 'error',
    meaning: 'The archive of a document is made to unpack to more than it holds; it was not read.',
  },
  'unreadable-file': { severity: 'error', meaning: 'The file or folder could not be opened.' },
  'link-loop': { severity: 'error', meaning: 'A symbolic link leads back to a folder above it.' },
  'file-too-large': { severity: 'error', meaning: 'The file is larger than limits.fileMegabytes.' },
  'page-too-large': { severity: 'error', meaning: 'The source of a web page is too long for a tree of it.' },
  'file-too-slow': { severity: 'error', meaning: 'Reading the file took longer than limits.fileSeconds.' },
  'file-out-of-memory': {
    severity: 'error',
    meaning: 'Reading the file took more memory than one file may.',
  },
  'broken-feed': {
    severity: 'warning',
    meaning: 'A feed breaks the rules of its format; it was read leniently.',
  },
  excerpt: { severity: 'note', meaning: 'The feed holds only an excerpt of the article.' },
  'title-only': { severity: 'note', meaning: 'The feed holds no text for an entry; it is no article.' },
  'line-too-long': {
    severity: 'warning',
    meaning: 'A line is too long to be prose; it is kept out of highlights.',
  },
  'too-complex': {
    severity: 'warning',
    meaning: 'The Markdown asks too much of its parser; it was read as plain paragraphs.',
  },
  'broken-front-matter': { severity: 'error', meaning: 'The front matter is not valid YAML, TOML or JSON.' },
  'misspelt-front-matter': {
    severity: 'warning',
    meaning: 'A front-matter key is unknown, but nearly one that has a meaning.',
  },
  'unknown-front-matter': { severity: 'note', meaning: 'A front-matter key has no meaning here.' },
  'bad-date': { severity: 'error', meaning: 'A stated date cannot be read.' },
  'bad-url': { severity: 'warning', meaning: 'An address is not a usable http(s) link; it is left out.' },
  undated: { severity: 'note', meaning: 'No words of the article give its date.' },
  'coarse-date': { severity: 'note', meaning: 'The date is coarser than the period of an issue.' },
  folded: { severity: 'note', meaning: 'The article is a near-copy of another and was folded into it.' },
  'no-highlight': { severity: 'note', meaning: 'No sentence of the story was fit for a highlight.' },
  'unknown-theme': {
    severity: 'warning',
    meaning: 'The front matter names a theme that the config does not have.',
  },
  'theme-unsure': {
    severity: 'note',
    meaning: 'Little speaks for the theme, or little more than for another.',
  },
  'shared-seed': { severity: 'warning', meaning: 'Seeds of several themes are read as the same word.' },
  'theme-suggested': { severity: 'note', meaning: 'Articles without a seed of any theme hang together.' },
  'late-arrival': { severity: 'note', meaning: 'The article belongs to an issue that is already sealed.' },
  'already-told': { severity: 'note', meaning: 'A sealed issue already told this story.' },
  'duplicate-id': { severity: 'error', meaning: 'Two articles state the same id.' },
  'editor-unmatched': { severity: 'warning', meaning: "An entry of the editor's page matches nothing." },
  'picture-unusable': {
    severity: 'warning',
    meaning: "A picture of the editor's own cannot be shown; its story is told without it.",
  },
  'editor-invalid': { severity: 'error', meaning: "The editor's page cannot be read." },
  'highlight-twice': { severity: 'warning', meaning: 'A chosen highlight has words of another one chosen.' },
  'not-verbatim': { severity: 'error', meaning: 'Chosen words do not stand in an article word for word.' },
  'email-too-large': { severity: 'warning', meaning: 'The email passes its byte limit even when planned.' },
  'email-planned': {
    severity: 'note',
    meaning: 'Stories went from the email to the web page to keep it small.',
  },
  'source-changed': {
    severity: 'error',
    meaning: 'The source file is not the one the highlight was taken from.',
  },
  'source-missing': { severity: 'error', meaning: 'The source file of a highlight is gone.' },
  'highlight-differs': { severity: 'error', meaning: 'A highlight is not what its ranges say.' },
  'rendering-differs': { severity: 'error', meaning: 'A file of out/ is not what a build gives now.' },
  'seal-broken': { severity: 'error', meaning: 'A sealed issue renders to other bytes than were approved.' },
  'sealed-edit': { severity: 'warning', meaning: 'A change to a sealed issue has no effect.' },
  'bad-seal': { severity: 'error', meaning: 'A seal cannot be read.' },
  'bad-ids': { severity: 'error', meaning: 'The id ledger cannot be read.' },
  'no-issue': { severity: 'error', meaning: 'There is no issue for this period.' },
  'no-article': { severity: 'error', meaning: 'There is no article with this id or name.' },
  'not-proved': { severity: 'error', meaning: 'The issue fails checks of its bytes, so it is not sealed.' },
  'already-sealed': { severity: 'error', meaning: 'The issue is sealed.' },
  'not-sealed': { severity: 'error', meaning: 'The issue is not sealed.' },
  'placeholder-config': { severity: 'warning', meaning: 'The config still holds a placeholder.' },
  'config-missing': { severity: 'error', meaning: 'There is no digestif.config.yaml.' },
  'config-invalid': { severity: 'error', meaning: 'The config has a wrong key or value.' },
  'template-invalid': { severity: 'error', meaning: 'A template cannot be compiled or rendered.' },
  'unused-template': {
    severity: 'warning',
    meaning: "A template of the newsletter's has the name of none of ours, and no template includes it.",
  },
  'folder-not-empty': { severity: 'error', meaning: 'The folder for a new newsletter is not empty.' },
  'wrong-usage': { severity: 'error', meaning: 'The command line cannot be understood.' },
  'write-failed': { severity: 'error', meaning: 'A file could not be written.' },
  'bad-key': {
    severity: 'error',
    meaning: 'The file of a DKIM key is missing, is no key, or would be overwritten.',
  },
  unsigned: { severity: 'warning', meaning: 'No DKIM key signs the mails.' },
  'dkim-record': {
    severity: 'error',
    meaning: 'The DNS holds no record, or a wrong one, for the key that signs the mails.',
  },
  'dns-record': {
    severity: 'warning',
    meaning: 'A record of the DNS that receivers of mail look at is missing or wrong.',
  },
  'dns-silent': { severity: 'warning', meaning: 'No name server answered; a record was not checked.' },
  'smtp-login': {
    severity: 'error',
    meaning:
      'The way by which mails leave cannot be had: the server does not answer, or refuses TLS or the login.',
  },
  'mailbox-unread': { severity: 'error', meaning: 'The mailbox with bounces could not be read.' },
  'notice-unsent': { severity: 'error', meaning: 'The editor could not be told that an issue is due.' },
  'mailbox-busy': { severity: 'note', meaning: 'Another process is reading the mailbox with bounces.' },
  'bad-mail': { severity: 'warning', meaning: 'A mail in the mailbox with bounces could not be read.' },
  'secret-missing': {
    severity: 'error',
    meaning: 'A secret is not in the environment, or too short.',
  },
  'not-ready': { severity: 'error', meaning: 'The config lacks something that sending needs.' },
  'no-one-click': { severity: 'warning', meaning: 'Readers cannot leave the list by one click.' },
  'foreign-sender': {
    severity: 'warning',
    meaning: 'The sender writes from another domain than the one the newsletter is published at.',
  },
  'clock-wrong': { severity: 'error', meaning: 'The clock of the machine is behind what it wrote itself.' },
  'open-key': { severity: 'warning', meaning: 'Others on the machine can read a private key.' },
  'port-taken': { severity: 'error', meaning: 'The port that the preview was told to use cannot be had.' },
  'state-full': { severity: 'error', meaning: 'The disk has no room for the state of sending.' },
  'state-busy': { severity: 'error', meaning: 'Another process is writing to the state of sending.' },
  'state-damaged': { severity: 'error', meaning: 'The state of sending is damaged.' },
  'state-newer': { severity: 'error', meaning: 'The state of sending is of a newer version of Digestif.' },
  'state-unusable': { severity: 'error', meaning: 'The state of sending cannot be opened or written.' },
  'run-exists': { severity: 'error', meaning: 'The issue has been prepared for sending already.' },
  'no-run': { severity: 'error', meaning: 'The issue was never prepared for sending.' },
  'run-unfinished': { severity: 'error', meaning: 'Not every recipient of a sending is accounted for.' },
  'not-attempting': { severity: 'error', meaning: 'A result came for a mail that nobody was sending.' },
  'already-sending': { severity: 'error', meaning: 'Another process is sending mails of this newsletter.' },
  'no-readers': { severity: 'error', meaning: 'There is nobody to send an issue to.' },
  'sending-stopped': { severity: 'error', meaning: 'Sending was stopped before everybody was written to.' },
  'too-many-errors': { severity: 'error', meaning: 'Sending stopped because so much of it went wrong.' },
  'maybe-delivered': { severity: 'error', meaning: 'Nobody knows whether a mail arrived.' },
  'test-failed': { severity: 'error', meaning: 'A test mail could not be sent.' },
  'run-forgotten': {
    severity: 'error',
    meaning: 'A sending was begun of which the state knows nothing: it was put back from an older copy.',
  },
  'reader-gone': { severity: 'note', meaning: 'A server said that an address does not exist.' },
  'not-delivered': { severity: 'error', meaning: 'A mail was refused for good, or too often put off.' },
  'bad-address': { severity: 'error', meaning: 'Mail cannot be sent to the address of a subscriber.' },
  'bad-csv': { severity: 'error', meaning: 'A list of subscribers cannot be read, or not to its end.' },
  'bad-row': { severity: 'error', meaning: 'A row of a list of subscribers cannot be used.' },
  'bad-cell': { severity: 'warning', meaning: 'A cell of a list of subscribers was left out.' },
  'doubled-row': { severity: 'note', meaning: 'A list of subscribers names an address again.' },
  'import-incomplete': {
    severity: 'warning',
    meaning: 'The export of another program does not say who left.',
  },
  'unread-column': { severity: 'warning', meaning: 'A column of a list of subscribers is not read.' },
  suppressed: { severity: 'note', meaning: 'Somebody left the list and stays off it.' },
  'has-left': { severity: 'error', meaning: 'Somebody who left the list would be added again.' },
  'no-subscriber': { severity: 'error', meaning: 'Nobody on the list has this address.' },
  'state-broken': { severity: 'error', meaning: 'The state of sending breaks a rule that it must keep.' },
  'process-ended': {
    severity: 'error',
    meaning: 'The system or somebody ended a process that helps this one.',
  },
  'internal-fault': { severity: 'error', meaning: 'Digestif itself failed during a rebuild of the preview.' },
} as const satisfies Record<string, CodeEntry>;

export type Code = keyof typeof codes;

/** Builds a diagnostic with the severity its code has in the table. */
export function diagnose(code: Code, message: string, place: Partial<Diagnostic> = {}): Diagnostic {
  return { ...place, code, severity: codes[code].severity, message };
}

/** A fault that stops the command: config, template, arguments, disk. Nothing has been written when it is thrown. */
export class DigestifError extends Error {
  readonly diagnostics: Diagnostic[];

  constructor(diagnostics: Diagnostic[]) {
    super(diagnostics.map((d) => d.message).join('\n'));
    this.name = 'DigestifError';
    this.diagnostics = diagnostics;
  }
}

/** Throws a fault with one diagnostic. */
export function fail(code: Code, message: string, place: Partial<Diagnostic> = {}): never {
  throw new DigestifError([diagnose(code, message, place)]);
}
