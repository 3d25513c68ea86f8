/**
 * Function words by language (ISO 639-1), lower-case: articles, pronouns, prepositions, conjunctions, auxiliaries.
 * They carry no theme, and a capitalized one is good evidence that a new sentence begins.
 */
const tables: Readonly<Record<string, string>> = {
  en: `a about above across after again against all almost along already also although always am among an and
    another any anyone anything are around as at away be became because become been before being below
    between both but by can cannot could did do does doing done down during each either else enough even
    ever every everyone few for from had has have having he her here hers herself him himself his how
    however i if in instead into is it its itself just least less let many may me might mine more most much must my
    myself neither never no nobody none nor not nothing now of off often on once one only onto or other
    others our ours ourselves out over own per perhaps quite rather same several shall she should since so
    some someone something still such than that the their theirs them themselves then there therefore these they this
    those though through thus to too toward towards under until up upon us very was we were what whatever
    when where whether which while who whom whose why will with within without would yet you your yours
    yourself don't doesn't didn't isn't aren't wasn't weren't won't can't couldn't wouldn't shouldn't
    hasn't haven't hadn't i'm i've i'll i'd you're you've he'd he'll she'd she'll we're we've we'll
    they're they've they'll`,
  de: `aber alle allem allen aller alles als also am an andere anderen anderer anderes auch auf aus bei beim
    bereits bis bin bist da dabei dadurch dafür damit danach dann daran darauf darum das dass davon dazu
    dein deine dem den denen denn dennoch der deren des deshalb dessen die dies diese diesem diesen dieser
    dieses doch dort du durch ein eine einem einen einer eines einige er erst es etwa etwas euch euer für gegen
    gibt hab habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im
    immer in indem ins ist ja jede jedem jeden jeder jedes jedoch jetzt kann kein keine keinen können
    könnte man manche mehr mein meine mit muss müssen nach nachdem nicht nichts noch nun nur ob oder ohne
    schon sehr seien sein seine seinem seinen seiner seit selbst sich sie sind so sogar soll sollen sollte sondern
    sonst sowie über um und uns unser unsere unter viel viele vom von vor während wann war waren warum was
    weil weiter welche welcher wenn wer werden wie wieder will wir wird wo wurde wurden würde zu zum zur
    zwar zwischen`,
  fr: `à ai alors après as au aucun aucune aujourd'hui aussi autre autres aux avaient avait avant avec avez
    avoir avons ayant bien c car ce ceci cela celle celles celui cependant ces cet cette ceux chaque chez ci comme
    comment d dans de déjà depuis des dès deux devant doit donc dont du elle elles en encore enfin ensuite
    entre est et étaient était été être eu eux fait faire fois font furent fut ici il ils j je jusqu jusque l
    la là laquelle le lequel les leur leurs lors lorsqu lorsque lui m ma mais malgré me même mêmes mes moi moins mon n
    ne ni non nos notre nous on ont or ou où par parce pas pendant peu peut peuvent plus plusieurs pour pourquoi
    pourtant puis qu quand que quel quelle quelles quelque quelques quels qui quoi s sa sans se selon sera
    ses si sinon soit son sont sous souvent sur t ta te tes toi ton toujours tous tout toute toutes très tu un une
    vers voici voilà vos votre vous y`,
  es: `a además al algo algunas alguno algunos ante antes aquel aquella aquellos aquí así aún aunque bajo
    bien cada casi como cómo con contra cual cuál cuales cuando cuándo cuanto de debe del desde después
    donde dónde dos durante e el él ella ellas ello ellos en entonces entre era eran es esa esas ese eso esos esta
    está estaba estado están estar estas este esto estos fue fueron gracias ha había habían han hasta hay
    hace hacer hoy incluso la las le les lo los luego más me mediante mi mientras mis mismo mucho muchos muy
    nada ni no nos nosotros nuestra nuestro nunca o otra otras otro otros para pero poco por porque pudo
    puede pueden pues que qué quien quién quienes se sea según ser si sí sido siempre sin sino sobre solo
    sólo son su sus también tampoco tan tanto te tiene tienen toda todas todavía todo todos tras tu tus tuvo
    un una unas uno unos usted ustedes y ya yo`,
  it: `a abbiamo ad agli ai al alcuni alla alle allo allora altra altre altri altro anche ancora anni avanti
    aveva avevano c chi che ci ciò coi col come con contro così cosa cui d da dagli dai dal dalla dalle dallo degli
    dei del dell della delle dello dentro di dopo dove due dunque e è ed ecco egli era erano essere essi
    fa fino fra fu furono gli già ha hanno ho i il in infatti infine invece io l la là le lei li lì lo loro
    lui ma mai me mentre mi mia mio molti molto ne negli nei nel nella nelle nello nessun nessuno no noi non
    nostra nostro o od ogni oggi oltre oppure ora per perché però più poco poi poiché prima può qua qual
    quale quali quando quanto quasi quella quelle quelli quello questa queste questi questo qui quindi
    sarà se sé secondo sempre senza si sì sia siamo sono sopra sotto sta stata stati stato su sua sue sui
    sul sulla sulle suo suoi tra tu tua tuo tutta tutte tutti tutto un una uno verso vi voi`,
  ru: `а без более больше будет будто будут бы был была были было быть в вам вас вдруг ведь весь во вот
    впрочем все всегда всего всех всю вы где да даже для до должен его ему её ей если есть ещё еще же за здесь и из или
    им их к как какая какой когда который которые которая которого которой которых кто ли лишь либо между
    меня мне много может можно мой мы на над надо наш не него нее неё ней нельзя нет ни никто них ничего но ну о
    об один однако он она они оно опять от очень перед по под после потом потому почему почти при про раз
    разве с сам свою своей своего свой себе себя сегодня сейчас со совсем так также такой там тебя тем
    теперь то тогда того тоже только том тот три тут ты у уж уже хотя чего чем через что чтобы чуть эта эти
    это этого этой этом этот этих я`,
  nl: `aan al alle alleen als altijd andere ben bent bij binnen bijna boven daar daarna daarom dan dat de
    deze die dit doch doen door dus echter een eens eerst elk elke en enige enkele er ergens even ge geen
    geweest haar had hadden heb hebben heeft hem hen het hier hij hoe hoewel hun iedereen ieder iemand iets ik in
    indien is ja je jij jou jouw jullie kan kon konden kunnen langs maar meer men met mij mijn moet moeten mocht
    na naar nadat niemand niet niets nog nooit nu of om omdat ondanks onder ons onze ook op over per reeds
    samen sinds slechts soms tegen te ten ter terwijl toch toen tot tussen u uit uw van vanaf veel voor
    voordat vooral waar waarom waren want was wat we wel welke werd werden wie wij wil worden wordt zal ze
    zelf zich zij zijn zo zoals zodat zonder zou zouden zulke`,
  pt: `a à ademais agora ainda algo alguém algum alguma alguns ante antes ao aos apenas apesar após aquela
    aquele aqueles aqui as às até através bem cada com como contra contudo da dar das de dela dele deles
    depois desde dessa desse desta deste dia do dois dos durante e é ela elas ele eles em embora enquanto
    então entre era eram essa essas esse esses esta está estão estas estava este estes estou eu foi foram
    há havia hoje isso isto já la lhe lhes lo logo mais mas me mesmo meu minha muito muitos na nada não nas
    nem nenhum nessa nesse nesta neste no nos nós nossa nosso num numa nunca o onde os ou outra outras outro
    outros para pela pelas pelo pelos pode podem pois por porém porque portanto pouco quais qual quando
    quanto quase que quem são se sem sempre sendo ser será seu seus si sido sob sobre sua suas também
    tão tem têm tendo ter teve tinha toda todas todo todos tudo um uma umas uns você vocês`,
  ja: `の は が を に へ と で も や から まで より など か ね よ な だ た て ば し さ れ せ う です でし でした ます まし ました
    ませ ません する した して します しまし ている いる いた い ある あり あっ あった ない なく なかっ なかった なる なっ なり なった
    れる られる られ せる させる こと もの ため よう そう それ これ あれ ここ そこ この その あの どの という として について による により
    において また そして しかし さらに 人 年 月 日 時 分 者 的 さん たち ら 一 二 三 四 五 六 七 八 九 十 前 後 中 上 下 内 間 今 同じ`,
  zh: `的 了 在 是 我 有 和 就 不 人 都 一 一个 上 也 很 到 说 要 去 你 会 着 没有 看 好 自己 这 那 这个 那个 这些 那些
    这样 那样 他 她 它 我们 你们 他们 她们 它们 与 及 以及 或 或者 而 而且 并 并且 但 但是 却 因为 所以 因此 如果 虽然 然而
    于是 由 由于 对 对于 关于 从 向 往 以 为 为了 被 把 将 让 使 给 跟 同 比 按 按照 根据 通过 经过 其 其中 其他 之 之一 之后
    之前 等 等等 个 些 每 各 某 该 此 本 吗 呢 吧 啊 呀 地 得 过 还 还是 又 再 已 已经 曾 曾经 正 正在 才 只 只有 只是 便 即
    则 更 最 非常 十分 可以 可能 能 能够 应该 应 需要 必须 什么 谁 哪 哪里 怎么 为什么 如何 多少 几 里 中 下 后 前 内 外 间 时
    時 這 這個 那個 們 我們 他們 她們 與 為 為了 對 對於 從 將 讓 給 個 些 嗎 過 還 還是 說 會 沒有 沒 來 来`,
};

const sets = new Map<string, ReadonlySet<string>>(
  Object.entries(tables).map(([language, words]) => [language, new Set(words.split(/\s+/u))]),
);
const none: ReadonlySet<string> = new Set();

/** The function words of a language (ISO 639-1), lower-case with straight apostrophes; empty where we have no list. */
export function stopWords(language: string): ReadonlySet<string> {
  return sets.get(language) ?? none;
}

/** Whether there is a list for the language. */
export function hasStopWords(language: string): boolean {
  return sets.has(language);
}
