import { describe, expect, test } from 'vitest';
import { groupArticles } from '../../src/group/group.ts';
import type { ThemeDefinition } from '../../src/types.ts';
import { draft } from './articles.ts';

/** Four articles a theme, each of two sentences; the first two of the first theme tell one event. */
type Sample = { themes: { [name: string]: { seeds: string[]; texts: [string, string, string, string] } } };

const samples: { [language: string]: Sample } = {
  fr: {
    themes: {
      Mer: {
        seeds: ['navire', 'port', 'pêcheurs'],
        texts: [
          'Le ferry Anselme s’est échoué lundi devant la pointe de Querlon avec quatre-vingt-dix passagers.\nLes sauveteurs de Tarrec ont ramené au port tous les passagers de l’Anselme avant minuit.',
          'Quatre-vingt-dix passagers ont été évacués du ferry Anselme, échoué à la pointe de Querlon.\nL’équipage de Tarrec a travaillé jusqu’à minuit et le navire sera remorqué jeudi.',
          'Les pêcheurs de Lanvaur réparent leurs filets en attendant la marée.\nUn vieux navire sert d’école aux marins du village.',
          'La criée du port de Morlac a vendu deux tonnes de sardines mardi.\nLes pêcheurs demandent une nouvelle grue sur le quai.',
        ],
      },
      Justice: {
        seeds: ['tribunal', 'juge', 'procès'],
        texts: [
          'Le tribunal de Vernoy a relâché un boulanger accusé de vol.\nLe juge a estimé que les preuves manquaient.',
          'Le procès du notaire Duvalet s’ouvrira en octobre.\nSon avocate réclame un autre juge.',
          'Un juge a condamné l’entreprise Sorbier à une amende.\nL’avocat de la société fera appel du jugement.',
          'Les greffiers du tribunal de Brissac sont en grève.\nTrente audiences ont été reportées au printemps.',
        ],
      },
      Culture: {
        seeds: ['film', 'musée', 'concert'],
        texts: [
          'Le musée de Clairval rouvre avec cent tableaux restaurés.\nUne salle est consacrée aux peintres de la vallée.',
          'Un film tourné à Bréval a reçu le prix du public.\nLa réalisatrice y joue sa propre grand-mère.',
          'L’orchestre de Sancy donne un concert gratuit dimanche.\nLa chorale chantera deux œuvres oubliées.',
          'Une exposition du musée d’Orsan raconte la bande dessinée.\nLes dessinateurs signeront leurs albums samedi.',
        ],
      },
    },
  },
  de: {
    themes: {
      Meer: {
        seeds: ['Schiff', 'Hafen', 'Fischer'],
        texts: [
          'Die Fähre Anselm lief am Montag vor der Landzunge Quellhorn mit neunzig Fahrgästen auf Grund.\nRettungsboote aus Tarrow brachten alle Fahrgäste der Anselm vor Mitternacht in den Hafen.',
          'Neunzig Fahrgäste wurden von der Fähre Anselm geholt, die bei Quellhorn auf Grund gelaufen war.\nDie Retter aus Tarrow arbeiteten bis Mitternacht; das Schiff wird am Donnerstag geschleppt.',
          'Die Fischer von Lannau flicken ihre Netze und warten auf die Flut.\nEin altes Schiff dient den Matrosen als Schule.',
          'Im Hafen von Morlack wurden am Dienstag zwei Tonnen Heringe verkauft.\nDie Fischer verlangen einen neuen Kran am Kai.',
        ],
      },
      Recht: {
        seeds: ['Gericht', 'Richter', 'Prozess'],
        texts: [
          'Das Gericht in Wernau sprach einen Bäcker vom Vorwurf des Diebstahls frei.\nDer Richter vermisste Beweise.',
          'Der Prozess gegen den Notar Duwald beginnt im Oktober.\nSeine Anwältin verlangt einen anderen Richter.',
          'Ein Richter verurteilte die Firma Sorber zu einer Geldstrafe.\nDer Anwalt der Firma legt Berufung ein.',
          'Die Schreiber am Gericht in Brissen streiken.\nDreißig Verhandlungen wurden auf das Frühjahr verschoben.',
        ],
      },
      Kultur: {
        seeds: ['Film', 'Museum', 'Konzert'],
        texts: [
          'Das Museum von Klarental öffnet wieder mit hundert restaurierten Gemälden.\nEin Saal gehört den Malern des Tals.',
          'Ein in Brewal gedrehter Film gewann den Preis des Publikums.\nDie Regisseurin spielt darin ihre Großmutter.',
          'Das Orchester von Sanzin gibt am Sonntag ein Konzert ohne Eintritt.\nDer Chor singt zwei vergessene Werke.',
          'Eine Ausstellung im Museum von Orsau erzählt vom Comic.\nDie Zeichner signieren am Samstag ihre Alben.',
        ],
      },
    },
  },
  es: {
    themes: {
      Mar: {
        seeds: ['barco', 'puerto', 'pescadores'],
        texts: [
          'El transbordador Anselmo encalló el lunes frente al cabo Quelón con noventa pasajeros a bordo.\nLos botes de Tarrón llevaron al puerto a todos los pasajeros del Anselmo antes de medianoche.',
          'Noventa pasajeros fueron evacuados del transbordador Anselmo, encallado en el cabo Quelón.\nLos socorristas de Tarrón trabajaron hasta medianoche y el barco será remolcado el jueves.',
          'Los pescadores de Lanval remiendan sus redes mientras esperan la marea.\nUn viejo barco sirve de escuela a los marineros.',
          'La lonja del puerto de Morlaco vendió dos toneladas de sardinas el martes.\nLos pescadores piden una grúa nueva en el muelle.',
        ],
      },
      Justicia: {
        seeds: ['tribunal', 'juez', 'juicio'],
        texts: [
          'El tribunal de Vernales absolvió a un panadero acusado de robo.\nEl juez echó en falta pruebas.',
          'El juicio contra el notario Duval empezará en octubre.\nSu abogada reclama otro juez.',
          'Un juez condenó a la empresa Sorbal a pagar una multa.\nEl abogado de la sociedad recurrirá la sentencia.',
          'Los secretarios del tribunal de Brisas están en huelga.\nTreinta audiencias pasaron a la primavera.',
        ],
      },
      Cultura: {
        seeds: ['película', 'museo', 'concierto'],
        texts: [
          'El museo de Claraval reabre con cien cuadros restaurados.\nUna sala está dedicada a los pintores del valle.',
          'Una película rodada en Breval ganó el premio del público.\nLa directora interpreta a su abuela.',
          'La orquesta de Sancía ofrece un concierto gratuito el domingo.\nEl coro cantará dos obras olvidadas.',
          'Una exposición del museo de Orsano cuenta la historieta.\nLos dibujantes firmarán sus álbumes el sábado.',
        ],
      },
    },
  },
  ru: {
    themes: {
      Море: {
        seeds: ['корабль', 'порт', 'рыбаки'],
        texts: [
          'Паром Ансельм в понедельник сел на мель у мыса Квилл с девяноста пассажирами на борту.\nСпасатели из Таррова доставили пассажиров парома Ансельм в порт до полуночи.',
          'Девяноста пассажирам помогли покинуть паром Ансельм, севший на мель у мыса Квилл.\nСпасатели из Таррова работали до полуночи, корабль отбуксируют в четверг.',
          'Рыбаки посёлка Ланваль чинят сети и ждут прилива.\nСтарый корабль служит школой для матросов.',
          'Рыбаки Морлака продали во вторник две тонны сельди.\nНа причале, где стоит порт, просят новый кран.',
        ],
      },
      Суд: {
        seeds: ['суд', 'судья', 'адвокат'],
        texts: [
          'Суд в Верное оправдал пекаря, обвинённого в краже.\nСудья не увидел доказательств.',
          'Суд над нотариусом Дуваловым начнётся в октябре.\nЕго адвокат требует, чтобы дело вёл другой судья.',
          'Судья приговорил фирму Сорбин к штрафу.\nАдвокат фирмы подаст жалобу.',
          'Суд в Бриссове закрыт из-за забастовки секретарей.\nТридцать заседаний перенесены на весну.',
        ],
      },
      Культура: {
        seeds: ['фильм', 'музей', 'концерт'],
        texts: [
          'Музей в Кларове открылся снова, в нём сто картин.\nОдин зал посвящён художникам долины.',
          'Фильм, снятый в Бревале, получил приз зрителей.\nРежиссёр сыграла в нём свою бабушку.',
          'Оркестр Санцева даёт в воскресенье бесплатный концерт.\nХор споёт два забытых произведения.',
          'Музей в Орсанове показывает выставку комиксов.\nВ субботу художники подпишут альбомы.',
        ],
      },
    },
  },
  zh: {
    themes: {
      海洋: {
        seeds: ['渔船', '港口', '渔民'],
        texts: [
          '星期一晚上，渡轮安塞号在奎尔角搁浅，船上有九十名乘客。\n塔罗镇的救援人员在午夜前把安塞号的乘客全部送回港口。',
          '渡轮安塞号在奎尔角搁浅，九十名乘客获救。\n塔罗镇的救援人员工作到午夜，渡轮星期四将被拖走。',
          '兰湾的渔民一边修补渔网，一边等待潮水。\n一艘旧渔船成了水手的学校。',
          '莫湾港口星期二卖出两吨沙丁鱼。\n渔民希望码头上有一台新的起重机。',
        ],
      },
      司法: {
        seeds: ['法院', '法官', '律师'],
        texts: [
          '维诺法院宣布一名面包师无罪。\n法官认为证据不足。',
          '公证人杜先生的案件十月在法院开庭。\n他的律师要求更换法官。',
          '法官判处索伯公司罚款。\n公司的律师将提出上诉。',
          '布里法院的书记员正在罢工。\n三十场庭审推迟到春天。',
        ],
      },
      文化: {
        seeds: ['电影', '博物馆', '音乐会', '演唱'],
        texts: [
          '克拉博物馆重新开放，展出一百幅修复的油画。\n一个展厅属于山谷的画家。',
          '在布雷拍摄的电影获得观众奖。\n导演在电影里扮演自己的祖母。',
          '桑西乐团星期天举行免费音乐会。\n合唱团将演唱两首被遗忘的作品。',
          '年轻歌手将在奥桑演唱民歌。\n电影导演为她写了歌词。',
        ],
      },
    },
  },
};

describe.each(Object.keys(samples))('%s', (language) => {
  const { themes = {} } = samples[language] ?? {};
  const definitions = Object.entries(themes).map(([name, { seeds }]): ThemeDefinition => ({ name, seeds }));
  const articles = Object.entries(themes).flatMap(([name, { texts }]) =>
    texts.map((text, i) =>
      draft({ id: `${name}-${i}`, language, title: text.split(/[\n,，]/u)[0] ?? '', text }),
    ),
  );
  const { groups } = groupArticles(articles, { themes: definitions, merges: [], splits: [] }).value;

  test('every article has its theme', () => {
    const wrong = groups.flatMap(({ articles: ids, theme }) => ids.filter((id) => !id.startsWith(theme)));
    expect(wrong).toEqual([]);
  });
  test('the two tellings are one story, the others stand alone', () => {
    const first = Object.keys(themes)[0];
    const stories = groups.map(({ articles: ids, folded }) => [...ids, ...folded.map(({ id }) => id)]);
    const told = stories.filter((ids) => ids.length > 1).map((ids) => ids.toSorted());
    expect(told).toEqual([[`${first}-0`, `${first}-1`]]);
  });
});
