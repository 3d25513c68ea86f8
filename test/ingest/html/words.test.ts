import { expect, test } from 'vitest';
import { dateLine, isOwnership, listLabel, never, pointer } from '../../../src/ingest/html/words.ts';

test.each(['Advertisement', 'ANZEIGE', '— Annons —', 'Reklama', '광고', 'Διαφήμιση', '3 min read'])(
  '%s is no prose',
  (line) => expect(never.test(line)).toBe(true),
);

test.each(['An ad campaign', 'Комментарии были разные', 'Print money'])('%s may be prose', (line) =>
  expect(never.test(line)).toBe(false),
);

test.each(['Läs också: Färjan', 'Διαβάστε επίσης: το πλοίο', 'Czytaj także: prom', '関連記事：渡し船'])(
  '%s points elsewhere',
  (line) => expect(pointer.test(line)).toBe(true),
);

test.each(['You may also like', 'Ähnliche Beiträge', 'Etiketler:', '相关阅读'])(
  '%s is above a list',
  (line) => expect(listLabel.test(line)).toBe(true),
);

test('who owns a page is no prose', () => {
  expect(isOwnership('© 2020 Bay Ferries')).toBe(true);
  expect(isOwnership('海湾网版权所有 未经书面授权禁止使用')).toBe(true);
  expect(isOwnership('Copyright is a right that the bakers of the bay do not have.')).toBe(false);
});

test('a line that is mostly a date is one', () => {
  expect(dateLine.test('Updated 4 March 2026, 10:00')).toBe(true);
  expect(dateLine.test('The ferry left.')).toBe(false);
});
