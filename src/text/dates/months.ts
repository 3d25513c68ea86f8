/**
 * How a language writes months without a day. `names` are regular expressions, January first;
 * `before` are words that make a bare month a date ("in May"); English and German months are capitals,
 * which tells May from may.
 */
export type MonthWords = { names: string[]; before: string; of: string; capital: boolean };

const english: MonthWords = {
  names: [
    'January|Jan\\.?',
    'February|Feb\\.?',
    'March|Mar\\.?',
    'April|Apr\\.?',
    'May',
    'June|Jun\\.?',
    'July|Jul\\.?',
    'August|Aug\\.?',
    'September|Sept?\\.?',
    'October|Oct\\.?',
    'November|Nov\\.?',
    'December|Dec\\.?',
  ],
  before: 'in|since|during|until|till|by|from|early|mid|late|last|this|next|of|end of|beginning of',
  of: ',|of|in',
  capital: true,
};

const german: MonthWords = {
  names: [
    'Januar|Jänner|Jan\\.',
    'Februar|Feber|Feb\\.',
    'März|Mrz\\.',
    'April|Apr\\.',
    'Mai',
    'Juni|Jun\\.',
    'Juli|Jul\\.',
    'August|Aug\\.',
    'September|Sept?\\.',
    'Oktober|Okt\\.',
    'November|Nov\\.',
    'Dezember|Dez\\.',
  ],
  before: 'im|seit|bis|ab|vom|Anfang|Mitte|Ende|diesen|letzten|nächsten',
  of: ',|des Jahres',
  capital: true,
};

const french: MonthWords = {
  names: [
    'janvier|janv\\.',
    'février|févr?\\.',
    'mars',
    'avril|avr\\.',
    'mai',
    'juin',
    'juillet|juill?\\.',
    'août',
    'septembre|sept\\.',
    'octobre|oct\\.',
    'novembre|nov\\.',
    'décembre|déc\\.',
  ],
  before: "en|depuis|début|mi|fin|dès|jusqu'en|jusqu’en|mois de|mois d'|mois d’",
  of: ',|de',
  capital: false,
};

const spanish: MonthWords = {
  names: [
    'enero|ene\\.',
    'febrero|feb\\.',
    'marzo',
    'abril|abr\\.',
    'mayo',
    'junio|jun\\.',
    'julio|jul\\.',
    'agosto|ago\\.',
    'sep?tiembre|sept?\\.',
    'octubre|oct\\.',
    'noviembre|nov\\.',
    'diciembre|dic\\.',
  ],
  before: 'en|desde|hasta|principios de|mediados de|finales de|mes de|pasado|próximo',
  of: ',|de|del|del año',
  capital: false,
};

const italian: MonthWords = {
  names: [
    'gennaio|gen\\.',
    'febbraio|feb\\.',
    'marzo|mar\\.',
    'aprile|apr\\.',
    'maggio|mag\\.',
    'giugno|giu\\.',
    'luglio|lug\\.',
    'agosto|ago\\.',
    'settembre|sett?\\.',
    'ottobre|ott\\.',
    'novembre|nov\\.',
    'dicembre|dic\\.',
  ],
  before: 'a|ad|in|di|da|fine|metà|inizio|scorso|prossimo|mese di',
  of: ',|del|di',
  capital: false,
};

const dutch: MonthWords = {
  names: [
    'januari|jan\\.',
    'februari|feb\\.',
    'maart|mrt\\.',
    'april|apr\\.',
    'mei',
    'juni',
    'juli',
    'augustus|aug\\.',
    'september|sept?\\.',
    'oktober|okt\\.',
    'november|nov\\.',
    'december|dec\\.',
  ],
  before: 'in|sinds|begin|half|eind|vanaf|tot|afgelopen|komende',
  of: ',|van',
  capital: false,
};

const portuguese: MonthWords = {
  names: [
    'janeiro|jan\\.',
    'fevereiro|fev\\.',
    'março|mar\\.',
    'abril|abr\\.',
    'maio',
    'junho|jun\\.',
    'julho|jul\\.',
    'agosto|ago\\.',
    'setembro|set\\.',
    'outubro|out\\.',
    'novembro|nov\\.',
    'dezembro|dez\\.',
  ],
  before: 'em|desde|até|início de|meados de|fim de|final de|mês de',
  of: ',|de|do ano de',
  capital: false,
};

const russian: MonthWords = {
  names: [
    'январ[ьяе]',
    'феврал[ьяе]',
    'март[ае]?',
    'апрел[ьяе]',
    'ма[йяе]',
    'июн[ьяе]',
    'июл[ьяе]',
    'август[ае]?',
    'сентябр[ьяе]',
    'октябр[ьяе]',
    'ноябр[ьяе]',
    'декабр[ьяе]',
  ],
  before: 'в|с|начале|середине|конце|до|за',
  of: ',',
  capital: false,
};

/** By ISO 639-1 code. A language that is not here is read by its numbers alone. */
export const monthWords = new Map<string, MonthWords>([
  ['en', english],
  ['de', german],
  ['fr', french],
  ['es', spanish],
  ['it', italian],
  ['nl', dutch],
  ['pt', portuguese],
  ['ru', russian],
]);
