import { isReadingTime } from '../dates.ts';
import type { Line } from '../lines.ts';
import { endsSentence, isAllCaps, isHeadingShape } from '../shapes.ts';
import { type Context, neighbour, phraseRule, type Rule, wordRule } from './rule.ts';
import { isAdvertisementHead, isButton, isCommentHead, isCookieNotice, isListHead } from './site-words.ts';

/** Words of the site around an article: each says nothing of its own. */

const navigation = [
  /^(?:home(?:page)?|menu|search|log ?(?:in|out)|sign ?(?:in|up|out)|register|subscribe(?: now)?|close|ok|cancel|next|previous|prev|back|more|loading[. …]*|play|watch|listen(?: live)?|live(?: tv)?|image|video|videos|gallery|photo|photos|podcast|newsletters?|share|tweet|print|e-?mail|save|copy link|copied|follow|followers|like|likes|reply|report|edit|settings|notifications|sections|x|×|✕|donate|donate now|contact(?: us)?|about(?: us)?|privacy(?: policy)?|terms(?: of (?:use|service))?|cookie policy|sitemap|site map|advertise(?: with us)?|careers|faqs?|help|loading)$/iu,
  /^(?:home|start|startseite|accueil|inicio|首页|главная)\s*[>›»→/|].{0,160}$|^[^>›»]{1,40}(?:\s*[>›»]\s*[^>›»]{1,60}){2,6}$/iu,
  /^(?:字号|字体|阅读量?|浏览量?|点击量?|view count|font size|text size|schriftgröße)\s*[:：].{0,30}$/iu,
  /^.{0,60}\b(?:requires|enable|turn on|activate) javascript\b.{0,80}$/iu,
  /^A[+-]?(?:[ |/]+A[+-]?){1,3}$/u,
  /^skip to\b|^(?:back|return) to (?:top|home|homepage)|^jump to\b|^toggle\b|^scroll\b|^(?:tap|click|swipe)\b.{0,60}$/iu,
  /^(?=.*\p{L})(?:facebook|twitter|x|instagram|youtube|linkedin|pinterest|whatsapp|telegram|reddit|tumblr|flipboard|weibo|wechat|google\+?|google plus|rss(?: feed)?|messenger|email|e-mail|print|link|copy|bluesky|mastodon|threads|[^\p{L}])+$/iu,
  /^(?:startseite|menü|suche|anmelden|abmelden|registrieren|schließen|zurück|weiter|nach oben|impressum|datenschutz|kontakt|drucken|merken|teilen|accueil|rechercher|connexion|s'abonner|abonnez-vous|fermer|imprimer|mentions légales|inicio|buscar|iniciar sesión|suscríbase|suscríbete|cerrar|imprimir|главная|поиск|войти|首页|登录|注册|搜索|返回顶部|返回首页|打印|关闭)$/iu,
];

const sharing = [
  /^(?:share|tweet|pin|e-?mail|send|print)(?: (?:this|on|via|to|with|the|article|story|post|it|link|page|facebook|twitter|email|friend)\b.*)?:?$/iu,
  /^\+?\s?(?:like|comment|share|repost|send|reply|save|follow|react|report)(?:[\s·|•]+(?:like|comment|share|repost|send|reply|save|follow|react|report))*$/iu,
  /^sharing is caring[!.]?$|^.{0,30}\bsharing options$/iu,
  /^(?:click to (?:share|print|e-?mail)|share (?:this|on|via)|like this|like loading|follow (?:us|@|.{0,40} on )|connect with|find us on|join us (?:on|at)|join the (?:conversation|discussion) on)\b.{0,80}$/iu,
  /^(?:artikel (?:teilen|drucken|merken)|beitrag teilen|teilen|folgen sie uns|partager|suivez-nous|compartir|síguenos|condividi|seguici|поделиться|分享到?|扫一扫|扫码|关注我们|分享至)(?![\p{Script=Latin}\p{Script=Cyrillic}]).{0,60}$/iu,
  /^\d+(?:[.,]\d+)?k?\s*(?:shares?|likes?|views?|retweets|followers|reactions?|claps?)\b.{0,20}$/iu,
];

const advertising = [
  /^(?:advertisements?|ads?|sponsored(?: (?:content|links?|stories|by .{0,40}))?|promoted(?: .{0,30})?|paid (?:post|content)|story continues (?:below|after).{0,40}|article continues (?:below|after).{0,40}|ad feedback|scroll to continue.{0,40}|supported by|anzeige|werbung|publicité|publicidad|pubblicità|реклама|广告)[:.]?$/iu,
  /^(?:-+\s*)?advertisement\b.{0,40}$/iu,
  /^advertise (?:in|on|with)\b.{0,40}$/iu,
];

const subscribing = [
  /\b(?:subscribe|sign up|signing up|register|join)\b.*\b(?:newsletters?|inbox|mailing list|e-?mail updates|alerts|updates|our readers|digest)\b/iu,
  /\b(?:newsletters?|inbox|mailing list)\b.*\b(?:subscribe|sign up|delivered|mailed|join)\b/iu,
  /^(?:subscribe|sign up|join|get|want)\b.{0,120}\b(?:newsletters?|inbox|e-?mails?|updates|notifications|alerts|browser)\b/iu,
  /^(?:you (?:are |were )?receiv|you(?:'|’)re receiving|you got this|sie erhalten dies|vous recevez ce|recibes est)\p{L}*\b.{0,200}$/iu,
  /\bsubscribe (?:for free|now|today|here|below|to (?:read|keep|continue|support|receive|get))\b/iu,
  /^(?:subscribe|unsubscribe|manage (?:my |your )?(?:subscription|preferences|account)|view (?:this (?:e-?mail|message) )?in (?:your )?browser|follow by e-?mail|e-?mail address|your e-?mail|enter your e-?mail|already a (?:subscriber|member)|become a (?:subscriber|member)|support (?:us|independent|our))\b.{0,120}$/iu,
  /\b(?:newsletter (?:abonnieren|bestellen)|jetzt abonnieren|abonnieren sie|inscrivez-vous|abonnez-vous|suscríbete|suscríbase|iscriviti|подпи(?:шитесь|сывайтесь))(?!\p{L})/iu,
  /^(?:receba|cadastre-se|assine|inscreva-se|recibe|regístrate|apúntate|ricevi|erhalten sie|recevez|zapisz się)\b.{0,120}\b(?:e-?mails?|newsletters?|correo|mail|ebooks?|boletín|gratuit\p{L}*|grátis|gratis|kostenlos)\b/iu,
  /(?:订阅|关注)(?:我们|本|微信|公众号)/u,
];

/** What a mailing list or service puts around the mails it sends. */
const unsubscribing = [
  /\b(?:to|can|may|please|or|click here to) un-?subscribe\b.{0,200}$|^un-?subscribe\b.{0,80}$|\bun-?subscribe(?: (?:here|now|at any time|instantly|below|from (?:this|these|our|all|future|the))\b.{0,80}|[.:!]?$)/iu,
  /^(?:to|if you (?:wish|want|would like|prefer|no longer|do not|don['’]t)|you (?:can|may)|click here to|please)\b.{0,60}\b(?:be removed|remove (?:yourself|your)|stop receiving|receive (?:future|these|our|fewer|no)|(?:change|update|modify|manage|edit) your (?:subscri|e-?mail|mailing|preferences|profile|account|settings|details|options))/iu,
  /^(?:(?:change|update|manage|edit|set) (?:your )?(?:e-?mail |subscription |mailing )?(?:preferences|settings|subscriptions?|profile|options)|e-?mail (?:preferences|settings)|forward (?:this |it )?(?:e-?mail )?to a friend|add us to your address book|view (?:it |this (?:e-?mail|message|newsletter) )?(?:online|on the web|as a web ?page|in (?:a|your|the) (?:web ?)?browser|in full[ -]colou?r)|(?:having )?trouble (?:viewing|reading)|can['’]t (?:see|read) this|to (?:view|read|see) this (?:e-?mail|message|newsletter))\b.{0,160}$/iu,
  /^(?:this (?:e-?mail|message|newsletter|mailing) (?:was|is|has been) (?:sent|delivered|mailed)|(?:the|your) (?:subscribed |registered )?e-?mail address (?:for|on|is)|your subscribed|you(?:['’]re| are| have been)? (?:currently )?(?:subscribed|signed up|on (?:the|our) (?:mailing )?list|receiving this)|our (?:mailing |postal )?address is|why did (?:i|you) get this|sent (?:to|by) \S+@)\b.{0,200}$/iu,
  /^(?:newsletter |hier |vom newsletter |e-?mail )?(?:abmelden|abbestellen|austragen)\b.{0,80}$|\b(?:newsletter|verteiler|mailingliste)\b.{0,80}\b(?:abmelden|abbestellen|austragen)|^(?:wenn sie|möchten sie|falls sie)\b.{0,120}\b(?:newsletter|e-?mails?)\b.{0,60}\b(?:nicht mehr|keine|abmelden|abbestellen)|^(?:im browser|online) (?:ansehen|lesen|öffnen|anzeigen)/iu,
  /\b(?:se |vous )?(?:désabonner|désinscrire|désinscription|désabonnement)(?!\p{L})|^(?:voir|lire|afficher|consulter)\b.{0,40}\b(?:navigateur|en ligne)\b|\b(?:darse de baja|date de baja|cancelar (?:la|tu|su) suscripción|anular la suscripción)\b|^ver\b.{0,40}\bnavegador\b|\b(?:annulla l['’]iscrizione|disiscriviti|cancellati)\b|отписаться|退订|取消订阅/iu,
];

/** Who makes the newsletter and where to write to them. */
const contacts = [
  /^(?=[^@]{0,280}[\w+-]@[\w-]+\.\w).{0,200}\b(?:contact|written by|edited by|copy ?edited|editors?|publishers?|advertis\p{L}*|feedback|questions?|comments?|suggestions?|tips|write to|e-?mail (?:us|me)|send (?:us|me|your)|(?:be )?reach(?:ed)? (?:us|me|at)|have a tip|redaktion|kontakt|rédaction|redacción)\b/iu,
];

const legal = [
  /^(?:©|\(c\)|copyright\b)/iu,
  /\ball rights reserved\b|\balle rechte vorbehalten\b|\btous droits réservés\b|\btodos los derechos reservados\b|\btodos os direitos reservados\b|\btutti i diritti riservati\b|wszelkie prawa zastrzeżone|все права защищены|版权所有|未经授权|无断转载|無断転載/iu,
  /^(?:by (?:using|clicking|signing|continuing|subscribing|submitting|entering)|read our|see our|please (?:read|see|review)|i (?:agree|accept)|i have read|your use of|use of this|privacy|terms|user agreement|datenschutz)\b.{0,260}$/iu,
  /^(?:re-?distribution|re-?production|re-?printing|re-?publication|forwarding)\b.{0,60}\b(?:permitted|prohibited|allowed|forbidden|encouraged|welcome)\b/iu,
  /^(?:this (?:site|website|page)|the views (?:and opinions )?expressed|disclaimer\b|powered by|designed by|proudly powered|theme by|hosted by|created with)\b/iu,
];

const cookieNotices = [
  /\bcookies?\b.*\b(?:websites?|site|browsing|browser|consent|policy|accept|improve|experience)\b|\b(?:website|site|consent|accept)\b.*\bcookies?\b/iu,
];

const relatedHeads = [
  /^(?:related|similar|further|recommended|suggested|featured|popular|trending|recent|latest|random|hot|breaking|other|more|most|top|sponsored|promoted|must)(?: (?:related|read|reads|reading|viewed|popular|shared|commented|recent|emailed|news|stories|story|articles?|posts?|headlines|topics?|content|coverage|links?|items?|videos?|photos?|comments?|picks?|now|today|for you|like this(?: one)?|by|from .{1,40}|in .{1,40}|on .{1,40}|to .{1,30}))+[^\p{L}\p{N}]*$/iu,
  /^(?:related|similar|recommended|popular|trending|featured|recommended for you|most popular|most read)\s*:?$/iu,
  /^(?:you (?:may|might|could) (?:also |be )?(?:like|enjoy|interested|want)|don['’]t miss|up next|next up|read next|what to read next|also (?:on|in|see|read)\b|see also\b|our picks|editor['’]?s'?['’]? (?:picks?|choice|note)|around the web|from (?:the|around the) web|from our (?:partners|sponsors)|from the archive|what['’]s (?:new|hot)|next (?:post|article|story)|previous (?:post|article|story)|the latest|explore more|news in pictures|follow by e-?mail)\b(?!.*[.!?]$).{0,50}$/iu,
  /^(?:tags?|topics?|keywords|filed under|categor(?:y|ies)|posted in|labels?|themen|schlagwörter|mots-clés|étiquettes|etiquetas|теги|метки|标签|关键词)(?:\s*[:：]|$)/iu,
  /^(?:about the authors?|meet the author|sobre (?:o autor|a autora|el autor|la autora)|über (?:den autor|die autorin)|à propos de l['’]auteure?|sull['’]autore|об авторе|author archives?|view (?:all|more) (?:posts|articles|stories)|see all|show all|all news|site index|quick links|useful links|photo gallery|story timeline|upcoming events|archives?|blogroll|meta)\b.{0,60}$/iu,
  /^(?:about|sobre|über|à propos de|acerca de)(?:\s\p{Lu}[\p{L}.'’-]+){2,3}$/u,
  /^(?:mehr zum thema|weitere (?:artikel|nachrichten|meldungen|themen)|meistgelesen|das könnte sie auch interessieren|verwandte (?:artikel|themen)|auch interessant|à lire aussi|lire aussi|sur le même (?:sujet|thème)|articles? (?:liés|similaires|récents)|les plus lus|te puede interesar|más leíd[oa]s|artículos relacionados|noticias relacionadas|leggi anche|articoli correlati|читайте также|похожие|相关(?:阅读|新闻|文章|推荐|链接)|延伸阅读|推荐阅读|热门(?:文章|新闻)|猜你喜欢)(?![\p{Script=Latin}\p{Script=Cyrillic}]).{0,40}$/iu,
];

const commentHeads = [
  /^(?:leave|post|add|write|submit) (?:a|your|new) (?:reply|comment|response)s?\b.{0,60}$/iu,
  /^(?:\(?\d+\)?\s+)?(?:comments|replies|responses|thoughts on|reader comments|kommentare|leserkommentare|commentaires|comentarios|commenti|комментари[ийев]+|评论|网友评论|コメント)(?:\s*[:：(]?\s*\(?\d*\)?)?$/iu,
  /^(?:as you comment|please (?:be respectful|keep (?:your )?comments)|(?:our |all |read our )?comments? (?:policy|guidelines|rules|are (?:moderated|reviewed))|be respectful|(?:atenção|atención|attention|achtung)[:,!] (?:os )?(?:coment|kommentar|commenta))\b.{0,400}$/iu,
  /^(?:\d+ (?:comments?|replies|responses|thoughts)\b|(?:view|show|hide|load|read|all|see) (?:all |more |\d+ )?(?:comments|replies)\b|join the (?:conversation|discussion)(?! on\b)|share your thoughts|be the first to comment|comments (?:are closed|powered by)|blog comments powered|kommentar (?:schreiben|hinterlassen|verfassen)|schreiben sie einen kommentar|laisser un commentaire|deja (?:un|una) (?:comentario|respuesta)|lascia un commento|добавить комментарий|发表评论|我要评论|post comment|no comments|discussion about this post)(?![\p{Script=Latin}\p{Script=Cyrillic}]).{0,60}$/iu,
];

const commentTime =
  /^(?:.{0,30}\s)?(?:\d{1,3}|an?|vor \d+|il y a \d+|hace \d+) (?:min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?|stunden?|tagen?|heures?|jours?|horas?|días?)(?: ago)?(?:\b.{0,30})?$/iu;

/** Capitals to the end of a sentence: what stands under the word `ADVERTISEMENT`. */
function isShouted(line: Line): boolean {
  return isAllCaps(line.text) && endsSentence(line.text);
}

const menuWords = new Set(
  'home about contact news archive archives search login register shop blog events faq help menu startseite kontakt accueil inicio'.split(
    ' ',
  ),
);

/** A menu that was pasted as one line: capitalized words, two or more of them known from menus. */
function isMenuLine(line: Line): boolean {
  const words = line.text.split(/[\s|/·•]+/u).filter((w) => w !== '');
  if (words.length < 3 || words.length > 14 || words.some((w) => !/^[\p{Lu}&]/u.test(w))) return false;
  return words.filter((w) => menuWords.has(w.toLowerCase())).length >= 2;
}

/** Words that say a time lies back. */
const back = /ago|^vor|^il y a|^hace/iu;

function isTimeBack(text: string): boolean {
  return text.length <= 70 && back.test(text) && commentTime.test(text);
}

/** Lines such as `2 days ago` that recur within a few lines are under comments. */
function isCommentTime(line: Line, context: Context): boolean {
  if (!isTimeBack(line.text) || standsUnderTitle(line, context)) return false;
  const near = context.lines.slice(Math.max(0, line.index - 11), line.index + 12);
  return near.some((l) => l !== line && isTimeBack(l.text));
}

/** Whether a title stands right above and a long text right below, as in a list of what was read. */
function standsUnderTitle(line: Line, context: Context): boolean {
  const [before, after] = [neighbour(line, context, -1), neighbour(line, context, 1)];
  return (
    before !== undefined &&
    before.words >= 5 &&
    isHeadingShape(before.text) &&
    after !== undefined &&
    after.words >= 15
  );
}

function isAdvertising(line: Line | undefined): boolean {
  return line !== undefined && line.text.length <= 120 && advertising.some((p) => p.test(line.text));
}

const frame = /^[-=_*~+#]{5,}$/u;
/** Lines an advertisement between two rows of signs may have. */
const frameLines = 10;

/** Newsletters in plain text frame advertisements: a row, the word, a row, the advertisement, a row. */
function isFramed(line: Line, context: Context): boolean {
  if (frame.test(line.text)) return false;
  for (let n = 1; n <= frameLines; n += 1) {
    const above = context.lines[line.index - n];
    if (!above) return false;
    if (frame.test(above.text)) return isAdvertising(context.lines[line.index - n - 1]);
  }
  return false;
}

/** Rules for the site around the article, in order. */
export const siteRules: readonly Rule[] = [
  {
    name: 'reading-time',
    role: 'date',
    class: 'metadata',
    max: 140,
    test: (l, context) => isReadingTime(l.text) || (isTimeBack(l.text) && standsUnderTitle(l, context)),
  },
  wordRule('comment-form', 'form', isCommentHead, 120),
  phraseRule('comment-form', 'form', commentHeads, 400),
  { name: 'comment-time', role: 'form', class: 'boilerplate', max: 70, test: isCommentTime },
  phraseRule('advertisement', 'junk', advertising, 120),
  wordRule('advertisement', 'junk', isAdvertisementHead, 30),
  {
    name: 'advertisement-text',
    role: 'junk',
    class: 'boilerplate',
    max: 1200,
    test: (line, context) =>
      (isShouted(line) && isAdvertising(neighbour(line, context, -1))) || isFramed(line, context),
  },
  { name: 'menu-line', role: 'junk', class: 'boilerplate', max: 120, test: isMenuLine },
  phraseRule('navigation', 'junk', navigation, 90),
  phraseRule('share-bar', 'junk', sharing, 160),
  wordRule('navigation', 'junk', isButton, 60),
  phraseRule('related-list', 'list-head', relatedHeads, 110),
  wordRule('related-list', 'list-head', isListHead, 60),
  phraseRule('unsubscribe', 'junk', unsubscribing, 320),
  phraseRule('contact-line', 'junk', contacts, 280),
  phraseRule('subscribe', 'junk', subscribing, 300),
  phraseRule('cookie-notice', 'junk', cookieNotices, 700),
  wordRule('cookie-notice', 'junk', isCookieNotice, 300),
  phraseRule('legal-notice', 'junk', legal, 300),
];
