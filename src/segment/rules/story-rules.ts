import type { Line } from '../lines.ts';
import { endsSentence, isHeadingShape } from '../shapes.ts';
import { type Context, neighbour, phraseRule, type Rule, wordRule } from './rule.ts';
import { isReadAlso } from './site-words.ts';

/** Lines about the article: where it comes from, what to read next, how the author takes leave. */

const sources = [
  /^(?:source(?: link| article)?|via|h\/t|quelle|fuente|fonte|источник|来源|稿源|出处)\s*[:：]/iu,
  /^(?:source link|original (?:article|source|post|link)|link to (?:the )?original(?: article)?)\b.{0,80}$/iu,
  /^read the (?:rest of the |full |whole |original |entire )?(?:original )?(?:article|story|post|report|paper|piece)\b.{0,80}$/iu,
  /^(?:this|the|an earlier version of this) (?:\p{L}+ )?(?:article|story|post|piece|text|essay|column|item|report|interview)\b.{0,80}\b(?:published|posted|printed|re-?published|reprinted|appeared)\b/iu,
  /^.{0,100}\b(?:was|is|were) (?:first|originally) (?:published|posted|printed) (?:by|in|on|at|from) .{2,80}$/iu,
  /^(?:first|originally|re-?)\s?(?:published|posted|printed|appeared)\b.{0,120}$/iu,
  /\b(?:article|story|post|piece|text|essay)\b.{0,40}\b(?:appeared|re-?published|reposted)\b/iu,
  /^(?:dieser (?:artikel|text|beitrag) (?:erschien|ist|wurde)|cet article (?:a été|est) (?:publié|initialement)|este artículo (?:fue|se) public)/iu,
];

const licences = [
  /\bcreative commons\b|\bCC[ -]BY(?:[ -](?:SA|NC|ND))*\b|\blicen[cs]ed under\b|\bunder (?:a|an|the) .{0,40}licen[cs]e\b/iu,
];

/** An address alone, as plain texts of mails put below what they link. */
const webAddresses = [
  /^(?:url|link)?:?\s?[<([]?\s?(?:(?:https?|ftp|news):\/\/|mailto:|www\.)\S+\s?[>)\]]?[.,;]?$/iu,
];

