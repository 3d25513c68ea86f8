import { describe, expect, test } from 'vitest';
import { loadModel } from '../../src/summarize/model/weights.ts';
import { createSummarizer } from '../../src/summarize/summarize.ts';
import { makeArticle } from '../made-articles.ts';

const model = await loadModel();

/** In each language: what opens the article, a sentence that points back, a question, and what else it says. */
const articles: { language: string; title: string; body: string[]; pointing: string; asked: string }[] = [
  {
    language: 'de',
    title: 'Der Hafen von Niederried bekommt eine Brücke',
    body: [
      'Der Gemeinderat von Niederried hat am Montag den Bau einer Brücke über den Hafen beschlossen.',
      'Sie soll vierzig Meter lang werden und drei Millionen Kronen kosten.',
      'Wer soll das bezahlen?',
      'Die Fischer von Niederried verlangen, dass die Brücke hoch genug für ihre Boote wird.',
      'Der Bau beginnt nach Angaben der Gemeinde im Frühjahr und dauert zwei Jahre.',
    ],
    pointing: 'Sie soll',
    asked: 'Wer soll',
  },
  {
    language: 'fr',
    title: 'Le port de Bas-Roseau aura un pont',
    body: [
      'Le conseil municipal de Bas-Roseau a décidé lundi de construire un pont au-dessus du port.',
      'Il mesurera quarante mètres et coûtera trois millions de couronnes.',
      'Qui va payer ?',
      'Les pêcheurs de Bas-Roseau demandent que le pont soit assez haut pour leurs bateaux.',
      'Les travaux commenceront au printemps, selon la mairie, et dureront deux ans.',
    ],
    pointing: 'Il mesurera',
    asked: 'Qui va payer',
  },
  {
    language: 'es',
    title: 'El puerto de Caña Baja tendrá un puente',
    body: [
      'El ayuntamiento de Caña Baja decidió el lunes construir un puente sobre el puerto.',
      'Su longitud será de cuarenta metros y costará tres millones de coronas.',
      '¿Quién lo va a pagar?',
      'Los pescadores de Caña Baja piden que el puente sea bastante alto para sus barcos.',
      'Las obras empezarán en primavera, según el ayuntamiento, y durarán dos años.',
    ],
    pointing: 'Su longitud',
    asked: 'Quién',
  },
  {
    language: 'ru',
    title: 'В порту Нижний Камыш построят мост',
    body: [
      'Совет посёлка Нижний Камыш решил в понедельник построить мост через порт.',
      'Он будет длиной сорок метров и обойдётся в три миллиона крон.',
      'Кто за это заплатит?',
      'Рыбаки посёлка Нижний Камыш требуют, чтобы мост был достаточно высоким для их лодок.',
      'Строительство начнётся весной, сообщили в совете, и продлится два года.',
    ],
    pointing: 'Он будет',
    asked: 'Кто за это',
  },
  {
    language: 'zh',
    title: '芦镇港口将建桥',
    body: [
      '芦镇议会星期一决定在港口上方修建一座新的步行桥梁。',
      '它将长四十米，预计耗资三百万克朗，由镇上承担。',
      '到底由谁来支付这座桥的全部费用呢？',
      '芦镇的渔民要求桥梁足够高，以便他们的渔船能够通过。',
      '议会表示，工程将在明年春天开始，预计需要两年时间完成。',
    ],
    pointing: '它将',
    asked: '到底由谁',
  },
];

describe.each(articles)('$language', ({ language, title, body, pointing, asked }) => {
  const { article } = makeArticle({ id: 'bridge', language, title: { text: title, ranges: [] }, body });
  const picks = createSummarizer({ limit: 3, words: 110, model }).pick([article], 'issue');
  const texts = picks.map((p) => p.sentences.map((s) => s.text).join(' '));
  test('every sentence is one, with words of its own', () => {
    expect(article.sentences.map((s) => s.text)).toEqual(body);
    expect(article.sentences.every((s) => s.tokens.length > 1)).toBe(true);
  });
  test('three that can be read alone, the news among them', () => {
    expect(texts).toEqual([body[0], body[3], body[4]]);
    expect(texts.some((text) => text.startsWith(pointing) || text.includes(asked))).toBe(false);
  });
  test('the reader of the report is told how they were chosen', () => {
    expect(picks[0]?.reason.reasons.join()).toContain(`there is no model for "${language}"`);
  });
});
