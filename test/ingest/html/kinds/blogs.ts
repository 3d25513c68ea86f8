import { type Kind, links, paragraphs, say, some } from './kind.ts';

const wordpress: Kind = {
  name: 'WordPress, German: sidebar, author box, comments, cookie banner',
  article: [...some('de', 1, 3), 'Was danach kam', ...some('de', 4, 2)],
  html: `<html lang="de"><head><title>Der Nebel über der Bucht – Inselblog</title></head><body class="single">
<div id="cookie-law-info-bar"><span>Diese Website verwendet Cookies, um Ihnen das beste Erlebnis zu bieten. Mit dem Besuch stimmen Sie dem zu. <a>Mehr erfahren</a> <a>OK</a></span></div>
<header><p class="site-title"><a href="/">Inselblog</a></p><nav>${links(['Startseite', 'Über mich', 'Impressum', 'Datenschutz'])}</nav></header>
<main id="main"><article class="post hentry"><header class="entry-header"><h1 class="entry-title">Der Nebel über der Bucht</h1>
<div class="entry-meta"><span class="posted-on">Veröffentlicht am <time datetime="2024-03-05">5. März 2024</time></span> <span class="byline">von <a href="/author/uwe">Uwe Tang</a></span></div></header>
<div class="entry-content">${paragraphs(some('de', 1, 3))}<h2>Was danach kam</h2>${paragraphs(some('de', 4, 2))}
<div class="sharedaddy"><h3 class="sd-title">Teilen mit:</h3>${links(['Facebook', 'Mastodon', 'Drucken'])}</div>
<div id="jp-relatedposts"><h3>Ähnliche Beiträge</h3><p><a href="/a">Der Leuchtturm am anderen Ufer und seine Wärterin</a></p></div></div>
<footer class="entry-footer">Kategorien: <a href="/c">Meer</a> Schlagwörter: <a href="/t">Nebel</a>, <a href="/t2">Brot</a></footer></article>
<div class="author-box"><h3>Über Uwe Tang</h3><p>Uwe Tang lebt seit zwanzig Jahren auf der Insel, backt jeden Morgen sein eigenes Brot und schreibt hier darüber, was er dabei sieht.</p></div>
<nav class="post-navigation"><a rel="prev" href="/1">← Der vorige Beitrag über das Brot</a><a rel="next" href="/2">Der nächste Beitrag →</a></nav>
<div id="comments" class="comments-area"><h2>2 Gedanken zu „Der Nebel über der Bucht“</h2><ol class="comment-list"><li><p>Ein wirklich schöner Bericht, der mich an meine eigene Zeit auf der Insel erinnert hat, als der Nebel noch dichter war. Danke!</p></li></ol>
<form><p>Deine E-Mail-Adresse wird nicht veröffentlicht. Erforderliche Felder sind mit * markiert.</p></form></div></main>
<aside class="widget-area"><h2>Neueste Beiträge</h2>${links(['Brot am Morgen', 'Die alte Fähre'])}</aside>
<footer><p>Stolz präsentiert von einer freien Software. Alle Rechte vorbehalten.</p></footer></body></html>`,
};

const blogger: Kind = {
  name: 'Blogger, Portuguese: one div with br between paragraphs',
  article: some('pt', 1, 4),
  html: `<html><head><title>Caderno da Baía: O nevoeiro</title></head><body><div class="content-outer">
<div class="tabs">${links(['Início', 'Quem sou', 'Contato'])}</div><h2 class="date-header"><span>domingo, 4 de fevereiro de 2018</span></h2>
<div class="post-outer"><div class="post hentry"><h3 class="post-title entry-title">O nevoeiro</h3>
<div class="post-body entry-content"><div class="separator"><a href="x.jpg"><img src="x.jpg"></a></div>
${some('pt', 1, 4).join('<br />\n<br />\n')}<br /><div style="clear: both;"></div></div>
<div class="post-footer"><div class="post-footer-line"><span class="post-author vcard">Postado por <span class="fn">Rui Mota</span></span> <span class="post-timestamp">às <abbr title="2018-02-04T10:00:00-03:00">10:00</abbr></span> <span>Marcadores: <a href="/l">mar</a>, <a href="/m">pão</a></span></div></div></div>
<div class="comments" id="comments"><h4>3 comentários:</h4><dl><dt>Ana disse...</dt><dd><p>Que texto bonito, lembrei da minha avó que também contava os pães antes de sair de casa todos os dias do ano.</p></dd></dl><p>Postar um comentário</p></div></div>
<div class="blog-pager"><a href="/n">Postagem mais recente</a> <a href="/o">Postagem mais antiga</a></div>
<div class="sidebar"><h2>Arquivo do blog</h2>${links(['2018 (3)', '2017 (41)', '2016 (12)'])}</div></div></body></html>`,
};

