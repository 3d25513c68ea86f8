import { stopWords } from '../stop-words.ts';

/**
 * What a language says about a full stop. Entries stand as they are written, without the last full stop:
 * case matters ("Sun." is a weekday, "the sun." an end). "MR." and the like are found through "Mr".
 */
export type StopRules = {
  /** Never end a sentence: a name, a number or the rest of the thought follows ("Dr.", "vs."). */
  titles: ReadonlySet<string>;
  /** Belong to the number that follows ("No. 5", "Jan. 3"); before anything else they are words like others. */
  numbered: ReadonlySet<string>;
  /** May end a sentence: do so only where the next word can hardly be anything but a beginning ("Inc.", "St."). */
  mayEnd: ReadonlySet<string>;
  /** Words that begin sentences: the function words, and some more. Lower-case. */
  starters: ReadonlySet<string>;
  /** Whether "3." is how one writes "third". */
  ordinals: boolean;
};

type Entry = { titles?: string; numbered?: string; mayEnd?: string; starters?: string; names?: string };

/** `starters` adds to the function words; `names` takes those away that are also people, months, parts of names. */
const entries: Readonly<Record<string, Entry>> = {
  en: {
    titles: `Mr Mrs Ms Mx Messrs Mmes Dr Drs Prof Profs Gov Govs Sen Sens Rep Reps Pres Amb Atty Hon Rev Fr Msgr
      Supt Det Insp Gen Lt Col Sgt Capt Cmdr Cdr Adm Maj Cpl Pfc Pvt Spc Brig Ens Cmdt Comdr Mt Mts Ft Pt
      vs Vs v cf Cf e.g E.g i.e I.e viz incl approx Approx ca Asst Univ St-Ste Ste`,
    numbered: `No Nos no nos N° Nº p pp P Pp Fig Figs fig figs Vol Vols vol vols Ch ch Sec sec Art art Eq eq
      par Par para Para Ex Op op Tel tel Ext ext Rm Apt Bldg est Est circa c b d ft lb lbs oz hr hrs min
      Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec`,
    mayEnd: `Inc Ltd Co co Corp Bros Cos Jr Sr Esq Dept dept Assn Assoc Intl Natl Mfg Ave Blvd Rd St st Ln Hwy Pkwy Sq
      Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
      Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla
      Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo al Ph.D`,
    starters: 'please yes well meanwhile earlier later today yesterday',
    names: 'will may',
  },
  de: {
    titles: `Dr Prof Hr Hrn Fr Frl Dipl Ing Mag St Hl hl bzw ca vgl z.B u.a d.h z.T i.d.R sog evtl ggf inkl exkl
      zzgl bzgl geb gest verh Abg Gen Bgm Präs allg insb insbes Rd rd Str.-Nr phil jur med rer nat hrsg Hrsg`,
    numbered: `Nr Nrn Art Abs S Bd Bde Kap Abb Tab Anm Ziff Tel Jg H Jan Jän Feb Febr Mär Apr Jun Jul Aug Sept Sep
      Okt Nov Dez ab`,
    mayEnd: `usw etc usf Str Co Inc Ltd Corp Mio Mrd Tsd Jh Jhd Jt Std Min Sek Jan Jän Feb Febr Mär Apr Jun Jul Aug
      Sept Sep Okt Nov Dez Mo Di Mi Do Sa So u.Ä u.ä o.Ä o.ä u.v.m n.Chr v.Chr Chr Pf`,
    starters: 'zudem außerdem heute gestern allerdings trotzdem dagegen zuvor später bislang insgesamt',
  },
  fr: {
    titles: `M MM Mme Mmes Mlle Mlles Dr Pr Me Mgr St Ste Sts Stes cf Cf p.ex env boul av bd Bd réf ex Gén Cne Lt Col
      Sgt Cdt Ve`,
    numbered: `n N n° no No p pp P vol Vol fig Fig art Art chap Chap tél Tél t T janv févr avr juil sept oct nov
      déc`,
    mayEnd: 'Cie Sté Ltd Inc Corp Co Jr Sr S.A S.A.R.L J.-C janv févr avr juil sept oct nov déc éd Éd hab',
    starters: 'hier demain désormais toutefois certes',
  },
  es: {
    titles: `sr sra dr dra lic ing prof gral Sr Sres Sra Sras Srta Srtas D Da Dña Dr Dra Dres Dras Lic Ing Arq Prof Profa Gral Cnel Cap Tte Sgto
      Mons Pbro Rvdo Hno Hna Fr Sto Sta Excmo Excma Ilmo Ilma Ud Uds Vd Vds Avda Av Pza c Cf cf p.ej ej EE aprox Pdte Pdta`,
    numbered: `n N núm Núm núms Nº nº n° N° No pág Pág págs p pp vol Vol art Art arts fig Fig cap Cap tel Tel t
      ene feb abr jun jul ago sept sep oct nov dic`,
    mayEnd:
      'Cía Cia S.A Ltda Inc Ltd Corp Co Jr EE.UU UU a.C d.C ene feb abr jun jul ago sept sep oct nov dic',
    starters: 'ayer asimismo ahora',
  },
  it: {
    titles: `sig dott prof avv ing arch on sen mons gen Sig Sigg Sig.ra Sig.na Sig.re Sigra Dott Dott.ssa Dr Dr.ssa Prof Prof.ssa Proff Avv Ing Arch Geom Rag
      On Sen Mons Don Gen Col Cap Ten Serg Magg Cav Comm Egr Gent Spett Ill S Ss ca cfr Cfr es Es p.es ad es`,
    numbered: `n N nn p pp pag Pag pagg vol Vol art Art artt fig Fig cap Cap tel Tel t genn gen feb febbr mar apr
      magg giu lug ago sett set ott nov dic`,
    mayEnd: 'S.p.A S.r.l Spa Srl Inc Ltd Corp Co Jr a.C d.C ecc genn febbr apr giu lug ago sett ott nov dic',
    starters: 'ieri oggi domani tuttavia inoltre intanto',
  },
  ru: {
    titles: `им ул пл пер просп наб бул шос кв корп стр оф г-н г-жа гр тов т тт св проф акад доц канд докт чл-корр
      ген полк подп кап лейт серж мл ст см См ср Ср напр Напр т.е т.к т.н т.о инж зам зав пос дер обл р-н оз`,
    numbered: `№ д с С стр Стр рис Рис гл Гл ч Ч т Т табл Табл п П пп ст Ст тел Тел янв февр фев мар апр июн июл авг
      сент сен окт нояб ноя дек`,
    mayEnd: `г гг в вв руб коп тыс млн млрд трлн долл др пр проч т.д т.п н.э куб.м кв.м км кг чел экз ок мин сек час
      янв февр фев мар апр июн июл авг сент сен окт нояб ноя дек`,
    starters: 'вчера затем поэтому кроме',
  },
  nl: {
    titles: `dhr Dhr mevr Mevr mw Mw mej dr Dr drs Drs ir Ir ing Ing mr Mr prof Prof ds Ds St Ste Sint bijv Bijv bv
      o.a d.w.z m.b.t i.v.m t.a.v ca resp vgl Vgl incl excl evt zgn Gen Kol Kap Lt Sgt`,
    numbered: `nr Nr nrs no No p pp blz pag art Art afb Afb fig Fig hfst vol Vol tel Tel jan feb febr mrt apr jun jul aug sept
      sep okt nov dec`,
    mayEnd:
      'enz etc Inc Ltd Co Corp Jr B.V N.V v.Chr n.Chr mln mld jan feb febr mrt apr jun jul aug sept sep okt nov dec',
    starters: 'gisteren vandaag daarnaast verder volgens',
  },
  pt: {
    titles: `sr sra dr dra eng prof Sr Srs Sra Sras Srta Dr Dra Drs Dras Prof Profa Eng Enga Arq Adv Exmo Exma Ilmo Ilma D Dom Pe Fr Sto Sta
      S Gen Cel Cap Ten Sgt Maj Av R Pça cf Cf p.ex ex aprox Dep Sen Gov Pres Min Des`,
    numbered: `n N nº Nº n° no No núm pág Pág págs p pp vol Vol art Art arts fig Fig cap Cap tel Tel t jan fev mar abr
      mai jun jul ago set out nov dez`,
    mayEnd: 'Cia Ltda S.A Inc Ltd Corp Co Jr EUA a.C d.C etc jan fev abr mai jun jul ago set out nov dez',
    starters: 'ontem além segundo',
  },
};

