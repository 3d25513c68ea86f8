import type { DateMention } from './numbers.ts';

/** What the words around a date say about its event. `told`: it happened "on" that day, in the past tense. */
export type Tense = 'future' | 'told' | 'unclear';

/** `ahead` right before the date, or `future` in its clause, put the event after the writing; `past` tells it. */
type Cues = { ahead: RegExp; future: RegExp; past: RegExp; on: RegExp };

const noWord = '(?![\\p{L}\\p{N}])';

function words(list: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${list})${noWord}`, 'iu');
}

function ending(list: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${list})\\s+(?:the\\s+)?$`, 'iu');
}

const english: Cues = {
  ahead: ending('by|until|till|before|through|to|for|after|due|starting|beginning|effective|next'),
  future: words(
    "will|won't|would|shall|should|plans?|planned|planning|expect(?:s|ed)?|schedul(?:ed|es?)|slated|due|upcoming|coming|deadline|ahead|target(?:s|ed)?|intends?|aims?|set (?:for|to)|(?:is|are|was|were) to|going to|forecasts?|projected|takes effect|begins?|starts?|runs|faces?|ends?|expires?",
  ),
  past: words(
    'said|told|announced|signed|reported|published|launched|unveiled|opened|met|held|left|took|gave|made|won|lost|began|came|went|saw|was|were|had|ha(?:s|ve) (?:been|become|just)|during|visit(?:ed)?|died|\\p{Ll}{2,}ed',
  ),
  on: /(?:(?<![\p{L}\p{N}])(?:on|late|earlier|dated)\s+|[(\u2014\u2013]\s?)$/iu,
};

const german: Cues = {
  ahead: ending('bis|ab|vor|nach|bis zum|ab dem|zum'),
  future: words('wird|werden|soll(?:en|te)?|geplant|plant|dürfte|könnten?|voraussichtlich|künftig'),
  past: words('sagte|war|waren|hatten?|hat|haben|wurden?|kündigte|teilte|stellte|fand|\\p{Ll}{2,}(?:te|ten)'),
  on: /(?:am|vom)\s+(?:\p{L}+,?\s+(?:den\s+)?)?$/iu,
};

const french: Cues = {
  ahead: ending("d'ici|jusqu'au|avant|après|dès|à partir du|d’ici|jusqu’au"),
  future: words(
    'sera|seront|doit|doivent|devrait|devraient|prévue?s?|pourrait|prochaine?|aura|auront|va|vont',
  ),
  past: words('a|ont|était|étaient|avait|fut|annoncée?|signée?|déclaré|\\p{Ll}{2,}(?:ait|aient)'),
  on: /(?:le|du)\s+(?:\p{L}+\s+)?$/iu,
};

const spanish: Cues = {
  ahead: ending('hasta(?: el)?|antes del|después del|para el|a partir del'),
  future: words('será|serán|prevé|previsto|deberá|podría|próximo|\\p{Ll}{2,}(?:ará|erá|irá|arán|erán|irán)'),
  past: words('fue|fueron|era|había|ha|han|anunció|dijo|firmó|\\p{Ll}{2,}(?:aron|ieron)|\\p{Ll}{2,}ó'),
  on: /(?:el|del)\s+(?:\p{L}+,?\s+)?$/iu,
};

const italian: Cues = {
  ahead: ending('entro(?: il)?|fino al|prima del|dopo il|dal'),
  future: words('sarà|saranno|previst[oa]|dovrà|dovrebbe|potrebbe|prossim[oa]|\\p{Ll}{2,}(?:erà|irà|eranno)'),
  past: words('era|erano|ha|hanno|aveva|è stat[oa]|sono stat[ie]|annunciato|firmato|detto'),
  on: /(?:il|del|dal|lo)\s+(?:\p{L}+\s+)?$/iu,
};

const dutch: Cues = {
  ahead: ending('tot|vanaf|voor|na|uiterlijk'),
  future: words('zal|zullen|zou|gepland|plant|verwacht|komende|wordt|worden'),
  past: words('was|waren|had|hadden|heeft|hebben|werd|werden|zei|\\p{Ll}{2,}(?:de|den|te|ten)'),
  on: /op\s+(?:\p{L}+,?\s+)?$/iu,
};

const portuguese: Cues = {
  ahead: ending('até(?: o)?|antes de|depois de|a partir de'),
  future: words('será|serão|previsto|deverá|deve|poderá|próximo|vai|vão'),
  past: words('foi|foram|era|tinha|havia|anunciou|disse|assinou|\\p{Ll}{2,}(?:ou|aram|eram|iram)'),
  on: /(?:em|no dia|dia|de)\s+(?:\p{L}+\s+)?$/iu,
};

const russian: Cues = {
  ahead: ending('до|с|к|после|не позднее'),
  future: words('будет|будут|планирует(?:ся)?|намерен[аы]?|должен|должна|состоится|ожидается'),
  past: words('\\p{Ll}{2,}(?:ла|ло|ли|лся|лась|лось|лись|л)'),
  on: /(?:^|[\s,.«(])$/u,
};

const chinese: Cues = {
  ahead: /(?:截至|到|在?今后|直到)$/u,
  future: /将|计划|预计|拟/u,
  past: /了|说|表示|宣布|举行|发布|签署|报道/u,
  on: /(?:^|[\s，。、（于在])$/u,
};

const cuesOf = new Map<string, Cues>([
  ['en', english],
  ['de', german],
  ['fr', french],
  ['es', spanish],
  ['it', italian],
  ['nl', dutch],
  ['pt', portuguese],
  ['ru', russian],
  ['zh', chinese],
]);

/** How far, in UTF-16 units, the words that place an event in time stand from its date. */
const REACH = 120;

/** Whether the event of a mention lies ahead of the writing, or is told as past. Unknown languages are unclear. */
export function tenseOf(text: string, mention: DateMention, language: string): Tense {
  const cues = cuesOf.get(language);
  if (!cues) return 'unclear';
  const before = lastSentence(text.slice(Math.max(0, mention.start - REACH), mention.start));
  const after = firstSentence(text.slice(mention.end, mention.end + REACH));
  const upToVerb = firstClause(after).split(cues.past)[0] ?? '';
  if (cues.ahead.test(before) || cues.future.test(before) || cues.future.test(upToVerb)) {
    return 'future';
  }
  const placed = cues.on.test(before) || mention.weekday !== undefined || before.trim() === '';
  return placed && cues.past.test(`${before} ${after}`) ? 'told' : 'unclear';
}

function lastSentence(text: string): string {
  return text.split(/(?<=[.!?…。！？]["”’)]?)\s+(?=\p{Lu})|[。！？]/u).at(-1) ?? '';
}

function firstSentence(text: string): string {
  return text.split(/(?<=[.!?…]["”’)]?)\s|[。！？]/u)[0] ?? '';
}

/** "On May 14, the court ruled that it will ..." tells of the day, and only then of the future. */
function firstClause(text: string): string {
  return text.split(/(?:[;:—]|(?<!^),|\s(?:that|which|who|dass|que|che|dat|что))\s/u)[0] ?? '';
}

const openings = /^\s{0,3}\p{Lu}[\p{L}\p{N} .,'’/&()-]{1,80}$/u;
const closings = /^\s{0,2}(?:\([^()]{1,60}\)\s?)?(?:[—–:]|-{1,2}\s)/u;

/** Whether the mention stands in the place-and-date line that opens a news text: "HALVANE, 14 May 2026 (Agency) – ...". */
export function opensText(text: string, mention: DateMention): boolean {
  const before = text.slice(0, mention.start);
  if (before.length > 80 || !openings.test(before)) return false;
  return closings.test(text.slice(mention.end, mention.end + 70)) && /\p{Lu}{3}|,\s?$/u.test(before);
}

/** The byline of a post set into the text: "— Ada Brenn (@adabrenn) May 14, 2026". */
export function signsPost(text: string, mention: DateMention): boolean {
  return /\(@[\p{L}\p{N}_]{1,40}\)\s{0,2}$/u.test(text.slice(Math.max(0, mention.start - 45), mention.start));
}

const publication =
  /(?:this|version of this|our) (?:article|story|post|report|interview|column|newsletter|issue|text|essay)\b[^.!?]{0,60}\b(?:appears?|appeared|published|posted|updated|issued|written)\b[^.!?\d]{0,40}$/iu;

/** Words that state when the text itself came out: "This article was first published on 14 May 2026." English only. */
export function statesPublication(text: string, mention: DateMention): boolean {
  return publication.test(text.slice(Math.max(0, mention.start - REACH), mention.start));
}
