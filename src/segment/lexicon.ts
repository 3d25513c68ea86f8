/** Word tables of the segmenter. Plural nouns, several languages where a word list is cheap. */

const monthNames = [
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?',
  'januar|jänner|februar|märz|mai|juni|juli|oktober|okt|dezember|dez',
  'janvier|janv|février|févr?|mars|avril|avr|juin|juillet|juil|août|septembre|octobre|novembre|décembre|déc',
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre',
  'gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre',
  'janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro',
  'januari|februari|maart|mei|augustus',
  'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря',
  'stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia',
  'januar|februar|marts|april|maj|juni|juli|august|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık',
  'يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر',
];

/** One alternation of month names, for building patterns. */
export const monthPattern = monthNames.join('|');

/** Words a sentence cannot end with: a line that does is cut. */
export const openWords: ReadonlySet<string> = new Set(
  (
    'the a an of to in and or for with that by from as at on is are was were be been has have had his her their its our my your ' +
    'until unless since before after towards upon without within this these those which who whose than into onto over under between about against among through during but nor not will would ' +
    'can could should may might must if when while because although also both either such ' +
    'der die das den dem des ein eine einen einem einer und oder von vom mit zu zum zur im am auf für bei nach aus über dass sich ist ' +
    'le la les un une des du de et ou à au aux pour par dans sur avec que qui est sont ' +
    'el los las una unos unas y o del al con para por en que se es son su sus ' +
    'il lo gli uno di da nel della e per che ' +
    'o os as um uma do da dos das em no na com ' +
    'и в на с по для не что как из от к о за при у'
  ).split(' '),
);

/** Words that tell nothing about a topic. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    'longer need needs new likely able instead less almost often always perhaps whether rather thing things become ' +
    'about above after again against all also although among and another any are around because been before being below between both ' +
    'but can could did does doing down during each even every few for from further had has have having here how however into its just ' +
    'last later like made make makes many may might more most much must never new next not now off one only other our out over own per ' +
    'said same say says see seen she should since some still such than that the their them then there these they this those three through ' +
    'today told too two under until upon very was way well were what when where which while who why will with within without would year ' +
    'years yet you your according become including used using first second people time day week month him his her hers will while ' +
    'eine einen einem einer und oder nicht auch sich sind wird werden wurde haben hatte nach beim über unter dass aber noch nur schon ' +
    'dans pour avec sont cette mais plus tout tous leur leurs être avoir fait comme entre sans selon ' +
    'para como pero este esta estos estas entre sobre también desde hasta cuando donde según'
  ).split(' '),
);

/** First words that tie a paragraph to the one before it. */
export const continuers: ReadonlySet<string> = new Set(
  (
    'additionally also moreover furthermore however but and yet still meanwhile therefore thus hence consequently instead indeed nevertheless ' +
    'nonetheless likewise similarly this these that those it its he she they his her their such considering as finally overall then ' +
    'außerdem jedoch doch aber zudem dennoch dies diese dieser er sie es ' +
    'cependant toutefois mais aussi ainsi enfin il elle ils elles ce cette ces ' +
    'además sin pero también así este esta estos'
  ).split(' '),
);

/** Labels that newspapers and sites put above a title. */
export const sectionNames: ReadonlySet<string> = new Set(
  (
    'opinion|opinions|comment|commentary|editorial|editorials|analysis|feature|features|interview|interviews|column|columns|columnists|' +
    'news|world|world news|local|national|international|politics|business|economy|finance|markets|technology|tech|science|health|' +
    'environment|climate|culture|arts|life|lifestyle|living|education|sport|sports|society|travel|food|books|letters|insight|insights|' +
    'entertainment|energy|innovation|research|space|security|defence|defense|media|people|in brief|briefs|news in brief|in depth|spotlight|' +
    'meinung|kommentar|wirtschaft|politik|kultur|wissenschaft|technik|gesellschaft|ausland|inland|panorama|regional|' +
    'société|économie|politique|monde|sciences|planète|tribune|' +
    'opinión|economía|política|cultura|ciencia|mundo|sociedad|deportes|' +
    '评论|观点|要闻|国际|财经|科技|社会|文化|体育'
  ).split('|'),
);

/** Word ends that are no words: a hyphen before one is left from a line break. */
export const bareSuffixes: ReadonlySet<string> = new Set(
  (
    'tion tions tional sion sions fied fies fying tive tives ment ments mental ness ture tures bility bilities cally ity ities ence ences ' +
    'ance ances ously ative ization izations isation izing ising ized ised izes ically ations ation ating ated ingly edly ently antly ' +
    'ers ing ings ness nesses ful ible ably gy cy cial tial tially cient ciency'
  ).split(' '),
);
