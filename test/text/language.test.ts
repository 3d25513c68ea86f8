import { describe, expect, test } from 'vitest';
import { detectLanguage, directionOf } from '../../src/text/language.ts';

describe('language', () => {
  test.each([
    ['en', 'The ferry to the island was cancelled again on Monday, and passengers waited on the quay.'],
    ['de', 'Die Fähre zur Insel fiel am Montag erneut aus, und die Fahrgäste warteten stundenlang am Kai.'],
    ['fr', 'Le bac pour l’île a encore été annulé lundi, et les passagers ont attendu sur le quai.'],
    ['es', 'El transbordador a la isla se canceló otra vez el lunes y los pasajeros esperaron en el muelle.'],
    [
      'it',
      'Il traghetto per l’isola è stato cancellato di nuovo lunedì e i passeggeri hanno aspettato sul molo.',
    ],
    [
      'nl',
      'De veerboot naar het eiland viel maandag opnieuw uit en de reizigers wachtten urenlang op de kade.',
    ],
    ['pt', 'A balsa para a ilha foi cancelada de novo na segunda-feira e os passageiros esperaram no cais.'],
    ['ru', 'Паром на остров снова отменили в понедельник, и пассажиры часами ждали на набережной.'],
    ['zh', '去岛上的渡船星期一又停了，乘客们在码头上等了好几个小时。'],
    ['ja', '島へのフェリーは月曜日にまた欠航となり、乗客は何時間も岸壁で待った。'],
    ['fa', 'دیروز کشتی غرق شد و مردم در ساحل ماندند و هیچ‌کس نمی‌دانست چه باید کرد.'],
  ])('%s', async (language, text) => {
    expect(await detectLanguage(text, 'xx')).toEqual({ language, sure: true });
  });

  const english = 'The ferry was cancelled again and everybody waited on the quay for hours. ';
  const german = 'Die Fähre fiel erneut aus, und alle warteten stundenlang am Kai auf Nachricht. ';

  test.each([
    ['nothing', ''],
    ['a name', 'Obama'],
    ['a short line', 'The ferry sank.'],
    ['no letters', '12 345 6789 '.repeat(50)],
    ['addresses', 'https://port.example/the-ferry-was-cancelled-again '.repeat(20)],
    ['two languages', german.repeat(20) + english.repeat(20)],
    ['two languages, briefly', german.repeat(2) + english],
  ])('%s: the fallback, unsure', async (_, text) => {
    expect(await detectLanguage(text, 'en')).toEqual({ language: 'en', sure: false });
  });

  test('a very long text does not hang', async () => {
    expect(await detectLanguage(english.repeat(70_000), 'fr')).toEqual({ language: 'en', sure: true });
    expect(await detectLanguage('@'.repeat(5_000_000), 'fr')).toMatchObject({ language: 'fr' });
  });
});

describe('direction', () => {
  test.each([
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['fa', 'rtl'],
    ['az-Arab', 'rtl'],
    ['ku-Latn', 'ltr'],
    ['en', 'ltr'],
    ['zh-Hans', 'ltr'],
    ['', 'ltr'],
  ])('%s: %s', (language, direction) => {
    expect(directionOf(language)).toBe(direction);
  });
});
