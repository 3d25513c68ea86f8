import type { ThemeDefinition } from '../../src/types.ts';

function define(themes: { [name: string]: string }): ThemeDefinition[] {
  return Object.entries(themes).map(([name, seeds]) => ({ name, seeds: seeds.split(', ') }));
}

/** Seeds for the classes of BBC news, ten each. */
export const bbcThemes = define({
  business:
    'economy, profit, shares, bank, company, sales, oil price, stock market, economic growth, investors',
  entertainment: 'film, music, actor, album, award, band, singer, comedy, festival, box office',
  politics: 'minister, election, labour, tory, parliament, party, government, voters, mp, home secretary',
  sport: 'match, coach, champion, player, team, football, rugby, tennis, injury, cup',
  tech: 'software, computer, internet, technology, users, broadband, mobile phone, online, web, gadget',
});

/** Seeds for the classes of AG News, ten each. */
export const agThemes = define({
  World: 'minister, troops, killed, iraq, peace talks, rebels, nuclear, palestinian, election, police',
  Sports: 'season, team, coach, cup, win, olympic, league, player, champion, night',
  Business: 'profit, shares, oil prices, stocks, economy, bank, investors, earnings, sales, airline',
  'Sci/Tech': 'software, microsoft, internet, computer, space, scientists, web, phone, google, music',
});
