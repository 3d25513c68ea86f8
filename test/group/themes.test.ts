import { describe, expect, test } from 'vitest';
import type { Rarity } from '../../src/group/story-vectors.ts';
import { readThemes } from '../../src/group/theme-reader.ts';
import { chooseTheme, OTHER_THEME, pinTheme, type ThemeChoice } from '../../src/group/themes.ts';
import { type GroupInput, readWords } from '../../src/group/words.ts';
import { anew } from '../../src/text/anew.ts';
import { draft, landArticles, landThemes } from './articles.ts';

const known = landArticles(60);

function choose(
  articles: readonly GroupInput[],
  themes = landThemes,
  rarity: Rarity | null = null,
): ThemeChoice[] {
  const sources = articles.map((article) => ({ article, words: readWords(article), pinned: null }));
  const reader = readThemes(sources, themes, anew, rarity);
  return articles.map((_, d) => chooseTheme([d], reader));
}

const chooseLast = (change: Partial<Parameters<typeof draft>[0]>): ThemeChoice | undefined =>
  choose([...known, draft({ id: 'z', ...change })]).at(-1);

describe('the theme', () => {
  test('is that of the seeds, with words, runner-up and margin', () => {
    const [first] = choose(known);
    expect(first).toMatchObject({
      theme: 'Sea',
      reason: { runnerUp: 'Field', unsure: false, rule: 'words of the theme' },
    });
    expect(first?.reason.words).toContain('boat');
    expect(first?.reason.margin).toBeGreaterThan(0.8);
  });
  test('is found through learned words alone', () => {
    const choice = chooseLast({ text: 'Sails and rope lay on the quay by the harbour.' });
    expect(choice).toMatchObject({ theme: 'Sea', reason: { rule: 'learned words' } });
  });
  test('is unsure where names and usual words alone were learned', () => {
    const named = known.map((article, i) => ({
      ...draft({
        id: article.id,
        title: article.title.text,
        text: `${article.sentences.map(({ text }) => text).join('\n')}\n${i % 2 === 0 ? 'In Lintel Sallow said so twice.' : 'In Penfold Marrow wrote.'}`,
      }),
    }));
    const usual = (stem: string) => (stem === 'said' ? 0.2 : 6);
    const last = (text: string, rarity: Rarity | null) =>
      choose([...named, draft({ id: 'z', text })], landThemes, rarity).at(-1)?.reason;
    expect(last('Sallow said it again in Lintel and Sallow said it in Lintel.', usual)).toMatchObject({
      rule: 'learned words',
      unsure: true,
      words: ['Lintel', 'Sallow'],
    });
    expect(last('Sallow said that the sails and rope of Lintel lay on the quay.', usual)?.unsure).toBe(false);
    expect(last('Sallow said it again in Lintel and Sallow said it in Lintel.', null)?.words).toContain(
      'said',
    );
  });
  test('is Other, unsure, where nothing matches; the nearest theme is named', () => {
    const choice = chooseLast({ text: 'Parliament passed a budget after midnight.' });
    expect(choice).toMatchObject({
      theme: OTHER_THEME,
      reason: { unsure: true, margin: 0, words: [], rule: 'nothing matched' },
    });
    expect(landThemes.map(({ name }) => name)).toContain(choice?.reason.runnerUp);
  });
  test('is Other for an article that shares no words with the rest', () => {
    expect(chooseLast({ text: '码头上的老人修好了旧船。', language: 'zh' })?.theme).toBe(OTHER_THEME);
    expect(chooseLast({ text: 'Le boulanger rallume son four.', language: 'fr' })?.theme).toBe(OTHER_THEME);
    expect(chooseLast({})?.theme).toBe(OTHER_THEME);
  });
  test('of torn articles is unsure', () => {
    expect(chooseLast({ text: 'The farmer bought a boat.' })?.reason.unsure).toBe(true);
  });
  test('of a single seed is unsure when nothing else backs it', () => {
    expect(choose([draft({ id: 'a', text: 'A boat of chocolate won the cake prize.' })])[0]).toMatchObject({
      theme: 'Sea',
      reason: { unsure: true },
    });
  });
});

describe('few themes', () => {
  test('one theme has no runner-up', () => {
    expect(choose(known, landThemes.slice(0, 1))[0]).toMatchObject({
      theme: 'Sea',
      reason: { runnerUp: null },
    });
  });
  test('no themes leave Other', () => {
    expect(choose(known, [])[0]).toMatchObject({ theme: OTHER_THEME, reason: { runnerUp: null } });
  });
});

test("an editor's theme needs no reason", () => {
  expect(pinTheme('Boats')).toMatchObject({
    theme: 'Boats',
    reason: { unsure: false, rule: 'front matter' },
  });
});