const readMores = [
  /^(?:read|see|watch|learn|discover|find out|view) (?:more|also|next|full story|on)\b(?:\s*[:：»>→]|[^\p{L}\p{N}]*$|.{0,40}[»>→]$)/iu,
  /^(?:also read|read also|related|more|don['’]t miss|must read|lesen sie (?:auch|mehr)|mehr dazu|lire (?:aussi|la suite)|à lire|en savoir plus|lea también|leer más|ver más|leia também|leggi anche|continua a leggere|lees ook|читайте также|далее|相关阅读|延伸阅读|点击查看|阅读全文|查看更多)\s*[:：»>→]/iu,
  /^also on \S+\.[a-z]{2,4}\b.{0,200}$/iu,
  /^[([](?:related|see also|also read|read more)\s*[:：].{0,200}[)\]]$/iu,
  /^(?:continue reading|keep reading|weiterlesen|lire la suite|leer más|seguir leyendo|continua a leggere|阅读全文|阅读原文|查看原文|read more|read on|read full (?:article|story)|more[^\p{L}\p{N}]{1,3}|\[?(?:…|\.\.\.)\]?)(?![\p{L}\d]).{0,80}$/iu,
];

const takingLeave = [
  /^(?:stay tuned|to be continued|see you (?:next|soon|then)\b.{0,60}|until next (?:time|week|month)|that['’]s (?:all|it) (?:for|from)\b.{0,60}|thank(?:s| you) for (?:reading|your)\b.{0,80}|happy reading|best regards|kind regards|all the best|cheers|yours(?: truly| sincerely)?|mit freundlichen grüßen|viele grüße|bis bald|à bientôt|cordialement|hasta pronto|saludos)\s*[.!,…]*$/iu,
  /\b(?:let (?:me|us) know|drop (?:me|us) a line|write to (?:me|us)|get in touch|reply to this (?:e-?mail|message)|leave a comment|in the comments(?: below)?|forward this|spread the word)\b.*\b(?:newsletter|next (?:month|week|issue)|comments?|e-?mail|feedback|below|questions|suggestions|friends?|add it)\b/iu,
  /^(?:thanks|thank you) for reading\b.{0,160}\b(?:subscri|share|support|post|friend)\p{L}*\b.{0,80}$/iu,
  /^(?:follow|like|find) (?:me|us|our page|the author)\b.{0,120}$/iu,
  /^(?:if you (?:like|liked|enjoy|enjoyed|found)|did you (?:like|enjoy)|enjoy(?:ed|ing)? this)\b.{0,160}\b(?:share|forward|subscribe|support|consider|tell|coffee|follow)\b/iu,
];

const greetings = [
  /^(?:dear (?:readers?|friends?|subscribers?|members?|all|colleagues)|welcome (?:to|back)|hello (?:and welcome|everyone|friends|readers|all)|hi (?:everyone|all|friends|readers|there)|liebe (?:leser|freunde|kolleg)|chers? (?:lecteurs?|lectrices?|amis?)|queridos? (?:lectores?|amigos?)|亲爱的读者)(?!\p{Ll}*ing\b)/iu,
];

/** Lines within which a newsletter greets. */
const headLines = 10;

/** A greeting that is all there is before the next heading. */
function isGreeting(line: Line, next: Line | undefined): boolean {
  return greetings.some((p) => p.test(line.text)) && next !== undefined && isHeadingShape(next.text);
}

const instructions = [
  /^[([]?(?:continued|more|turn to|see|from|cont(?:['’]d|d)?\.?|fortsetzung|weiter|suite|lire|continúa|sigue|pasa|viene|continua|segue|ciąg dalszy|dokończenie|продолжение)\b.{0,16}(?<!\p{L})(?:pages?|p\.|pp\.|seite|s\.|página|pág\.|pagina|pag\.|str\.|стр\.|с\.)\s?\p{Lu}?\d{1,3}[.)\]]?$/iu,
  /^[([（【].{0,20}\b(?:click|see|read|scroll|follow|links?|tap|view|lesen|klick|cliquez|haga clic)\b.{0,120}[)\]）】]$/iu,
  /^(?:click|tap|scroll|swipe) (?:the|on|here|through|to|for)\b.{0,120}$/iu,
  /^(?:photo|image|video|click|tap) (?:to (?:enlarge|zoom|play|view|see))\b.{0,60}$/iu,
];

const mailNoise = [
  /^(?:-{2,}|_{2,}|={2,})\s*(?:forwarded message|original message|weitergeleitete nachricht|ursprüngliche nachricht|message (?:transféré|d'origine))\s*(?:-{2,}|_{2,}|={2,})?$/iu,
  /^(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|début du message (?:réexpédié|transféré))\s*:?$/iu,
  /^(?:on|am|le|el) .{4,80}\b(?:wrote|schrieb|a écrit|escribió).{0,60}:$/iu,
  /^(?:fyi|fwd?|see below|sent from my .{1,40}|von meinem .{1,30} gesendet|envoyé de mon .{1,30})[.!:]?$/iu,
];

const mailHeader =
  /^(?:from|to|cc|bcc|sent|date|reply-to|von|an|gesendet|datum|de|à|envoyé|para|enviado|発信者|发件人|收件人|发送时间)\s*[:：]\s*\S/iu;
const mailSubject = /^(?:subject|betreff|objet|asunto|oggetto|onderwerp|主题)\s*[:：]\s*\S/iu;

const titleLabel = /^(?:title|headline|titel|titre|título|titolo|titulo|标题|题目)\s*[:：]\s*\S/iu;

/** Lines such as `From: Ann` stand together; alone they may be anything. */
function isMailHeader(line: Line, context: Context): boolean {
  if (!mailHeader.test(line.text)) return false;
  return ([1, -1] as const).some((step) => {
    const other = neighbour(line, context, step)?.text ?? '';
    return mailHeader.test(other) || mailSubject.test(other);
  });
}

/** The few lines below `--` name the sender of a mail. */
function isSignature(line: Line, context: Context): boolean {
  if (/^--$/u.test(line.text)) return true;
  for (let n = 1; n <= 6; n += 1) {
    const above = context.lines[line.index - n + 1];
    if (!above || above.blanksBefore > 0) return false;
    if (context.lines[line.index - n]?.text === '--') return true;
  }
  return false;
}

const loneReadMore =
  /^(?:read|see|also read|read also|related|more|lesen sie auch|lire aussi|lea también)(?: more| also)?\s*[:：]$/iu;

function followsReadMore(line: Line, before: Line | undefined): boolean {
  return before !== undefined && loneReadMore.test(before.text) && isHeadingShape(line.text);
}

const commentAge = /^\d{1,2}(?:mo|yr|[hdwmy])(?=\p{Lu})/u;

/** Social sites glue the age of a comment to its first word: `6moGreat`. The line before names who wrote it. */
function isSocialComment(line: Line, next: Line | undefined): boolean {
  if (commentAge.test(line.text)) return true;
  return next !== undefined && commentAge.test(next.text) && line.words <= 60;
}

/** Rules for what surrounds the text of an article, in order. */
export const storyRules: readonly Rule[] = [
  {
    name: 'social-comment',
    role: 'junk',
    class: 'boilerplate',
    max: 600,
    test: (line, context) => isSocialComment(line, neighbour(line, context, 1)),
  },
  {
    name: 'mail-date',
    role: 'date',
    class: 'metadata',
    max: 140,
    test: (line, context) =>
      /^(?:date|sent|datum|gesendet|envoyé|enviado)\s*:/iu.test(line.text) && isMailHeader(line, context),
  },
  { name: 'mail-header', role: 'junk', class: 'metadata', max: 400, test: isMailHeader },
  phraseRule('mail-subject', 'heading', [mailSubject], 200, 'title'),
  phraseRule('title-label', 'heading', [titleLabel], 220, 'title'),
  { name: 'signature', role: 'junk', class: 'boilerplate', max: 120, test: isSignature },
  phraseRule('mail-noise', 'junk', mailNoise, 200),
  phraseRule('licence', 'licence', licences, 320, 'metadata'),
  phraseRule('source-line', 'source', sources, 320, 'metadata'),
  phraseRule('web-address', 'junk', webAddresses, 2000),
  phraseRule('read-more', 'junk', readMores, 220),
  wordRule('read-more', 'junk', isReadAlso, 220),
  {
    name: 'read-more-title',
    role: 'junk',
    class: 'boilerplate',
    max: 200,
    test: (line, context) => followsReadMore(line, neighbour(line, context, -1)),
  },
  phraseRule('sign-off', 'junk', takingLeave, 320),
  {
    name: 'greeting',
    role: 'junk',
    class: 'boilerplate',
    max: 420,
    test: (line, context) => line.index < headLines && isGreeting(line, neighbour(line, context, 1)),
  },
  phraseRule('instruction', 'junk', instructions, 200),
  phraseRule('embedded-post', 'quote', [/^[—–-]{1,2}\s?.{1,60}\(@\w{1,30}\).{0,30}\d{4}$/u], 140, 'body'),
  {
    name: 'site-insert',
    role: 'junk',
    class: 'boilerplate',
    max: 70,
    test: (line) =>
      /^(?:recommended|suggested|sponsored|promoted|presented|provided|brought to you) by\b/iu.test(
        line.text,
      ) && !endsSentence(line.text),
  },
];