const medium: Kind = {
  name: 'a Medium-like page: sections, claps, follow line, pull quote, code',
  article: [
    say.en(1),
    'A first attempt',
    say.en(2),
    'Count twice, bake once.',
    say.en(3),
    'loaves = count(board)\nprint(loaves)',
    say.en(4),
  ],
  html: `<html lang="en"><head><title>How we count loaves. And why | by Mia Storm | Bay Notes | Mar, 2021</title><meta property="og:title" content="How we count loaves"></head><body>
<div class="navbar"><a href="/">Open in app</a><a href="/signin">Sign in</a><a>Get started</a></div>
<article><section><div><h1>How we count loaves</h1><h2 class="subtitle">And why</h2><div><a href="/@mia">Mia Storm</a><span>Follow</span><span>Mar 3, 2021 · 4 min read</span></div>
<p>${say.en(1)}</p><h1>A first attempt</h1><p>${say.en(2)}</p><blockquote><p>Count twice, bake once.</p></blockquote><p>${say.en(3)}</p>
<pre><code>loaves = count(board)
print(loaves)</code></pre><p>${say.en(4)}</p></section></article>
<div class="tags">${links(['Baking', 'Ferries', 'Counting'])}</div><div><button>142 claps</button><button>3</button></div>
<div class="author-bio"><h2>Written by Mia Storm</h2><p>Baker, ferry passenger and counter of things. Writes about all three, and sometimes about fog.</p></div>
<div><h3>More from Bay Notes</h3><div><h2><a href="/x">What the fog taught me about queues</a></h2><p><a href="/x">It was a morning like any other when I noticed it.</a></p></div></div>
<footer>${links(['Help', 'About', 'Legal'])}</footer></body></html>`,
};

const joomla: Kind = {
  name: 'Joomla in tables, Polish, no main element',
  article: some('pl', 1, 4),
  html: `<html lang="pl"><head><title>Mgła nad zatoką</title></head><body><table width="960"><tr><td colspan="3"><a href="/">Strona główna</a> | <a href="/k">Kontakt</a> | <a href="/r">Regulamin</a></td></tr>
<tr><td width="150" valign="top"><table class="moduletable"><tr><th>Menu</th></tr><tr><td><a class="mainlevel" href="/1">Aktualności</a></td></tr><tr><td><a class="mainlevel" href="/2">Galeria</a></td></tr></table></td>
<td valign="top"><table class="contentpaneopen"><tr><td class="contentheading">Mgła nad zatoką</td><td class="buttonheading"><a href="#">Drukuj</a></td></tr></table>
<table class="contentpaneopen"><tr><td class="small">Wpisany przez Jan Kot</td></tr><tr><td class="createdate">wtorek, 06 maja 2014 10:12</td></tr><tr><td>${paragraphs(some('pl', 1, 4))}</td></tr>
<tr><td class="modifydate">Poprawiony: środa, 07 maja 2014 08:00</td></tr></table></td>
<td width="150"><table class="moduletable"><tr><th>Najczęściej czytane</th></tr><tr><td>${links(['Piekarnia na nabrzeżu otwarta', 'Nowy prom już płynie'])}</td></tr></table></td></tr>
<tr><td colspan="3">© 2014 Gazeta Zatoki. Wszelkie prawa zastrzeżone.</td></tr></table></body></html>`,
};

const fonts: Kind = {
  name: 'markup of 1998: font, center, br, no paragraphs',
  article: some('en', 10, 4),
  html: `<HTML><HEAD><TITLE>Fog Over the Bay</TITLE></HEAD><BODY BGCOLOR=#FFFFFF><CENTER><FONT SIZE=+3><B>Fog Over the Bay</B></FONT><BR><FONT SIZE=-1><A HREF=index.html>Home</A> | <A HREF=news.html>News</A> | <A HREF=links.html>Links</A></FONT></CENTER><HR>
<FONT FACE="Times">${some('en', 10, 4).join('\n<P>')}</FONT><HR><CENTER><FONT SIZE=-2>Copyright 1998 The Bay Bulletin. Best viewed at 800x600.<BR><A HREF=mailto:web@bay.example>Webmaster</A></FONT></CENTER></BODY></HTML>`,
};

const tumble: Kind = {
  name: 'a short post of one paragraph, French',
  article: [say.fr(3), say.fr(4)],
  html: `<html lang="fr"><head><title>Carnet de bord</title><meta property="og:title" content="La brume"></head><body><div id="header"><h1><a href="/">Carnet de bord</a></h1></div>
<div id="posts"><div class="post text"><h2>La brume</h2><div class="body-text"><p>${say.fr(3)}</p><p>${say.fr(4)}</p></div><div class="info"><a href="/d">12 janvier 2012</a> <a href="/n">14 notes</a></div>
<ol class="notes"><li>marin a aimé ce billet</li><li>boulange a reblogué ce billet depuis carnet</li></ol></div></div><div id="footer"><p>Thème par Quelqu’un. <a href="/rss">S’abonner</a></p></div></body></html>`,
};

export const blogs: Kind[] = [wordpress, blogger, medium, joomla, fonts, tumble];
