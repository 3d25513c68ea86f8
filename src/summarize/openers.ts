/**
 * Words at the beginning of a sentence that point outside it, by language: pronouns, connectives, and phrases that
 * take up what was said before ("since then", "some of them", "the incident").
 */
const openers: { [language: string]: RegExp } = {
  en: wordsOf(
    'he|she|it|they|his|hers?|ours?|mine|yours|its|their|theirs|them|him',
    'but|and|or|yet|so|because|however|still|meanwhile|also|instead|then|though|although|nevertheless|nonetheless',
    'moreover|furthermore|besides|additionally|therefore|thus|hence|otherwise|similarly|likewise|indeed|nor|not so',
    'this|that|these|those|such|there|here|both|neither|another|others(?! (?:in|at|on|of|from|who)\\b)|which|afterwards?|later|earlier|until then',
    'the (?:move|decision|former|latter|same|others?|two|three|pair|duo|trio|couple|incident|man|woman|boy|girl)',
    '(?:the (?:\\p{L}+est|first|last|rest|second|third|worst|best|most|least|only|eldest|\\p{L}+er)|all|any|both|each|either|few|half|many|more|most|much|neither|none|one|some|several|two|three|four) of (?:it|them|these|this|those|that|which|whom)',
    '(?:after|before|since|until|despite|besides|like|unlike|because of|as a result of|in spite of|with|to) (?:that|this|these|those|it|them)(?! \\p{L}+s?\\b[^,]{0,30} (?:who|which)\\b)',
    'since then|from then on|by then|even (?:so|then|now)|at (?:the same|that) (?:time|point|moment)|at this point',
    'for (?:example|instance|(?:his|her|its|their) part)|in (?:addition|contrast|fact|other words|the same way|this way|that way|turn)',
    '(?:in|on|at|with|for|during|under|over|through|by|from|amid|among|beyond|within) (?:it|them|this|that|these|those|all (?:this|that|these))',
    'essentially|basically|specifically|elsewhere|of course|sure enough|in (?:short|turn|particular|response|return)|more importantly|by comparison',
    'as (?:such|a result|a consequence)|on the other hand|by contrast|what is more|to (?:that|this) end',
    '(?:a|one|two|three|some|several|many|\\d+) (?:minutes?|hours?|days?|weeks?|months?|years?|decades?) (?:later|earlier|before|on)',
  ),
  fr: wordsOf(
    "il|elle|ils|elles|lui|leur|ce|cela|ça|ceci|c['’]est|cette|ces|cet|son|sa|ses|leurs|celui|celle|ceux|celles|y",
    'mais|et|ou|or|donc|car|pourtant|cependant|toutefois|néanmoins|ainsi|alors|puis|ensuite|enfin|aussi|certes|depuis lors',
    "d['’]ailleurs|en effet|par exemple|de plus|en outre|en revanche|par ailleurs|du coup|d['’]où|dès lors|après cela",
  ),
  de: wordsOf(
    'er|sie|es|ihm|ihn|ihnen|ihre?[mnrs]?|seine?[mnrs]?|dies(?:e[mnrs]?)?|jene[mnrs]?|dessen|deren|das (?:ist|war|sagte|habe|hat|sei|wäre)',
    'aber|und|oder|denn|doch|jedoch|deshalb|deswegen|daher|darum|dennoch|trotzdem|außerdem|zudem|ferner|überdies',
    'dann|danach|daraufhin|seitdem|seither|vorher|nachher|so|also|auch|somit|folglich|dort|hier|dabei|dafür|damit|dagegen|daran|darauf|daraus|darin|davon|dazu|allerdings|hingegen|vielmehr|stattdessen',
  ),
  es: wordsOf(
    'él|ella|ellos|ellas|esto|eso|ello|esta?|este|estos|estas|ese|esa|esos|esas|su|sus|aquel|aquella',
    'pero|y|o|además|también|sin embargo|no obstante|por (?:eso|ello|esto|tanto|lo tanto|consiguiente)|entonces|así|luego|después|ahí|allí|aun así|en cambio|de hecho|por ejemplo|asimismo|aunque',
  ),
  it: wordsOf(
    'egli|ella|lui|lei|esso|essa|essi|esse|loro|gli|ciò|questo|questa|questi|queste|quello|quella|suo|sua|suoi|sue',
    "ma|e|ed|o|però|tuttavia|quindi|dunque|perciò|poi|inoltre|infatti|anche|così|allora|invece|eppure|nonostante ciò|per questo|dopodiché|lì|qui|c['’]è",
  ),
  pt: wordsOf(
    'ele|ela|eles|elas|isto|isso|aquilo|este|esta|estes|estas|esse|essa|esses|essas|seu|sua|seus|suas|lhe',
    'mas|e|ou|porém|contudo|todavia|no entanto|portanto|por isso|assim|então|depois|além disso|também|aí|ali|por exemplo',
  ),
  nl: wordsOf(
    'hij|zij|ze|het is|dit|dat|deze|die|zijn|haar|hun|hem|hen',
    'maar|en|of|want|toch|echter|daarom|dus|bovendien|ook|dan|daarna|vervolgens|toen|daar|hier|daarbij|daarmee|daardoor|desondanks|niettemin',
  ),
  ru: wordsOf(
    'он|она|они|оно|его|её|ее|их|ему|ей|им|ним|него|неё|них|это|этот|эта|эти|этого|этому|тот|та|те|свой|своя|своё',
    'но|и|а|или|однако|поэтому|там|тут|здесь|также|тогда|затем|потом|после этого|кроме того|при этом|зато|впрочем|так|тем не менее|более того|между тем|например',
  ),
  ar: wordsOf(
    'هو|هي|هم|هن|هما|هذا|هذه|ذلك|تلك|هؤلاء|أولئك|لكن|لكنه|لكنها|لكنهم|ولكن|ولكنه|ولكنها|ثم|كما|أيضا|أيضًا|لذلك|ولذلك|هناك|هنا|وقال|وقالت|وقالوا|وأضاف|وأضافت|وأوضح|وأوضحت|وأكد|وأكدت|وهو|وهي|وهذا|وهذه|وكان|وكانت|فيما|بينما|غير أن|إلا أن|ومع ذلك|بعد ذلك',
  ),
  he: wordsOf(
    'הוא|היא|הם|הן|זה|זו|זאת|אלה|אבל|אך|אולם|גם|לכן|אז|אחר כך|שם|כאן|בנוסף|עם זאת|למרות זאת|והוא|והיא|והם|לדבריו|לדבריה|לדבריהם',
  ),
  // Written without spaces: what begins so is taken to begin with the word.
  zh: /^(?:他|她|它|他们|她们|它们|这|那|但|但是|而|而且|因此|所以|然而|不过|同时|此外|另外|于是|其中|对此|随后|之后|后来|该|此|其|也|這|他們|她們|它們|於是|對此|同時|隨後|之後|後來|雖然|該)/u,
  ja: /^(?:彼|彼女|彼ら|それ|これ|あれ|その|この|あの|そこ|ここ|しかし|だが|だから|けれど|でも|また|そして|さらに|その後|一方|ただ|ただし|なお|つまり|たとえば|例えば|そのため|同氏|同社|同市|同町)/u,
  ko: /^(?:그는|그가|그의|그녀|그들|이는|이것|그것|저것|이에|이를|그러나|하지만|그리고|그래서|그런데|또한|또|따라서|그러면|이후|그 후|한편|반면|여기|거기)/u,
};

function wordsOf(...lists: string[]): RegExp {
  return new RegExp(`^(?:${lists.join('|')})(?![\\p{L}\\p{M}\\p{N}])`, 'iu');
}

/** Signs that may stand before the first word. */
const before = /^[\s"'“”‘’«»„‚「『（(¿¡—–[-]+/u;

/** Whether the words of a language that point outside are known. */
export function knowsOpeners(language: string): boolean {
  return Object.hasOwn(openers, language.split('-')[0] ?? '');
}

/** A connective between commas takes up what was said before as much as one at the beginning. */
const inserted =
  /^[^,;:.!?]{3,80}, (?:however|therefore|meanwhile|moreover|nevertheless|for (?:example|instance)|by contrast|in turn),/iu;

/** Whether a sentence opens with a word that needs what stood before it. */
export function pointsOutside(text: string, language: string): boolean {
  const own = language.split('-')[0] ?? '';
  if (own === 'en' && inserted.test(text)) return true;
  return (Object.hasOwn(openers, own) && openers[own]?.test(text.replace(before, ''))) === true;
}
