/** Invented texts of many languages, and encoders for the charsets they are commonly written in. */
export const samples: { [language: string]: string } = {
  cs: 'Ráno se nad přístavem držela hustá mlha a trajekt vyplul až po osmé hodině. Převozník Jiří Doležal řekl, že takové jaro nezažil už dvacet let. „Vodočet ukazoval o půl metru víc než obvykle,“ dodal. Městská rada proto ve čtvrtek schválila opravu nábřeží, která má začít příští měsíc. Lidé z okolních vesnic mezitím čekali na můstku a žertovali, že by přece jen měli začít stavět loď. Údržba stejně potrvá nejméně do září.',
  pl: 'Rano nad przystanią wisiała gęsta mgła, a prom wypłynął dopiero po ósmej. Przewoźnik Łukasz Wróbel powiedział, że takiej wiosny nie pamięta od dwudziestu lat. „Wodowskaz pokazał pół metra więcej niż zwykle” – dodał. Rada miasta przyjęła w czwartek plan naprawy nabrzeża, która ma się rozpocząć w przyszłym miesiącu. Mieszkańcy okolicznych wsi czekali na pomoście i żartowali, że chyba trzeba będzie zacząć budować łódź. Prace potrwają co najmniej do września, a źródłem pieniędzy będzie budżet województwa.',
  hu: 'Reggel sűrű köd ült a kikötő fölött, és a komp csak nyolc óra után indult el. A révész, Szőke Dénes szerint húsz éve nem volt ilyen tavasz. „A vízmérce fél méterrel többet mutatott a szokásosnál” – tette hozzá. A városi tanács csütörtökön elfogadta a rakpart felújításának tervét, amely a jövő hónapban kezdődik. A környékbeli falvak lakói közben a stégen várakoztak, és azzal tréfálkoztak, hogy mégiscsak hajót kellene építeniük. A munka legalább őszig tart.',
  hr: 'Ujutro je nad lukom ležala gusta magla, pa je trajekt isplovio tek poslije osam sati. Skelar Živko Šarić kaže da takvo proljeće ne pamti već dvadeset godina. „Vodomjer je pokazao pola metra više nego inače“, dodao je. Gradsko vijeće prihvatilo je u četvrtak plan obnove obale, koja bi trebala početi idući mjesec. Mještani okolnih sela čekali su na gatu i šalili se da će ipak morati početi graditi lađu. Radovi će trajati barem do rujna, a plaćat će ih županija.',
  ro: 'Dimineaţa, peste port plutase o ceaţă deasă, iar bacul a plecat abia după ora opt. Podarul Ştefan Lungu spune că nu a mai văzut o asemenea primăvară de douăzeci de ani. „Mira arăta cu o jumătate de metru mai mult decât de obicei“, a adăugat el. Consiliul local a aprobat joi reparaţia cheiului, care va începe luna viitoare. Oamenii din satele învecinate aşteptau pe ponton şi glumeau că vor trebui să-şi construiască o corabie. Lucrările vor ţine cel puţin până în toamnă.',
  ru: 'Утром над пристанью стоял густой туман, и паром отошёл только после восьми. Перевозчик Егор Щукин сказал, что такой весны не помнит уже двадцать лет. «Водомерная рейка показывала на полметра больше обычного», — добавил он. Городской совет в четверг одобрил ремонт набережной, который должен начаться в следующем месяце. Жители окрестных деревень тем временем ждали на мостках и шутили, что пора бы уже строить корабль. Работы продлятся по крайней мере до сентября.',
  uk: 'Вранці над пристанню стояв густий туман, і пором відійшов аж після восьмої. Перевізник Євген Щука сказав, що такої весни не пам’ятає вже двадцять років. «Водомірна рейка показувала на пів метра більше, ніж зазвичай», — додав він. Міська рада в четвер схвалила ремонт набережної, який має розпочатися наступного місяця. Мешканці довколишніх сіл тим часом чекали на містку й жартували, що пора б уже їм будувати корабель.',
  bg: 'Сутринта над пристанището се стелеше гъста мъгла и фериботът тръгна чак след осем часа. Лодкарят Дамян Щърбев каза, че такава пролет не помни от двадесет години. „Водомерът показваше половин метър повече от обикновено“, добави той. Градският съвет одобри в четвъртък ремонта на кея, който трябва да започне следващия месец. Жителите на околните села чакаха на мостчето и се шегуваха, че ще трябва да строят кораб.',
  fr: 'Au matin, une brume épaisse couvrait le port et le bac n’est parti qu’après huit heures. Le passeur, Rémi Lanoë, dit n’avoir jamais vu pareil printemps depuis vingt ans. « L’échelle marquait un demi-mètre de plus que d’habitude », a-t-il ajouté. Le conseil municipal a voté jeudi la réfection du quai, qui doit commencer le mois prochain. Les gens des villages voisins attendaient sur le ponton, où l’on disait en riant qu’il faudrait bientôt bâtir un bateau. Le chantier durera jusqu’à l’été, où même un peu plus, et coûtera cher à la région.',
  de: 'Am Morgen lag dichter Nebel über dem Hafen, und die Fähre legte erst nach acht Uhr ab. Fährmann Jörg Büttner sagt, ein solches Frühjahr habe er seit zwanzig Jahren nicht erlebt. „Der Pegel zeigte einen halben Meter mehr als üblich“, fügte er hinzu. Der Stadtrat beschloss am Donnerstag, die Kaimauer zu erneuern; die Arbeiten sollen im nächsten Monat beginnen. Die Leute aus den Dörfern ringsum warteten auf dem Steg und scherzten, man müsse nun wohl ein größeres Schiff bauen. Bis September wird es mindestens dauern.',
  es: 'Por la mañana una niebla espesa cubría el puerto y el transbordador no salió hasta después de las ocho. El barquero, Íñigo Peña, asegura que no recuerda una primavera así desde hace veinte años. «La regla marcaba medio metro más de lo habitual», añadió. El ayuntamiento aprobó el jueves la reparación del muelle, que empezará el próximo mes. ¿Y los vecinos? Esperaban en el pantalán y bromeaban con que habría que construir un barco más pequeño. Las obras durarán, según la concejalía, hasta septiembre.',
  pt: 'De manhã, um nevoeiro denso cobria o porto e a balsa só partiu depois das oito. O barqueiro, João Simões, diz que não se lembra de uma primavera assim há vinte anos. “A régua marcava meio metro a mais do que o habitual”, acrescentou. A câmara aprovou na quinta-feira a reparação do cais, que deverá começar no próximo mês. Os moradores das aldeias à volta esperavam no pontão e brincavam, dizendo que já era tempo de construir uma embarcação. As obras não acabarão antes de setembro.',
  sv: 'På morgonen låg en tät dimma över hamnen och färjan gick först efter klockan åtta. Färjkarlen Åke Sjöö säger att han inte har sett en sådan vår på tjugo år. ”Pegeln visade en halv meter mer än vanligt”, tillade han. Kommunfullmäktige beslöt i torsdags att rusta upp kajen; arbetet ska börja nästa månad. Folk från byarna runt omkring väntade på bryggan och skämtade om att man väl snart får bygga ett skepp. Det hela tar åtminstone till i höst.',
  en: 'In the morning a thick fog lay over the harbour, and the ferry didn’t leave until after eight. “The gauge showed half a metre more than usual,” said the ferryman, Ned Clay, who doesn’t remember such a spring in twenty years. On Thursday the council voted to repair the quay – work is to begin next month. People from the villages around waited on the jetty and joked that they’d better start building a ship. The café beside the landing sold tea for £2 a cup. It will last until September at least.',
  el: 'Το πρωί πυκνή ομίχλη σκέπαζε το λιμάνι και το πορθμείο έφυγε μόλις μετά τις οκτώ. Ο περαματάρης Θωμάς Ψαράς λέει ότι τέτοια άνοιξη δεν θυμάται εδώ και είκοσι χρόνια. «Ο σταθμήμετρος έδειχνε μισό μέτρο πάνω από το συνηθισμένο», πρόσθεσε. Το δημοτικό συμβούλιο ενέκρινε την Πέμπτη την επισκευή της προκυμαίας, που θα αρχίσει τον επόμενο μήνα. Οι κάτοικοι των γύρω χωριών περίμεναν στην αποβάθρα και αστειεύονταν ότι θα έπρεπε να φτιάξουν καράβι.',
  tr: 'Sabah limanın üzerinde yoğun bir sis vardı ve feribot ancak saat sekizden sonra kalktı. Kayıkçı Şükrü Ağaoğlu, yirmi yıldır böyle bir ilkbahar görmediğini söylüyor. “Ölçek her zamankinden yarım metre fazlasını gösteriyordu” diye ekledi. Belediye meclisi perşembe günü rıhtımın onarımını onayladı; çalışmalar gelecek ay başlayacak. Çevre köylerden gelenler iskelede bekliyor, artık bir gemi yapmaya başlamaları gerektiğini söyleyip şakalaşıyordu. İşler en azından eylüle kadar sürecek.',
  ar: 'في الصباح كان ضباب كثيف يغطي الميناء ولم تبحر العبارة إلا بعد الساعة الثامنة. وقال المراكبي سالم العوضي إنه لم ير ربيعا كهذا منذ عشرين سنة. وأضاف: «كان المقياس يشير إلى نصف متر أكثر من المعتاد». ووافق المجلس البلدي يوم الخميس على إصلاح الرصيف، على أن تبدأ الأعمال في الشهر المقبل. وكان سكان القرى المجاورة ينتظرون على الجسر الخشبي ويمزحون قائلين إن عليهم أن يبدؤوا ببناء سفينة.',
  zh: '清晨，港口上空笼罩着浓雾，渡船直到八点以后才开出。摆渡人周水生说，二十年来没有见过这样的春天。“水尺比平常高出半米。”他补充道。市议会星期四通过了修缮码头的计划，工程将于下个月开始。附近村庄的居民在栈桥上等候，开玩笑说也许应该开始造一条大船。工程至少要持续到九月，费用由省里承担。渡口旁边的小店照常卖茶，老板娘说今年的客人比去年多了一些，但是停留的时间都不长。',
  tw: '清晨，港口上空籠罩著濃霧，渡船直到八點以後才開出。擺渡人周水生說，二十年來沒有見過這樣的春天。「水尺比平常高出半公尺。」他補充道。市議會星期四通過了修繕碼頭的計畫，工程將於下個月開始。附近村莊的居民在棧橋上等候，開玩笑說也許應該開始造一條大船。工程至少要持續到九月，費用由縣府承擔。渡口旁邊的小店照常賣茶，老闆娘說今年的客人比去年多了一些，但是停留的時間都不長。',
  ja: '朝、港には濃い霧が立ちこめ、渡し船が出たのは八時を過ぎてからだった。船頭の川瀬さんは「こんな春は二十年ぶりだ」と話す。水位計はふだんより五十センチも高い値を示していた。市議会は木曜日に岸壁の修繕を承認し、工事は来月から始まる予定だ。近くの村の人たちは桟橋で待ちながら、そろそろ大きな船を造らなければと冗談を言い合っていた。工事は少なくとも九月まで続くという。待合所のそばの茶店では、いつもどおりお茶とおにぎりを売っていた。',
  ko: '아침 항구에는 짙은 안개가 끼어 나룻배는 여덟 시가 지나서야 떠났다. 뱃사공 강물결 씨는 이런 봄은 이십 년 만에 처음이라고 말했다. “수위표가 평소보다 반 미터나 높았습니다.” 시의회는 목요일에 부두 보수 공사를 승인했으며, 공사는 다음 달에 시작될 예정이다. 근처 마을 사람들은 선착장에서 기다리면서 이제 배를 한 척 지어야겠다고 농담을 주고받았다. 공사는 적어도 구월까지 계속된다고 한다.',
};

