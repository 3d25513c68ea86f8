import { type Kind, links, paragraphs, say, some } from './kind.ts';

const wiki: Kind = {
  name: 'documentation with contents, ids like words of share bars, code',
  article: [
    say.en(1),
    'Sharing the count',
    say.en(2),
    '$ count --loaves 9',
    say.en(3),
    'Related numbers',
    say.en(4),
  ],
  html: `<html lang="en"><head><title>Counting loaves — Bay Manual</title></head><body><div class="sphinxsidebar">${links(['Index', 'Modules', 'Next', 'Previous'])}</div>
<div class="document"><div class="body" role="main"><div class="section" id="counting-loaves"><h1>Counting loaves<a class="headerlink" href="#counting-loaves">¶</a></h1><div class="contents topic" id="contents"><p class="topic-title">Contents</p>${links(['Sharing the count', 'Related numbers', 'Index'])}</div>
<p>${say.en(1)}</p><div class="section" id="sharing-the-count"><h2>Sharing the count<a class="headerlink" href="#s">¶</a></h2><p>${say.en(2)}</p><pre>$ count --loaves 9</pre><p>${say.en(3)}</p></div>
<div class="section" id="related-numbers"><h2>Related numbers<a class="headerlink" href="#r">¶</a></h2><p>${say.en(4)}</p></div></div></div></div><div class="footer">© Copyright 2020. Created using a generator.</div></body></html>`,
};

const listicle: Kind = {
  name: 'a list article: numbered headings and short texts, Italian',
  article: [say.it(1), '1. Il pane', say.it(2), '2. La nebbia', 'Scende presto.', '3. Il molo', say.it(4)],
  html: `<html lang="it"><head><title>Tre cose della baia</title></head><body><header>${links(['Home', 'Ricette', 'Viaggi'])}</header><div class="post"><h1>Tre cose della baia</h1><p class="meta">di <a href="/a">Ada Riva</a> | 3 marzo 2020</p>
<p>${say.it(1)}</p><h2>1. Il pane</h2><p>${say.it(2)}</p><h2>2. La nebbia</h2><p>Scende presto.</p><h2>3. Il molo</h2><p>${say.it(4)}</p><p><em>Leggi anche: <a href="/b">Dieci modi di contare i pani</a></em></p></div>
<div class="commenti"><h3>Lascia un commento</h3><p>Il tuo indirizzo email non sarà pubblicato. I campi obbligatori sono contrassegnati *</p></div><footer><p>P.IVA 00000000000 - <a href="/p">Privacy</a></p></footer></body></html>`,
};

const recipe: Kind = {
  name: 'a recipe: ingredients and steps are the text, Dutch',
  article: [
    say.nl(1),
    'Ingrediënten',
    '500 g bloem',
    '10 g zout',
    '300 ml water',
    'Bereiding',
    say.nl(2),
    say.nl(3),
  ],
  html: `<html lang="nl"><head><title>Brood van de veerpont - Baaikeuken</title></head><body><nav>${links(['Recepten', 'Tips', 'Over ons'])}</nav><main><article><h1>Brood van de veerpont</h1><p>${say.nl(1)}</p>
<h2>Ingrediënten</h2><ul><li>500 g bloem</li><li>10 g zout</li><li>300 ml water</li></ul><h2>Bereiding</h2><ol><li>${say.nl(2)}</li><li>${say.nl(3)}</li></ol></article>
<section class="newsletter"><h2>Nieuwsbrief</h2><p>Elke week nieuwe recepten in je mailbox, met tips van onze koks en lezers uit het hele land.</p></section></main><footer>${links(['Contact', 'Privacy', 'Voorwaarden'])}</footer></body></html>`,
};

const table: Kind = {
  name: 'a report with a table of results inside',
  article: [say.en(1), 'Boat', 'Loaves', 'North', '12', 'South', '15', say.en(2), say.en(3)],
  html: `<html lang="en"><head><title>Loaf results</title></head><body><div class="menu">${links(['Home', 'Results'])}</div><div class="story"><h1>Loaf results</h1><p>${say.en(1)}</p>
<table class="data"><tr><th>Boat</th><th>Loaves</th></tr><tr><td>North</td><td>12</td></tr><tr><td>South</td><td>15</td></tr></table><p>${say.en(2)}</p><p>${say.en(3)}</p></div></body></html>`,
};

