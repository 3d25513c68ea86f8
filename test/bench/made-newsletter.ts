/** A seeded newsletter of invented articles in several formats over many months. */
import { createDice } from '../eval/dice.ts';

export type MadeFiles = { [path: string]: string };

type Dice = ReturnType<typeof createDice>;

type MadeArticle = { title: string; author: string; day: string; paragraphs: string[]; number: number };

const syllables =
  'ba bel bren cor dal den dun el fen gar hal hol il jor kel lan lun mar mer mor nel or pel quin ral ren sol tar tor ul van ver wen wick yar zel'.split(
    ' ',
  );
const people = 'Ada,Bram,Cora,Dirk,Edda,Femke,Gil,Hanne,Ivo,Jora,Klaas,Lene,Mats,Nora,Otto,Pia'.split(',');
const places =
  'bridge,harbour,council,school,market,river,library,hospital,forest,museum,railway,clinic,festival,ferry,mill,theatre'.split(
    ',',
  );
const verbs =
  'opened,closed,repaired,measured,promised,delayed,rebuilt,counted,bought,visited,praised,questioned'.split(
    ',',
  );
const plain =
  'the of and to in for that with on as was by at from after before since over under between during through while because although until again still also only more most other many several first second third last early late small large new old long short high low open public local'.split(
    ' ',
  );

/** Three in ten articles tell an event that another one told; one in fifty is a copy. */
const retold = 3;
const copied = 50;

/** A newsletter of so many articles over so many months; the same seed gives the same bytes. */
export function makeNewsletterFiles(articles: number, months = 24, seed = 1): MadeFiles {
  const dice = createDice(seed);
  const words = makeWords(dice, 4000);
  const made: MadeArticle[] = [];
  for (let number = 0; number < articles; number += 1)
    made.push(makeArticle(number, Math.floor((number * months) / articles), made, words, dice));
  const files: MadeFiles = { 'digestif.config.yaml': config };
  for (let at = 0; at < made.length; ) {
    const size = writeNext(made.slice(at), files, dice);
    at += size;
  }
  return files;
}

const config = `title: The Reed Post
url: https://reedpost.example
sender:
  name: The Reed Post
  email: letter@reedpost.example
`;

/** Invented words, the first of them the most frequent. */
function makeWords(dice: Dice, count: number): string[] {
  const words = new Set<string>();
  while (words.size < count)
    words.add(Array.from({ length: 2 + dice(2) }, () => syllables[dice(syllables.length)]).join(''));
  return [...words];
}

function makeArticle(
  number: number,
  month: number,
  before: readonly MadeArticle[],
  words: readonly string[],
  dice: Dice,
): MadeArticle {
  const day = `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${String(1 + dice(28)).padStart(2, '0')}`;
  const other = before.at(-1 - dice(6));
  if (other && dice(copied) === 0) return { ...other, author: nameOf(dice, words), number };
  const told = other !== undefined && dice(10) < retold ? other : null;
  const event = told
    ? told.title.split(' ')
    : Array.from({ length: 3 }, () => capital(words[300 + dice(words.length - 300)] ?? ''));
  const title = `${event.slice(0, 3).join(' ')} ${verbs[dice(verbs.length)]} the ${places[dice(places.length)]} ${told ? 'again' : 'at last'}`;
  const paragraphs = Array.from({ length: 5 + dice(6) }, () =>
    Array.from({ length: 2 + dice(3) }, () => makeSentence(event, words, dice)).join(' '),
  );
  return { title, author: nameOf(dice, words), day: told?.day ?? day, paragraphs, number };
}

function nameOf(dice: Dice, words: readonly string[]): string {
  return `${people[dice(people.length)]} ${capital(words[dice(words.length)] ?? '')}`;
}

/** About twenty words: most are plain, some are the event's, some follow Zipf's law. */
function makeSentence(event: readonly string[], words: readonly string[], dice: Dice): string {
  const body = Array.from({ length: 12 + dice(14) }, () => {
    const kind = dice(10);
    if (kind < 5) return plain[dice(plain.length)];
    if (kind < 6) return event[dice(3)];
    if (kind < 7) return places[dice(places.length)];
    return words[Math.floor(words.length ** (dice(1000) / 1000)) - 1];
  });
  return `The ${places[dice(places.length)]} ${verbs[dice(verbs.length)]} ${body.join(' ')}.`;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** Writes the next articles into a file of some format; returns how many. */
function writeNext(next: readonly MadeArticle[], files: MadeFiles, dice: Dice): number {
  const [article] = next;
  if (!article) return 0;
  const kind = dice(20);
  const path = `articles/${article.day.slice(0, 7)}/${String(article.number).padStart(5, '0')}`;
  const several = next.filter((a) => a.day.slice(0, 7) === article.day.slice(0, 7)).slice(0, 6);
  if (kind === 0) files[`${path}.xml`] = toFeed(several);
  else if (kind === 1)
    files[`${path}.mbox`] = several
      .map(
        (a) =>
          `From reed@post.example ${new Date(`${a.day}T08:00:00Z`).toUTCString().replace(/(\w+), (\d+) (\w+) (\d+) (\S+) GMT/u, '$1 $3 $2 $5 $4')}\n${toMail(a)}\n`,
      )
      .join('');
  else if (kind < 9) files[`${path}.md`] = toMarkdown(article);
  else if (kind < 13) files[`${path}.txt`] = toText(article);
  else if (kind < 17) files[`${path}.html`] = toPage(article);
  else files[`${path}.eml`] = toMail(article);
  return kind < 2 ? several.length : 1;
}

function addressOf({ number }: MadeArticle): string {
  return `https://courier.example/${number}`;
}

function toMarkdown(a: MadeArticle): string {
  return `---\ntitle: ${a.title}\ndate: ${a.day}\nauthor: ${a.author}\nsource: Reed Courier\nurl: ${addressOf(a)}\n---\n\n${a.paragraphs.join('\n\n')}\n`;
}

function toText(a: MadeArticle): string {
  return `${a.title}\n\nBy ${a.author}\n${a.day}\n\n${a.paragraphs.join('\n\n')}\n`;
}

function toPage(a: MadeArticle): string {
  const body = a.paragraphs.map((p) => `<p>${p}</p>`).join('\n');
  return `<!doctype html><html lang="en"><head><title>${a.title}</title><link rel="canonical" href="${addressOf(a)}"><meta property="article:published_time" content="${a.day}"></head><body><nav><a href="/">Home</a></nav><article><h1>${a.title}</h1><p class="byline">By ${a.author}</p>${body}</article><footer>Reed Courier</footer></body></html>`;
}

function toMail(a: MadeArticle): string {
  const date = `${new Date(`${a.day}T08:00:00Z`).toUTCString().replace('GMT', '+0000')}`;
  return `From: ${a.author} <letters@courier.example>\nTo: reed@post.example\nSubject: ${a.title}\nDate: ${date}\nContent-Type: text/plain; charset=utf-8\n\n${a.paragraphs.join('\n\n')}\n`;
}

function toFeed(articles: readonly MadeArticle[]): string {
  const items = articles.map(
    (a) =>
      `<item><title>${a.title}</title><link>${addressOf(a)}</link><pubDate>${new Date(`${a.day}T08:00:00Z`).toUTCString()}</pubDate><description>${a.paragraphs.map((p) => `&lt;p&gt;${p}&lt;/p&gt;`).join('')}</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Reed Courier</title><link>https://courier.example</link><description>News</description>${items.join('')}</channel></rss>`;
}
