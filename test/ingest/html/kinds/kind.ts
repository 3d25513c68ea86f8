/** A page of an invented site as an editor could save it, and the lines of its article. */
export type Kind = { name: string; html: string; article: string[] };

/** A paragraph in a language, different for each number. */
export const say = {
  en: (n: number) =>
    `On day ${n} the ferry left the pier at dawn, and the two bakers on board counted ${n + 7} loaves before the fog came down over the bay again.`,
  de: (n: number) =>
    `Am Tag ${n} fuhr die Fähre schon vor Sonnenaufgang los, und die beiden Bäcker an Bord zählten ${n + 7} Brote, ehe sich der Nebel wieder über die Bucht legte.`,
  fr: (n: number) =>
    `Le jour ${n}, le bac quitta la jetée à l’aube, et les deux boulangers comptèrent ${n + 7} pains avant que la brume ne retombe sur la baie.`,
  pl: (n: number) =>
    `Dnia ${n} prom odbił od nabrzeża o świcie, a dwaj piekarze na pokładzie naliczyli ${n + 7} bochenków, zanim mgła znowu opadła na zatokę.`,
  el: (n: number) =>
    `Την ημέρα ${n} το πλοίο έφυγε από την αποβάθρα τα ξημερώματα και οι δύο φουρνάρηδες μέτρησαν ${n + 7} καρβέλια πριν πέσει πάλι η ομίχλη στον κόλπο.`,
  ja: (n: number) =>
    `${n}日目の夜明けに渡し船は桟橋を離れ、船に乗っていた二人のパン職人は、湾にふたたび霧が下りてくる前に${n + 7}個のパンを数え終えた。`,
  zh: (n: number) =>
    `第${n}天黎明时分，渡船离开了码头，船上的两位面包师在海湾再次起雾之前数完了${n + 7}个面包，并把数字写在了一张旧纸上。`,
  es: (n: number) =>
    `El día ${n} el transbordador dejó el muelle al amanecer, y los dos panaderos a bordo contaron ${n + 7} panes antes de que la niebla volviera a la bahía.`,
  it: (n: number) =>
    `Il giorno ${n} il traghetto lasciò il molo all’alba, e i due fornai a bordo contarono ${n + 7} pani prima che la nebbia tornasse sulla baia.`,
  ru: (n: number) =>
    `На ${n}-й день паром отошёл от причала на рассвете, и два пекаря на борту насчитали ${n + 7} буханок, прежде чем туман снова опустился на залив.`,
  nl: (n: number) =>
    `Op dag ${n} verliet de veerpont bij dageraad de steiger, en de twee bakkers aan boord telden ${n + 7} broden voordat de mist weer over de baai viel.`,
  pt: (n: number) =>
    `No dia ${n} a balsa deixou o cais ao amanhecer, e os dois padeiros a bordo contaram ${n + 7} pães antes que a névoa voltasse à baía.`,
  tr: (n: number) =>
    `${n}. gün vapur şafakta iskeleden ayrıldı ve gemideki iki fırıncı, sis yeniden körfeze çökmeden önce ${n + 7} somun ekmek saydı.`,
  ko: (n: number) =>
    `${n}일째 되는 날 새벽에 나룻배가 부두를 떠났고, 배에 탄 두 제빵사는 안개가 다시 만에 내려앉기 전에 빵 ${n + 7}개를 모두 세었다.`,
  sv: (n: number) =>
    `På dag ${n} lämnade färjan bryggan i gryningen, och de två bagarna ombord räknade till ${n + 7} limpor innan dimman åter lade sig över viken.`,
};

/** Paragraphs with tags around them. */
export function paragraphs(texts: readonly string[]): string {
  return texts.map((text) => `<p>${text}</p>`).join('\n');
}

/** Numbered paragraphs of a language. */
export function some(lang: keyof typeof say, from: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => say[lang](from + i));
}

/** A list of links. */
export function links(words: readonly string[]): string {
  return `<ul>${words.map((w, i) => `<li><a href="/p${i}">${w}</a></li>`).join('')}</ul>`;
}