const forum: Kind = {
  name: 'an interview: questions in bold, answers in paragraphs, Turkish',
  article: ['Kaç ekmek saydınız?', say.tr(1), 'Sis ne zaman indi?', say.tr(2), 'Sonra?', say.tr(3)],
  html: `<html lang="tr"><head><title>Fırıncıyla söyleşi</title></head><body><ul class="menu"><li><a href="/">Anasayfa</a></li><li><a href="/g">Gündem</a></li><li><a href="/s">Spor</a></li></ul><div class="haber"><h1>Fırıncıyla söyleşi</h1><div class="haber_tarih">Son güncelleme: 12.03.2018 09:00</div><div class="haber_metni"><p><b>Kaç ekmek saydınız?</b></p><p>${say.tr(1)}</p><p><b>Sis ne zaman indi?</b></p><p>${say.tr(2)}</p><p><b>Sonra?</b></p><p>${say.tr(3)}</p></div><div class="etiketler">Etiketler: <a href="/e">ekmek</a></div></div><div class="yorumlar"><h3>Yorumlar</h3><p>Henüz yorum yapılmamış. İlk yorumu siz yapın ve düşüncelerinizi diğer okurlarla paylaşın.</p></div></body></html>`,
};

const korean: Kind = {
  name: 'Korean news: div text with br, reporter mail, copyright line',
  article: some('ko', 1, 4),
  html: `<html lang="ko"><head><title>만에 내린 안개 - 만안일보</title></head><body><div id="gnb">${links(['홈', '정치', '경제', '사회'])}</div><div id="articleView"><h3 class="tit">만에 내린 안개</h3><div class="date">입력 2014.05.12 10:20</div><div id="articleBody">${some('ko', 1, 4).join('<br/><br/>')}<br/><br/>홍길동 기자 hong@bay.example<br/><br/>&lt;저작권자 ⓒ 만안일보, 무단 전재 및 재배포 금지&gt;</div></div><div class="rel"><h4>관련기사</h4>${links(['새 나룻배 취항', '부두 빵집 개점', '안개 낀 날의 운전'])}</div></body></html>`,
};

const press: Kind = {
  name: 'a press release: place and date line, boilerplate about the firm, contact',
  article: [`BAYTOWN, May 4, 2020 – ${say.en(1)}`, say.en(2), say.en(3)],
  html: `<html lang="en"><head><title>Bay Ferries counts loaves</title></head><body><div class="hd">${links(['News', 'Investors', 'Careers'])}</div><div class="release"><h1>Bay Ferries counts loaves</h1><p>BAYTOWN, May 4, 2020 – ${say.en(1)}</p><p>${say.en(2)}</p><p>${say.en(3)}</p></div><div class="ft"><p>© 2020 Bay Ferries. All rights reserved.</p></div></body></html>`,
};

const wrapped: Kind = {
  name: 'text split over several containers, ads between, Swedish',
  article: some('sv', 1, 6),
  html: `<html lang="sv"><head><title>Dimman över viken</title></head><body><nav>${links(['Start', 'Nyheter', 'Sport'])}</nav><div class="page"><h1>Dimman över viken</h1><div class="part"><p>${say.sv(1)}</p><p>${say.sv(2)}</p></div><div class="annons"><p>Annons</p></div><div class="part"><p>${say.sv(3)}</p><p>${say.sv(4)}</p></div><div class="lasmer"><p>Läs också: <a href="/x">Nya färjan har kommit till viken</a></p></div><div class="part"><p>${say.sv(5)}</p><p>${say.sv(6)}</p></div></div><footer>Ansvarig utgivare: Bo Vik</footer></body></html>`,
};

const keyPoints: Kind = {
  name: 'key points above the text, and a correction below it',
  article: [
    'The ferry left at dawn, nobody saw it go.',
    'Nine loaves were counted on board.',
    ...some('en', 1, 4),
    'Correction: an earlier version gave the wrong number of loaves.',
  ],
  html: `<html lang="en"><head><title>Ferry gone</title></head><body><header>${links(['Home', 'Bay', 'Sea'])}</header><article><h1>Ferry gone</h1><ul class="key-points"><li>The ferry left at dawn, nobody saw it go.</li><li>Nine loaves were counted on board.</li></ul>${paragraphs(some('en', 1, 4))}<p><em>Correction: an earlier version gave the wrong number of loaves.</em></p><ul class="tags-list"><li><a href="/1">Ferries</a></li><li><a href="/2">Bread</a></li></ul></article></body></html>`,
};