/** Languages that write ordinal numbers with a full stop. */
const ordinalLanguages = new Set('de da no nb nn fi cs sk sl hr bs sr hu et lv is pl'.split(' '));

function toSet(words = ''): Set<string> {
  return new Set(words.split(/\s+/u).filter((word) => word !== ''));
}

function toRules(language: string): StopRules {
  const entry = entries[language] ?? {};
  const names = toSet(entry.names);
  const starters = [...stopWords(language), ...toSet(entry.starters)].filter((word) => !names.has(word));
  return {
    titles: toSet(entry.titles),
    numbered: toSet(entry.numbered),
    mayEnd: toSet(entry.mayEnd),
    starters: new Set(starters),
    ordinals: ordinalLanguages.has(language),
  };
}

const tables = new Map(Object.keys(entries).map((language) => [language, toRules(language)]));
const plain = toRules('');
const plainOrdinal: StopRules = { ...plain, ordinals: true };

/** The rules of a language (ISO 639-1); for languages without a table only that of ordinals is known. */
export function stopRules(language: string): StopRules {
  return tables.get(language) ?? (ordinalLanguages.has(language) ? plainOrdinal : plain);
}

/** Whether `word`, written so or in capitals, is in the set. */
export function listed(set: ReadonlySet<string>, word: string): boolean {
  if (set.has(word)) return true;
  const shouted = word.length > 1 && word === word.toUpperCase();
  return shouted && set.has(word.charAt(0) + word.slice(1).toLowerCase());
}
