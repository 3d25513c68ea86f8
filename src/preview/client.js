// What a page of the preview does beyond being a page: it follows the builds, gives frames their height, leads from a
// sentence to its source, and knows keys. Everything else works without it. Plain JavaScript, served as it stands.

/** @param {string} name */
const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? '';

/** The build that is shown. */
const shownTurn = () => meta('digestif-turn');

/** @param {string} turn */
const buildOf = (turn) => turn.split('.')[0];

// --- Following the builds -------------------------------------------------------------------------------------------

/** The page as it is now is fetched, and what differs is put into the one that is shown: places and focus stay. */
async function refresh() {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null);
  if (!response) return;
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  document.title = fresh.title;
  const before = { turn: shownTurn(), broken: hasErrors() };
  endExchanges();
  morph(document.head, fresh.head);
  morph(document.body, fresh.body);
  for (const [frame, next] of outdated.splice(0)) exchange(frame, next);
  settle();
  announce(tellNews(before));
}

const isWaiting = () => document.querySelector('[aria-busy="true"]') !== null;

const hasErrors = () => document.querySelector('.overlay') !== null;

/** What happened to the page since it was last told. */
let happened = 'Checked';

/** One sentence for what came, when it is checked; errors speak for themselves. @param {{ turn: string, broken: boolean }} before */
function tellNews({ turn, broken }) {
  if (buildOf(turn) !== buildOf(shownTurn())) happened = broken ? 'Mended' : 'Updated';
  if (hasErrors() || isWaiting()) return '';
  const text = (/** @type {string} */ place) => document.querySelector(place)?.textContent?.trim() ?? '';
  const news = `${happened}: ${text('h1')}. ${text('#verdict') || text('.state a')}.`;
  happened = 'Checked';
  return news;
}

/**
 * Makes the children of one element those of another, keeping every node that can stay.
 * @param {Element} now
 * @param {Element} then
 */
function morph(now, then) {
  const wanted = [...then.childNodes];
  for (const [i, next] of wanted.entries()) {
    const here = now.childNodes[i];
    if (!here) now.append(document.importNode(next, true));
    else if (!isSame(here, next)) {
      // What was put in or taken out before a node that is known by its id must not shift all that follows.
      const later = keyOf(next) && [...now.childNodes].slice(i + 1).find((n) => isSame(n, next));
      if (later) {
        while (now.childNodes[i] !== later) now.childNodes[i]?.remove();
        morphNode(later, next);
      } else if (keyOf(here) && wanted.slice(i + 1).some((n) => isSame(here, n)))
        now.insertBefore(document.importNode(next, true), here);
      else now.replaceChild(document.importNode(next, true), here);
    } else morphNode(here, next);
  }
  while (now.childNodes.length > wanted.length) now.lastChild?.remove();
}

/** @param {Node} node */
const keyOf = (node) => (node instanceof Element ? node.id : '');

/** @param {Node} a @param {Node} b */
const isSame = (a, b) => a.nodeName === b.nodeName && keyOf(a) === keyOf(b);

/** @param {Node} here @param {Node} next */
function morphNode(here, next) {
  if (here instanceof HTMLIFrameElement && next instanceof Element) return morphFrame(here, next);
  if (!(here instanceof Element) || !(next instanceof Element)) {
    if (here.nodeValue !== next.nodeValue) here.nodeValue = next.nodeValue;
    return;
  }
  const waits = next.getAttribute('aria-busy') === 'true';
  // What the script or the reader has set stays: an open dialog or details, words that are being typed.
  const kept = here.matches('dialog, details') ? ['open'] : here.matches('input') ? ['value'] : [];
  for (const { name } of [...here.attributes])
    if (!next.hasAttribute(name) && !kept.includes(name)) here.removeAttribute(name);
  for (const { name, value } of next.attributes)
    if (here.getAttribute(name) !== value && !kept.includes(name)) here.setAttribute(name, value);
  // What was said before stands until the new is known.
  if (!waits) morph(here, next);
}

/**
 * Frames that have to show other bytes; they are exchanged when the page around them is as it should be.
 * @type {[HTMLIFrameElement, Element][]}
 */
const outdated = [];

/** @param {HTMLIFrameElement} frame @param {Element} next */
function morphFrame(frame, next) {
  if (frame.getAttribute('src') !== next.getAttribute('src')) outdated.push([frame, next]);
  else if (frame.className !== next.className) frame.className = next.className;
}

/**
 * A frame with other bytes is loaded behind the one that is seen, and takes its place at the same height.
 * @param {HTMLIFrameElement} frame @param {Element} next
 */
function exchange(frame, next) {
  const fresh = /** @type {HTMLIFrameElement} */ (document.importNode(next, true));
  const { scrollX: x = 0, scrollY: y = 0 } = frame.contentWindow ?? {};
  fresh.style.height = frame.style.height;
  fresh.classList.add('arriving');
  const arrive = () => {
    sizeToContent(fresh);
    fresh.contentWindow?.scrollTo(x, y);
    frame.remove();
    fresh.classList.remove('arriving');
  };
  fresh.addEventListener('load', arrive, { once: true });
  frame.dataset['leaving'] = '';
  frame.before(fresh);
}

/** Ends exchanges that still wait for their bytes: the next page brings newer ones. */
function endExchanges() {
  for (const fresh of document.querySelectorAll('.arriving')) fresh.remove();
  for (const frame of document.querySelectorAll('[data-leaving]')) frame.removeAttribute('data-leaving');
}

// --- Frames ---------------------------------------------------------------------------------------------------------

/** A frame is as high as what it shows, so that the page scrolls and not a box in it. @param {HTMLIFrameElement} frame */
function sizeToContent(frame) {
  const root = frame.contentDocument?.documentElement;
  if (!root) return;
  frame.style.height = `${Math.ceil(root.getBoundingClientRect().height) + 2}px`;
}