const oneLine: Kind = {
  name: 'a very short notice in a page of links',
  article: [say.en(5)],
  html: `<html lang="en"><head><title>Pier closed</title></head><body><div id="nav">${links(['Home', 'Timetable', 'Fares', 'Contact', 'Jobs', 'Press'])}</div><div id="content"><h1>Pier closed</h1><p>${say.en(5)}</p></div><div id="side"><h3>Quick links</h3>${links(['Buy a ticket', 'Lost and found', 'Groups'])}</div><div id="footer">Bay Ferries, Pier 4. Call 555 0100 for help with your ticket, every day from six to six.</div></body></html>`,
};

const consentWall: Kind = {
  name: 'a consent wall longer than the article, French',
  article: some('fr', 1, 3),
  html: `<html lang="fr"><head><title>La brume sur la baie</title></head><body><div class="didomi-popup" role="dialog" aria-modal="true"><h2>Votre vie privée</h2>${paragraphs(
    [1, 2, 3, 4, 5, 6].map(
      (n) =>
        `Avec votre accord, nous et nos ${n}00 partenaires utilisons des cookies ou technologies similaires pour stocker, consulter et traiter des données personnelles telles que votre visite sur ce site, les adresses IP et les identifiants de cookie.`,
    ),
  )}<button>Accepter</button></div><header>${links(['Une', 'Société', 'Mer'])}</header><div class="article-wrap"><h1>La brume sur la baie</h1><div class="texte">${paragraphs(some('fr', 1, 3))}</div><p class="signature">Jean Quai</p></div><div class="voir-aussi"><p>À lire aussi : <a href="/x">Le nouveau bac arrive au printemps</a></p></div></body></html>`,
};

const jsonBody: Kind = {
  name: 'an article whose paragraphs are bare text in a div of an app',
  article: some('en', 30, 3),
  html: `<html lang="en"><head><title>App page</title><script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'App page', articleBody: some('en', 30, 3).join(' ') })}</script></head><body><div id="root"><div class="x1"><a href="/">Home</a><a href="/s">Search</a></div><div class="x2"><div class="x3"><h1>App page</h1></div><div class="x4"><div class="x5"><span>${say.en(30)}</span></div><div class="x5"><span>${say.en(31)}</span></div><div class="x5"><span>${say.en(32)}</span></div></div></div><div class="x6"><span>Sea</span><span>Bread</span></div></div></body></html>`,
};

const comments: Kind = {
  name: 'a short article below which comments are longer than it',
  article: some('en', 1, 2),
  html: `<html lang="en"><head><title>Fog again</title></head><body><nav>${links(['Home', 'About'])}</nav><div id="page"><div class="entry"><h2>Fog again</h2><div class="txt">${paragraphs(some('en', 1, 2))}</div></div><div id="comments"><h3>6 responses</h3><ol class="commentlist">${[
    1, 2, 3, 4, 5, 6,
  ]
    .map(
      (n) =>
        `<li class="comment"><cite>Reader ${n}</cite> says:<p>I saw the ferry ${n} times that week, and each time the bakers were counting something else, so I am not sure that the number in the post can be right, whatever the paper says.</p><p>And the fog was much thicker where I stood, as anybody from the north side of the bay will tell you.</p></li>`,
    )
    .join('')}</ol></div></div></body></html>`,
};

const twoParts: Kind = {
  name: 'a marked text of which one part alone looks like an article',
  article: [...some('en', 1, 6), ...some('en', 40, 4)],
  html: `<html lang="en"><head><title>Two boats</title></head><body><nav>${links(['Home', 'Bay'])}</nav><div id="w"><h1>Two boats</h1><div class="article-body"><div class="col"><div>${paragraphs(some('en', 1, 6))}</div></div><div class="unit extra"><div class="deep"><div>${some(
    'en',
    40,
    4,
  )
    .map((t) => `<span class="ln">${t}</span><br><br>`)
    .join('')}</div></div></div></div></div></body></html>`,
};

export const others: Kind[] = [
  wiki,
  listicle,
  recipe,
  table,
  forum,
  korean,
  press,
  wrapped,
  keyPoints,
  oneLine,
  consentWall,
  jsonBody,
  comments,
  twoParts,
];
