/** Words of many languages that stand beside articles. Lists are sorted by language group, not by frequency. */

function whole(parts: readonly string[]): RegExp {
  return new RegExp(`^\\W*(?:${parts.join('|')})[^\\p{L}\\p{N}]*$`, 'iu');
}

function opening(parts: readonly string[]): RegExp {
  return new RegExp(`^[^\\p{L}\\p{N}]*(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}

/** Lines that are no prose wherever they stand. */
export const never = whole([
  'advert(?:isement|ising)?|ad|iklan|publicidade|publicidad|publicité|werbung|anzeige|pubblicità|реклама|annons|annonce|reklama?|reklame|mainos|advertentie|hirdetés|publicitate|oglas|διαφήμιση|quảng cáo|広告|广告|廣告|광고|إعلان|פרסומת',
  'comments?|kommentare?|commentaires|comentarios|comentários|commenti|komentarze|yorumlar|reacties|комментарии|コメント|评论|댓글',
  'share(?: this)?(?: article| story| post)?|teilen|partager|compartir|compartilhar|condividi|udostępnij|delen|dela|поделиться|シェア|分享|공유',
  'sponsored(?: content)?|caption|loading|read more|continue reading|view author archive|email the author|print|drucken|imprimer|imprimir|stampa|drukuj|email|get short url|most read|trending|newsletter|sign up|log in|sign in|subscribe|follow us|skip to .{3,30}',
  'image \\d+ of ?\\/? ?\\d+|this slideshow requires javascript|story continues below.{0,40}|article continues.{0,40}|\\d+ min(?:ute)?s? read|reading time:? .{0,20}|lesezeit:? .{0,20}|back to top|nach oben|zurück|(?:\\[|\\()?(?:edit|hide)(?:\\]|\\))?',
]);

/** Who owns the page, in a line of its own. */
const owners = [
  '©|\\(c\\) ?(?:19|20)\\d\\d|copyright (?:©|\\(c\\)|(?:19|20)\\d\\d)|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados|tutti i diritti (?:sono )?riservati|wszelkie prawa zastrzeżone|все права защищены|всі права захищені|alle rechten voorbehouden|tüm hakları saklıdır|με επιφύλαξη παντός',
];
const owned =
  /版权所有|版權所有|无断转载|無断(?:転載|複写)|無斷轉載|무단 ?(?:전재|복제|배포)|all rights reserved\W*$|责任编辑|責任編輯/iu;

export function isOwnership(text: string): boolean {
  return text.length < 400 && (opening(owners).test(text) || (text.length < 200 && owned.test(text)));
}

/** Begins a pointer to another page. */
export const pointer = opening([
  'related|read (?:more|also|next|the full)|also (?:read|on|see)|see also|more (?:on|from|stories|great|news)|more:|watch(?: now)?:|don.t miss|recommended',
  'lesen sie (?:auch|mehr)|lies auch|mehr zum thema|siehe auch|lees ook|lees meer|läs (?:också|även|mer)|læs også|les også|lue myös',
  'lire (?:aussi|également)|à lire|voir aussi|leia (?:mais|também)|veja (?:mais|também)|leggi anche|lea también|lee también|le(?:e|a) más|te puede interesar|también te puede|mira también|citește și|llegeix també',
  'czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)|čtěte (?:také|též)|přečtěte si|prečítajte si|pročitajte i|читайте (?:также|також|ещё|еще)|см\\. также|olvassa el|kapcsolódó|διαβάστε (?:επίσης|ακόμα|ακόμη|και|περισσότερα)|δείτε (?:επίσης|ακόμα)',
  'baca juga|ilginizi çekebilir|ayrıca okuyun|xem thêm|あわせて読みたい|関連記事|延伸阅读|相关(?:阅读|新闻|链接)|推荐阅读|관련 ?기사|اقرأ أيض|قد يهمك|קראו (?:גם|עוד)|बھی پڑھیں|यह भी पढ़ें',
]);

/** A heading or label above pointers. */
export const listLabel = whole([
  '(?:you (?:may|might) (?:also )?(?:like|be interested)|related|recommended|more(?: (?:from|on|stories|great|news|like|to|in) .{0,40})?|read (?:more|next|also)|popular|trending|top stories|latest|most (?:read|popular)|what to read next|keep reading|comments?|leave a (?:reply|comment)|tell us what you think|share this.{0,20}|about the author|tags|filed under|topics|also in .{0,30}|follow us.{0,30}|sources?|newsletter|sign up.{0,40})',
  'related (?:articles?|posts?|stories|news|content)|further reading|lesen sie (?:auch|mehr)|mehr zum thema|ähnliche (?:beiträge|artikel)|das könnte (?:sie|dich|ihnen) auch.{0,30}|weitere (?:artikel|beiträge|meldungen).{0,30}|meistgelesen|schlagwörter|gerelateerd.{0,20}|lees ook|meest gelezen|relaterade? .{0,20}|läs (?:också|mer)|mest lästa|læs også|les også',
  'lire aussi|à lire aussi|sur le même (?:sujet|thème)|articles? (?:liés|similaires|connexes)|les plus lus|mots[- ]clés|leia (?:mais|também)|artigos relacionados|veja também|mais lidas|artículos relacionados|noticias relacionadas|te puede interesar|también te puede interesar|lo más (?:leído|visto)|lee también|etiquetas|articoli correlati|leggi anche|potrebbe(?:ro)? interessarti.{0,20}|i più letti',
  'читайте также|похожие.{0,20}|по теме|материалы по теме|самое читаемое|теги|czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)|polecane|najczęściej czytane|tagi|čtěte také|související.{0,20}|kapcsolódó.{0,20}|διαβάστε (?:επίσης|ακόμα|ακόμη)|σχετικά.{0,20}|δημοφιλή|ετικέτες',
  'baca juga|berita terkait|terpopuler|ilgili haberler|ilginizi çekebilir.{0,20}|etiketler|tin liên quan|関連(?:記事|ニュース|リンク)|あわせて読みたい|(?:アクセス)?ランキング|タグ|相关(?:阅读|新闻|链接|报道)|延伸阅读|推荐阅读|热门.{0,10}|标签|관련 ?(?:기사|뉴스)|인기.{0,10}|태그|مواضيع ذات صلة|اقرأ أيضا?ً?|כתבות נוספות|תגיות',
]);

export const dateLine =
  /^\W*(?:(?:posted|published|updated|last updated|modified|created|on|am|le|publicado|publié)\b.{0,30})?.{0,24}\b(?:(?:19|20)\d\d|\d{1,2}:\d\d)\b.{0,40}$/iu;

/** The words of a line, whatever signs and spaces stand between and however they are written: to compare lines by. */
export function foldWords(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).join(' ');
}