/** Which samples are commonly found in which charset. */
export const habits: { [encoding: string]: string[] } = {
  'windows-1250': ['cs', 'pl', 'hu', 'hr', 'ro'],
  'windows-1251': ['ru', 'uk', 'bg'],
  'koi8-r': ['ru'],
  'windows-1252': ['fr', 'de', 'es', 'pt', 'sv', 'en'],
  'windows-1253': ['el'],
  'windows-1254': ['tr'],
  'windows-1256': ['ar'],
  gb18030: ['zh'],
  big5: ['tw'],
  shift_jis: ['ja'],
  'euc-jp': ['ja'],
  'iso-2022-jp': ['ja'],
  'euc-kr': ['ko'],
};

const tables = new Map<string, Map<string, number[]>>();

/** Text as bytes of a charset, by turning its decoder around; what it cannot say is left out. */
export function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'iso-2022-jp') return encodeIso2022(text);
  const table = tables.get(encoding) ?? invert(encoding);
  tables.set(encoding, table);
  return Uint8Array.from([...text].flatMap((character) => table.get(character) ?? []));
}

function invert(encoding: string): Map<string, number[]> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Map<string, number[]>();
  const add = (bytes: number[]): void => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      if ([...text].length === 1 && !table.has(text)) table.set(text, bytes);
    } catch {
      // These bytes say nothing.
    }
  };
  for (let a = 0; a < 256; a += 1) add([a]);
  if (/^(?:windows|koi8|iso-8859)/u.test(encoding)) return table;
  for (let a = 128; a < 256; a += 1) for (let b = 48; b < 256; b += 1) add([a, b]);
  return table;
}