/** Follows a click in a frame: a sentence to its source, a link to a window of its own. @param {HTMLIFrameElement} frame */
function follow(frame) {
  const inner = frame.contentDocument;
  if (!inner || inner.documentElement.dataset['followed']) return;
  inner.documentElement.dataset['followed'] = 'yes';
  inner.addEventListener('click', (event) => {
    const target = /** @type {Element | null} */ (event.target);
    const link = target?.closest('a[href]');
    const source = sourceOf(target?.closest('li')?.textContent ?? '');
    if (link) {
      const address = link.getAttribute('href') ?? '';
      if (address.startsWith('#')) return;
      event.preventDefault();
      window.open(/** @type {HTMLAnchorElement} */ (link).href, '_blank', 'noopener,noreferrer');
    } else if (source) location.assign(source);
  });
  inner.addEventListener('keydown', onKey);
}

/** @param {string} text */
function sourceOf(text) {
  const words = text.replace(/\s+/gu, ' ').trim();
  if (words === '') return null;
  const links = [.../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('#sentences a'))];
  const found = links.find((link) => words.startsWith((link.textContent ?? '').replace(/\s+/gu, ' ').trim()));
  return found?.getAttribute('href') ?? null;
}

// --- Keys -----------------------------------------------------------------------------------------------------------

const keysOff = 'digestif-keys-off';

/** Keys are written on the links they follow (`aria-keyshortcuts`). @param {KeyboardEvent} event */
function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const target = /** @type {Element | null} */ (event.target);
  if (target?.closest?.('input, textarea, select, dialog')) return;
  if (event.key === '?') return openHelp();
  if (localStorage.getItem(keysOff)) return;
  const found = [...document.querySelectorAll('[aria-keyshortcuts]')].find(
    (element) => element.getAttribute('aria-keyshortcuts') === event.key,
  );
  if (!(found instanceof HTMLElement)) return;
  event.preventDefault();
  if (found instanceof HTMLInputElement) found.focus();
  else found.click();
}

const help = () => /** @type {HTMLDialogElement | null} */ (document.querySelector('#help'));

function openHelp() {
  const dialog = help();
  if (!dialog || dialog.open) return;
  const box = /** @type {HTMLInputElement | null} */ (dialog.querySelector('#keys-on'));
  if (box) box.checked = !localStorage.getItem(keysOff);
  dialog.showModal();
}

document.addEventListener('keydown', onKey);
document.addEventListener('click', (event) => {
  const target = /** @type {Element | null} */ (event.target);
  if (target?.closest('[data-help]')) openHelp();
  if (target?.closest('[data-close]')) {
    const overlay = /** @type {HTMLElement | null} */ (target.closest('.overlay'));
    sessionStorage.setItem('digestif-aside', overlay?.dataset['id'] ?? '');
    settle();
  }
});
document.addEventListener('change', (event) => {
  const box = event.target;
  if (!(box instanceof HTMLInputElement) || box.id !== 'keys-on') return;
  if (box.checked) localStorage.removeItem(keysOff);
  else localStorage.setItem(keysOff, 'yes');
});

// --- What is done once and after every refresh ------------------------------------------------------------------------

/** @param {string} words */
function announce(words) {
  const place = document.querySelector('#news');
  if (place) place.textContent = words;
}

function settle() {
  const overlay = /** @type {HTMLElement | null} */ (document.querySelector('.overlay'));
  const id = overlay?.dataset['id'] ?? '';
  // Once it is mended, the same error is news again.
  if (!overlay) sessionStorage.removeItem('digestif-aside');
  else overlay.hidden = id !== '' && sessionStorage.getItem('digestif-aside') === id;
  makeRoom(overlay);
  for (const frame of document.querySelectorAll('iframe')) {
    const ready = () => {
      sizeToContent(frame);
      follow(frame);
    };
    if (frame.contentDocument?.readyState === 'complete' && frame.contentDocument.URL !== 'about:blank')
      ready();
    frame.onload = ready;
  }
  // A part that was put in anew is not the target any more, although the address names it.
  if (location.hash !== '' && !document.querySelector(':target')) {
    const place = { x: scrollX, y: scrollY };
    location.replace(location.href);
    scrollTo(place.x, place.y);
  }
}

/** The page ends above the panel, and what has the focus is not covered by it. @param {HTMLElement | null} overlay */
function makeRoom(overlay) {
  const height = overlay?.offsetHeight ?? 0;
  document.documentElement.style.setProperty('--panel', `${height}px`);
  const focused = document.activeElement;
  if (!focused || height === 0 || overlay?.contains(focused) || focused.matches('body, main, iframe')) return;
  if (focused.getBoundingClientRect().bottom > innerHeight - height)
    focused.scrollIntoView({ block: 'nearest' });
}

addEventListener('resize', () => {
  makeRoom(document.querySelector('.overlay'));
  for (const frame of document.querySelectorAll('iframe')) sizeToContent(frame);
});

/** What is added to a build, after the dot, matters to pages that wait for it. @param {string} turn */
function isNews(turn) {
  if (buildOf(turn) !== buildOf(shownTurn())) return true;
  return turn !== shownTurn() && isWaiting();
}

let refreshing = Promise.resolve();
const events = new EventSource('/events');
events.addEventListener('turn', (event) => {
  document.documentElement.dataset['live'] = 'yes';
  announce('');
  // One after the other: a build that comes while a page is fetched is fetched after it.
  refreshing = refreshing.then(() => (isNews(event.data) ? refresh() : undefined));
});
events.addEventListener('error', () => announce('The preview has ended, or is being started again.'));
settle();
