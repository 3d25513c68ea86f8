/** What a column of a CSV file can say. */
export const fields = [
  'email',
  'name',
  'firstName',
  'lastName',
  'tags',
  'language',
  'status',
  'disabled',
  'unsubscribed',
  'bounced',
  'consentAt',
  'consentHow',
  'consentText',
  'created',
  'updated',
  'id',
] as const;

export type Field = (typeof fields)[number];

/** Whose export a file is, and in which column (from 0) a field stands. */
export type Columns = {
  source: string | null;
  at: { [field in Field]?: number };
  /** False for a bare list of addresses, whose first row is an address too. */
  hasHeader: boolean;
};

/** Headers as people and programs call them, in small letters and without signs. The first that is there is taken. */
const names: { [field in Field]: readonly string[] } = {
  email: [
    'email',
    'emailaddress',
    'mail',
    'emailadresse',
    'mailadresse',
    'adresseemail',
    'courriel',
    'correo',
  ],
  name: ['name', 'fullname', 'displayname', 'nom', 'nombre'],
  firstName: ['firstname', 'fname', 'vorname', 'givenname', 'prenom'],
  lastName: ['lastname', 'lname', 'surname', 'nachname', 'familyname'],
  tags: ['tags', 'tag', 'labels', 'groups'],
  language: ['language', 'lang', 'locale', 'sprache', 'langue', 'idioma'],
  status: ['status', 'state', 'subscriptionstatus', 'subscriberstatus'],
  disabled: ['emaildisabled'],
  unsubscribed: ['unsubscribedat', 'unsubtime', 'unsubscriptiondate', 'unsubscribedate'],
  bounced: ['bouncedat', 'cleantime', 'undeliverabilitydate'],
  consentAt: ['consentat', 'confirmtime', 'optintime', 'confirmedat'],
  consentHow: ['consenthow'],
  consentText: ['consenttext'],
  created: [
    'created',
    'createdat',
    'creationdate',
    'subscribedat',
    'subscriptiondate',
    'startdate',
    'optintime',
  ],
  updated: ['updated', 'updatedat', 'lastchanged'],
  id: ['id'],
};

/** Exports that are known by headers nobody else has; `also` names their columns that others use for something else. */
const sources: readonly { source: string; has: readonly string[]; also?: { [field in Field]?: string } }[] = [
  { source: 'Digestif', has: ['email', 'consenthow', 'consenttext'] },
  { source: 'Mailchimp', has: ['emailaddress', 'leid', 'euid'] },
  { source: 'Mailchimp', has: ['emailaddress', 'memberrating'] },
  { source: 'listmonk', has: ['uuid', 'email', 'attributes', 'status'] },
  { source: 'Substack', has: ['email', 'activesubscription', 'emaildisabled'] },
  { source: 'Substack', has: ['email', 'stripeplan'] },
  {
    source: 'Buttondown',
    has: ['email', 'creationdate', 'subscribertype'],
    also: { status: 'subscribertype' },
  },
  { source: 'Buttondown', has: ['emailaddress', 'creationdate', 'type'], also: { status: 'type' } },
  { source: 'Buttondown', has: ['email', 'creationdate', 'type'], also: { status: 'type' } },
];

/** The fields of a header row, those of `map` before all others; a fault in words when no address can be found. */
export function findColumns(
  header: readonly string[],
  map: { [field in Field]?: string } = {},
): Columns | { fault: string } {
  const folded = header.map(fold);
  const known = sources.find(({ has }) => has.every((name) => folded.includes(name)));
  const at: Columns['at'] = {};
  for (const field of fields) {
    const wanted = map[field];
    const index =
      wanted === undefined
        ? indexOf(folded, [known?.also?.[field] ?? [], names[field]].flat())
        : find(header, wanted);
    if (wanted !== undefined && index === -1) return { fault: `has no column "${wanted}"` };
    if (index !== -1) at[field] = index;
  }
  if (at.email === undefined) return { fault: 'has no column with addresses' };
  return { source: known?.source ?? null, at, hasHeader: true };
}

/** Headers that no field is read from, each with the field that its name lets one think of, or null. */
export function findUnread(
  header: readonly string[],
  { source, at, hasHeader }: Columns,
): { name: string; field: Field | null }[] {
  // Exports of other programs have many columns of no use here, and what we read of them was chosen.
  if (!hasHeader || (source !== null && source !== 'Digestif')) return [];
  const read = new Set(Object.values(at));
  const free = new Set(fields.filter((field) => at[field] === undefined));
  return header.flatMap((cell, i) => {
    const name = cell.trim();
    if (name === '' || read.has(i)) return [];
    const field = guesses.find(([words, f]) => free.has(f) && words.test(fold(name)))?.[1] ?? null;
    if (field) free.delete(field);
    return [{ name, field }];
  });
}

/** Too vague to read a column by, but enough to propose it. */
const guesses: readonly (readonly [RegExp, Field])[] = [
  [/(?:consent|optin|agree|gdpr).*(?:date|time)|^(?:date|time|when|datum)/u, 'consentAt'],
  [/consent|optin|agree|gdpr|einwilligung|source|origin/u, 'consentText'],
  [/name/u, 'name'],
  [/lang/u, 'language'],
  [/date|time|joined|since/u, 'created'],
];

/** The field that is meant: `consent_at` is `consentAt`; null where there is none. */
export function fieldOf(name: string): Field | null {
  return fields.find((field) => fold(field) === fold(name)) ?? null;
}

/** As it is written, or else as it is meant. */
function find(header: readonly string[], wanted: string): number {
  const exact = header.findIndex((name) => name.trim() === wanted.trim());
  return exact === -1 ? header.map(fold).indexOf(fold(wanted)) : exact;
}

function indexOf(folded: readonly string[], candidates: readonly string[]): number {
  return candidates.map((name) => folded.indexOf(name)).find((index) => index !== -1) ?? -1;
}

/** `E-Mail-Adresse` and `email_adresse` are one. */
function fold(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
