import { outlineOf, type XmlElement } from '../xml/outline.ts';

/** What a style makes of a paragraph. */
export type StyleRole =
  | 'title'
  | 'subtitle'
  | 'author'
  | 'date'
  | 'quote'
  | 'code'
  | 'caption'
  | 'contents'
  | 'note'
  | 'list';

/** `depth`: of a heading, 1 to 9. */
export type Style = {
  role: StyleRole | null;
  depth: number | null;
  listed: boolean;
  hidden: boolean;
};

export type Styles = { of: (id: string) => Style; byDefault: string };

const plain: Style = { role: null, depth: null, listed: false, hidden: false };

/** Word names its own styles in English whatever language it speaks; some other programs do not. */
const heading =
  /^(?:heading|überschrift|berschrift|titre|título|titulo|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|заголовок|标题|標題|見出し|제목)[\s_-]*([1-9])$/iu;

const roles: [RegExp, StyleRole][] = [
  [/^(?:title|titel|titre|título|titolo|book title|заголовок|название|标题|標題|表題|제목)$/iu, 'title'],
  [
    /^(?:subtitle|untertitel|sous-titre|subtítulo|sottotitolo|副标题|副標題|副題|подзаголовок)$/iu,
    'subtitle',
  ],
  [/^(?:author|authors|byline|autor|auteur)$/iu, 'author'],
  [/^(?:date|datum|fecha|dateline)$/iu, 'date'],
  [
    /^(?:intense )?(?:quote|quotations?|zitat|citation|cita|citazione)$|^block ?(?:text|quote|quotation)$/iu,
    'quote',
  ],
  [/^(?:html preformatted|preformatted text|source code|verbatim char|macro text|code)$/iu, 'code'],
  [
    /^(?:image |table |figure )?caption$|^(?:captioned figure|figure|illustration|beschriftung|légende|leyenda|didascalia)$/iu,
    'caption',
  ],
  [
    /^(?:toc|contents|verzeichnis)[\s_-]*(?:heading|\d)$|^(?:table of (?:figures|authorities|contents)|index[\s_-]*\d)$/iu,
    'contents',
  ],
  [
    /^(?:footnote|endnote|annotation|balloon|comment)[\s_-]*text$|^(?:header|footer|footnote block text)$/iu,
    'note',
  ],
  [/^list(?: (?:paragraph|bullet|number|continue))?(?: \d)?$|^list$/iu, 'list'],
];

/** What is said of styles without a list of them: their ids are their names without spaces. */
export const noStyles: Styles = {
  of: (id) => roleOf(id.replace(/(?<=\p{Ll})(?=\p{Lu}|\d)/gu, ' ')),
  byDefault: '',
};

function roleOf(name: string): Style {
  const depth = Number(heading.exec(name)?.[1] ?? 0) || null;
  const role = depth ? null : (roles.find(([pattern]) => pattern.test(name))?.[1] ?? null);
  return { ...plain, role: role === 'list' ? null : role, depth };
}

type Entry = {
  name: string;
  basedOn: string;
  outline: number | null;
  listed: boolean;
  hidden: boolean;
};

/** The styles of a document by their ids, each with what those say that it is based on. */
export function readStyles(source: string): Styles {
  const { entries, byDefault } = collect(source);
  const known = new Map<string, Style>();
  const of = (id: string): Style => {
    const cached = known.get(id);
    if (cached) return cached;
    const style = entries.has(id) ? resolve(id, entries) : noStyles.of(id);
    known.set(id, style);
    return style;
  };
  return { of, byDefault };
}

function collect(source: string): { entries: Map<string, Entry>; byDefault: string } {
  const entries = new Map<string, Entry>();
  let byDefault = '';
  let entry: Entry | null = null;
  for (const element of outlineOf(source)) {
    const value = element.attribute('val');
    if (element.name === 'style') {
      entry = { name: '', basedOn: '', outline: null, listed: false, hidden: false };
      const id = element.attribute('styleId');
      entries.set(id, entry);
      if (isOn(element.attribute('default'), '') && element.attribute('type') === 'paragraph') byDefault = id;
    } else if (entry) note(entry, element, value);
  }
  return { entries, byDefault };
}

function note(entry: Entry, { name, parent }: XmlElement, value: string): void {
  const within = parent?.name;
  if (name === 'name' && within === 'style') entry.name = value;
  else if (name === 'basedOn') entry.basedOn = value;
  else if (name === 'outlineLvl') entry.outline = Number(value);
  else if (name === 'numId') entry.listed = value !== '0';
  else if (name === 'vanish' && within === 'rPr') entry.hidden = isOn(value);
}

/** A property that is there is on, unless it says that it is off. */
export function isOn(value: string, absent = 'on'): boolean {
  return !['', '0', 'false', 'off', 'none'].includes(value === '' ? absent : value.toLowerCase());
}

/** Styles stand on one another ten deep at most; a ring of them ends there too. */
const deepest = 12;

function resolve(id: string, entries: ReadonlyMap<string, Entry>): Style {
  const found = { ...plain };
  let at = entries.get(id);
  for (let i = 0; at && i < deepest; i += 1, at = entries.get(at.basedOn)) {
    const own = roleOf(at.name);
    const named = found.role !== null || found.depth !== null;
    if (!named) Object.assign(found, { role: own.role, depth: own.depth });
    if (found.role === null && found.depth === null && at.outline !== null && at.outline < 9)
      found.depth = at.outline + 1;
    found.listed ||= at.listed;
    found.hidden ||= at.hidden;
  }
  return found;
}