/** JIS X 0208 is what EUC-JP writes with the high bits set, between escape sequences. */
function encodeIso2022(text: string): Uint8Array {
  const runs = text.match(/[^\x20-\x7e]+|[\x20-\x7e]+/gu) ?? [];
  return Uint8Array.from(
    runs.flatMap((run) => {
      const bytes = [...encode(run, 'euc-jp')];
      return bytes.some((b) => b > 127)
        ? [0x1b, 0x24, 0x42, ...bytes.map((b) => b & 0x7f), 0x1b, 0x28, 0x42]
        : bytes;
    }),
  );
}

/** Beginnings of a sample, each about so many bytes long; longer ones repeat it from its middle. */
export function beginnings(encoding: string, language: string, size: number): Uint8Array[] {
  const text = samples[language] ?? '';
  const turned = Array.from({ length: 5 }, (_, i) => {
    const at = text.indexOf(' ', Math.floor((text.length * i) / 5)) + 1;
    const from = i === 0 ? text : text.slice(at || Math.floor((text.length * i) / 5));
    return `${from} ${text.slice(0, text.length - from.length)}`.repeat(1 + Math.ceil(size / text.length));
  });
  return turned.map((part) => {
    const units = [...part];
    const share = encode(part, encoding).length / units.length;
    return encode(units.slice(0, Math.round(size / share)).join(''), encoding);
  });
}
