/** A few articles of an invented marsh, for tests that need a newsletter with something in it. */
/** The least that a config must say. */
export const config = `title: The Reed Post
url: https://reedpost.example
sender:
  name: The Reed Post
  email: letter@reedpost.example
`;

const themes = `themes:
  - name: Water
    seeds: [ferry, sluice, river, harbour, boat]
  - name: Bread
    seeds: [bakery, bread, oven, flour, baker]
`;

export const ferry = `---
title: The ferry at Low Reed runs on Sundays again
source: Reed Courier
author: Hanna Moss
date: 2026-05-14
url: https://courier.example/ferry-sundays
---

The ferry at Low Reed carried 61 passengers on its first Sunday in nine years. The boat left the harbour at
eight with a goat, two prams and the whole of the brass band on board.

The river board will pay 900 crowns a month for the extra crossing until the autumn. Bookings for the first
four Sundays were gone within an hour of the office opening its shutters.

"Nobody asked for the goat," said the harbour master, Ida Pell, "and nobody will forget it either."
`;

export const oven = `---
title: A bakery in Sallow lights its oven with reeds
source: Sallow Post
date: 2026-05-20
url: https://sallowpost.example/reed-oven
---

The bakery in Sallow has heated its oven with cut reeds since the first of the month. Each loaf of bread takes
about four bundles, which the baker buys from the marsh wardens for two crowns.

The flour comes from the mill at High Fen, whose stones were dressed again last winter by a retired teacher.
`;

export const walk = `---
title: A walk around the old sluice
source: Sallow Post
---

The path around the old sluice is dry from end to end for the first time in living memory. Walkers should take
the lower gate, because the upper one belongs to a family of geese who do not share.
`;

/** Files of a newsletter with two dated articles and an undated one. */
export const marsh = {
  'digestif.config.yaml': config + themes,
  'articles/ferry.md': ferry,
  'articles/oven.md': oven,
  'articles/walk.md': walk,
};
