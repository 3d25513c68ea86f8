/** What the choice of figures knows of a language. All are regular expressions without their anchors. */
export type NumberWords = {
  /** Stands before a figure and belongs to it: without "fewer than" it would say something else. */
  about: string;
  /** Stands after a figure and belongs to it. */
  units: string;
  /** Before a figure these make it a half of something, a place or a name: "15 to 12", "in 40 ways". */
  before: string;
  /** Anywhere before a figure these may turn round what follows, or tie it to words that would be left out. */
  turns: string;
  /** Words that point to another sentence. */
  points: string;
  /** No label begins with them. */
  joins: string;
  /** A label may begin with it all the same, though it is a function word. */
  of: string;
  /** After a unit it may begin with these too. */
  where: string;
  /** No label that stands before its figure ends with them. */
  is: string;
};

const tables: { readonly [language: string]: NumberWords } = {
  en: {
    about:
      'about|around|roughly|some|nearly|almost|over|more than|less than|fewer than|at least|at most|up to|only|just|exactly',
    units:
      'per cent|percent|%|(?:hundred|thousand|million|billion)(?: (?:crowns|euros|dollars|pounds|francs))?|seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|(?:(?:cubic|square) )?(?:centi|kilo|milli)?met(?:re|er)s?|miles?|feet|kilos?|kilograms?|grams?|tonnes?|tons?|degrees?|lit(?:re|er)s?|acres?|hectares?|kilowatts?|megawatts?|crowns|euros|dollars|pounds|francs',
    before:
      'to|by|and|or|from|between|than|of|in|on|at|until|since|for|against|under|above|below|within|per|the|every|each|another|page|number|section|rule|aged',
    turns:
      "not|no|never|nor|neither|nobody|none|without|if|unless|whether|would|could|may|might|should|cannot|\\w+n['’]t|hop\\w+|plan(?:s|ned)?|claim\\w*|den(?:y|ies|ied)|false\\w*|rather|instead|which|who|whose|whom|that|where|because",
    points:
      "that (?:is|was|makes|made)|it|its|it['’]s|he|she|they|them|him|her|hers|his|their|this|these|those|former|latter|there|then",
    joins:
      'and|or|to|but|than|per|nor|while|which|who|that|a|an|since|until|till|before|after|by|is|are|was|were|has|have|had|did|do|does|ago|old|later|earlier|high|long|wide|deep',
    of: 'of',
    where: 'above|below|across|beyond|from',
    is: 'is|are|was|were|be|been|up|down|including|includes|with|than|only|just|some|(?:a|an|the)(?: [\\p{L}-]+ly)?(?: [\\p{L}-]+ed)?',
  },
  de: {
    about:
      'rund|etwa|ungefähr|circa|ca\\.|fast|beinahe|knapp|gut|über|mehr als|weniger als|mindestens|höchstens|bis zu|nur|genau',
    units:
      'Prozent|%|(?:Tausend|Millionen|Milliarden|Mio\\.|Mrd\\.)(?: (?:Euro|Franken|Kronen|Dollar))?|Sekunden?|Minuten?|Stunden?|Tagen?|Nächten?|Wochen?|Monaten?|Jahren?|(?:Zenti|Kilo|Milli)?metern?|Kilo|Kilogramm|Gramm|Tonnen?|Grad|Litern?|Hektar|Euro|Franken|Kronen|Dollar',
    before:
      'zu|auf|und|oder|von|vom|zwischen|als|in|im|an|am|bis|seit|für|gegen|unter|über|je|pro|der|die|das|den|dem|jede[nrs]?|alle|Seite|Nummer|Nr\\.|Paragraf|um|ab',
    turns:
      'nicht|nichts|kein\\w*|nie|niemals|niemand|weder|ohne|falls|wenn|ob|würde\\w*|könnte\\w*|dürfte\\w*|soll\\w*|hoff\\w*|plan\\w*|behaupt\\w*|bestr\\w*|statt|welche\\w*|dass|wo|weil|, (?:der|die|das|den|dem|dessen|deren)',
    points: 'er|sie|es|ihn|ihm|ihr\\w*|sein\\w*|dies\\w*|jene\\w*|dort|dann|dabei|damit|davon',
    joins:
      'und|oder|zu|bis|aber|als|pro|je|in|seit|vor|nach|ist|sind|war|waren|hat|haben|hatte|hatten|alt|später|früher|hoch|lang|breit|tief',
    of: 'von|der|des',
    where: 'über|unter|unterhalb|oberhalb',
    is: 'ist|sind|war|waren|sei|ein|eine|einen|der|die|das|den',
  },
  fr: {
    about:
      "environ|près de|presque|quelque|plus de|moins de|au moins|au plus|jusqu[’']à|seulement|exactement",
    units:
      "pour cent|%|(?:mille|millions?|milliards?)(?: d[’']euros| de (?:couronnes|francs|dollars))?|secondes?|minutes?|heures?|jours?|nuits?|semaines?|mois|ans|années|(?:centi|kilo|milli)?mètres?|kilos?|kilogrammes?|grammes?|tonnes?|degrés?|litres?|hectares?|euros|couronnes|francs|dollars",
    before:
      "à|et|ou|de|des|du|entre|que|en|dans|sur|depuis|pour|contre|sous|par|les?|la|chaque|page|numéro|nº|l[’']an|âgée? de",
    turns:
      "ne|n[’']\\p{L}+|pas|sans|aucun\\w*|jamais|personne|rien|ni|si|pourrai\\w*|serai\\w*|aurai\\w*|devrai\\w*|espèr\\w*|prévoi\\w*|affirm\\w*|dément\\w*|plutôt|qui|que|dont|où|lequel|laquelle|parce",
    points: 'il|elle|ils|elles|le|lui|leurs?|ce|cela|ça|cette|ces|cet|celui|celle|ceux|son|sa|ses|y|en|alors',
    joins:
      "et|ou|à|mais|que|qui|dont|par|depuis|avant|après|est|sont|était|étaient|a|ont|avait|avaient|plus|d[’']entre|de haut|de long",
    of: 'de|des|du',
    where: 'au-dessus|au-dessous|sous',
    is: 'est|sont|était|étaient|un|une|le|la|les',
  },
  es: {
    about:
      'unos|unas|cerca de|casi|alrededor de|más de|menos de|al menos|como mucho|hasta|solo|sólo|exactamente',
    units:
      'por ciento|%|(?:mil|millones)(?: de (?:euros|coronas|dólares|pesos))?|segundos?|minutos?|horas?|días?|noches?|semanas?|meses|años?|(?:centí|kiló|milí)?metros?|kilos?|kilogramos?|gramos?|toneladas?|grados?|litros?|hectáreas?|euros|coronas|dólares|pesos',
    before:
      'a|y|o|de|del|entre|que|en|sobre|desde|hasta|para|contra|bajo|por|los?|las?|el|cada|página|número|artículo',
    turns:
      'no|nunca|nadie|ningun\\w*|ningún|ni|sin|si|podría\\w*|sería\\w*|habría\\w*|debería\\w*|espera\\w*|prevé\\w*|afirma\\w*|niega\\w*|que|quien|quienes|cuy\\w+|donde|porque',
    points: 'él|ella|ellos|ellas|lo|les?|su|sus|est[aeo]s?|es[aeo]s?|allí|entonces|suyos?|suyas?',
    joins: 'y|o|a|pero|que|por|desde|antes|después|es|son|era|eran|ha|han|había|habían|más|menos',
    of: 'de|del',
    where: 'sobre|bajo',
    is: 'es|son|era|eran|un|una|el|la',
  },
};

/** Null for a language we know too little of: then only the editor chooses. */
export function numberWords(language: string): NumberWords | null {
  return tables[language.toLowerCase().split('-')[0] ?? ''] ?? null;
}
