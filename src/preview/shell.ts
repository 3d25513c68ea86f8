import { html } from 'hono/html';
import { isCurrent, listNavigation, type NavLine } from './navigation.ts';
import { count, fold, type Html, liveOnly, type PreviewPage } from './pages/page.ts';
import { helpDialog } from './shortcuts.ts';
import { isRendered, type PreviewState, tellWrong } from './state.ts';

export type Surroundings = {
  /** Path of the page, without fragment. */
  address: string;
  /** Served: which build the page shows. Null: exported, and nothing that needs a server or a script is there. */
  live: { turn: string } | null;
  /** Stands above everything: what keeps the newest build from being shown. */
  overlay: Html | null;
};

/** A whole page: bar, navigation, the page's own. Without a state nothing was built yet. */
export async function renderShell(
  state: PreviewState | null,
  page: PreviewPage,
  { address, live, overlay }: Surroundings,
): Promise<string> {
  const name = state?.newsletter.config.title ?? '';
  const wrong = state ? tellWrong(state) : '';
  const title = [wrong, page.title, name, 'Digestif'].filter((part) => part !== '').join(' · ');
  const markup = await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Digestif preview">
<title>${title}</title>
<link rel="stylesheet" href="/style.css">
${live ? html`<meta name="digestif-turn" content="${live.turn}"><script type="module" src="/client.js"></script>` : ''}
</head>
<body>
<div id="overlay">${overlay ?? ''}</div>
<a class="skip" href="#main">To the content</a>
<header class="bar">
<a class="name" href="/">Digestif</a>
<span class="newsletter">${name}</span>
${liveOnly(barTools())}
</header>
<div class="frame">
${state ? navigation(state, address, live !== null) : html`<nav class="nav" aria-label="Newsletter"></nav>`}
<main id="main" tabindex="-1">
${page.body}
</main>
</div>
${liveOnly(helpDialog())}
</body>
</html>
`;
  return String(markup);
}

function barTools(): Html {
  return html`<p id="news" role="status"></p><form action="/search/" role="search"><input type="search" name="q" aria-label="Search articles" aria-keyshortcuts="/" placeholder="Search"></form><button class="button" type="button" data-help>Keys</button>`;
}

function navigation(state: PreviewState, address: string, live: boolean): Html {
  return html`${fold('Menu')}
<nav class="nav" aria-label="Newsletter">
${listNavigation(state, address).map(
  ({ title, lines }) => html`<h2>${title}</h2>
<ul>
${lines.map((line) => navLine(line, address))}
</ul>
`,
)}
<div class="state">${standing(state, live)}</div>
</nav>`;
}

function navLine({ address, name, note, title }: NavLine, here: string): Html {
  const current = isCurrent(address, here) ? html` aria-current="page"` : '';
  const right = note === '' ? '' : html`<span class="num">${note}</span>`;
  const full = title === undefined || title === name ? '' : html` title="${title}"`;
  return html`<li><a href="${address}"${current}${full}><span class="name">${name}</span>${right}</a></li>
`;
}

function standing(state: PreviewState, live: boolean): Html {
  if (!isRendered(state)) return html`<p>The emails are not rendered yet.</p>`;
  const { diagnostics, faults } = state;
  const wrong = tellWrong(state);
  const words =
    faults.length > 0
      ? `Not rebuilt: ${wrong}`
      : `Built ${wrong === '' ? 'without errors' : `with ${wrong}`}`;
  const others = diagnostics.filter(({ severity }) => severity !== 'error').length;
  const more = others === 0 ? '' : `, ${count(others, 'thing', 'things')} to look at`;
  return html`${live ? html`<p>Watching articles/</p>` : ''}<p><a href="/problems/">${words}${more}</a></p>`;
}
