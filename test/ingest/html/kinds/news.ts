import { type Kind, links, paragraphs, say, some } from './kind.ts';

const teasers = (words: readonly string[]): string =>
  words
    .map(
      (w, i) =>
        `<article class="teaser"><h3><a href="/t${i}">${w}</a></h3><p>${w}: what we know so far about it, and what the harbour office has said since the morning.</p><time datetime="2020-01-0${i + 1}">${i + 1} Jan</time></article>`,
    )
    .join('');

const teaserPage: Kind = {
  name: 'one article with teaser articles around it',
  article: some('en', 1, 5),
  html: `<html lang="en"><head><title>Ferry leaves early | Bay Post</title></head><body><div class="top">${teasers(['Bakers strike', 'Fog record'])}</div>
<main><article><h1>Ferry leaves early</h1><p class="dek">The boat was gone before anyone was up.</p>${paragraphs(some('en', 1, 5))}</article>
<section><h2>More stories</h2>${teasers(['Old pier sold', 'New captain', 'Bread prices', 'Gulls return'])}</section></main><footer>Bay Post</footer></body></html>`,
};
teaserPage.article.unshift('The boat was gone before anyone was up.');

const typo3: Kind = {
  name: 'TYPO3 news, German: csc-default blocks, back link, dates',
  article: [say.de(1), say.de(2), 'Nächste Schritte', say.de(3), 'Erstens die Brote', 'Zweitens der Nebel'],
  html: `<html lang="de"><head><title>Fähre fährt früher: Gemeinde Bucht</title></head><body><div id="nav_main">${links(['Rathaus', 'Bürger', 'Tourismus', 'Wirtschaft'])}</div>
<div class="breadcrumb">Sie sind hier: <a href="/">Startseite</a> &gt; <a href="/a">Aktuelles</a></div>
<div id="content"><!--TYPO3SEARCH_begin--><div class="news news-single"><div class="article"><div class="header"><h1 itemprop="headline">Fähre fährt früher</h1></div>
<div class="footer"><p><span class="news-list-date"><time datetime="2019-06-02">02.06.2019</time></span></p></div>
<div class="news-text-wrap" itemprop="articleBody">${paragraphs(some('de', 1, 2))}<h3>Nächste Schritte</h3><p>${say.de(3)}</p><ul><li>Erstens die Brote</li><li>Zweitens der Nebel</li></ul></div>
<div class="news-backlink-wrap"><a href="/a">Zurück</a></div></div></div><!--TYPO3SEARCH_end--></div>
<div id="right"><h4>Öffnungszeiten</h4><p>Montag bis Freitag 8 bis 12 Uhr, Donnerstag zusätzlich 14 bis 18 Uhr und nach Vereinbarung mit dem Amt.</p></div>
<div id="footer"><p>Gemeinde Bucht, Am Pier 4, 99999 Bucht. <a href="/i">Impressum</a> <a href="/d">Datenschutz</a></p></div></body></html>`,
};

const drupal: Kind = {
  name: 'Drupal, Spanish: field divs, tags, related view',
  article: some('es', 1, 4),
  html: `<html lang="es"><head><title>La niebla | Diario de la Bahía</title></head><body class="node-type-article"><div id="skip-link"><a href="#main">Pasar al contenido principal</a></div>
<div class="region-header">${links(['Portada', 'Sociedad', 'Deportes', 'Cultura'])}</div><h1 id="page-title">La niebla</h1>
<div id="node-12" class="node node-article"><div class="meta submitted">Enviado por <span class="username">lmar</span> el Mar, 04/02/2013 - 09:12</div>
<div class="content"><div class="field field-name-field-image"><img src="a.jpg" alt="Niebla"></div><div class="field field-name-body field-type-text-with-summary"><div class="field-items"><div class="field-item even" property="content:encoded">${paragraphs(some('es', 1, 4))}</div></div></div>
<div class="field field-name-field-tags"><div class="field-label">Etiquetas:&nbsp;</div><div class="field-items"><div class="field-item"><a href="/t">niebla</a></div><div class="field-item"><a href="/u">pan</a></div></div></div></div>
<ul class="links inline"><li><a href="/login">Inicie sesión</a> o <a href="/reg">regístrese</a> para comentar</li></ul></div>
<div class="view-related block-views"><h2>También te puede interesar</h2><div class="views-row"><a href="/1">El muelle cierra por obras durante todo el invierno</a><p>Las obras empezarán en noviembre y durarán hasta el mes de abril, según ha dicho hoy la autoridad del puerto.</p></div><div class="views-row"><a href="/2">El nuevo barco llega en mayo</a><p>El barco, de treinta metros, se construye desde hace un año en un astillero del norte del país.</p></div></div></body></html>`,
};

const greek: Kind = {
  name: 'Greek news portal with div soup and inline related box',
  article: some('el', 1, 5),
  html: `<html lang="el"><head><title>Ομίχλη στον κόλπο - Νέα του Κόλπου</title></head><body><div class="topbar">${links(['Αρχική', 'Πολιτική', 'Οικονομία', 'Αθλητικά'])}</div>
<div class="c1"><div class="c2"><h1>Ομίχλη στον κόλπο</h1><div class="info"><span>12/05/2019, 10:30</span></div>
<div class="c3"><div>${say.el(1)}</div><div>${say.el(2)}</div><div class="c9"><span>Διαβάστε επίσης</span>${links(['Νέο πλοίο στη γραμμή από το καλοκαίρι', 'Άνοιξε ο φούρνος της προβλήτας', 'Πόσο κοστίζει το ψωμί'])}</div><div>${say.el(3)}</div><div>${say.el(4)}</div><div>${say.el(5)}</div></div></div>
<div class="c4"><h3>Δημοφιλή</h3>${links(['Κλειστό το λιμάνι την Κυριακή', 'Γλάροι στην πλατεία'])}</div></div><div class="c5">© Νέα του Κόλπου - Με επιφύλαξη παντός δικαιώματος</div></body></html>`,
};

const japanese: Kind = {
  name: 'Japanese news: br paragraphs, ranking, copyright',
  article: some('ja', 1, 4),
  html: `<html lang="ja"><head><title>湾に霧 - 湾岸新聞</title></head><body><div id="header">${links(['ホーム', '国内', '経済', 'スポーツ', '天気'])}</div>
<div id="main"><h1>湾に霧</h1><p class="date">2015年4月2日 07時10分</p><div class="sns">${links(['ツイート', 'シェア', 'ブックマーク'])}</div><div class="articleText">　${some('ja', 1, 4).join('<br><br>\n　')}</div>
<div class="kanren"><h2>関連記事</h2>${links(['新しい渡し船が就航', '桟橋のパン屋、二号店', '霧の日の過ごし方'])}</div></div>
<div id="sub"><h2>アクセスランキング</h2><ol><li><a href="/1">港が日曜日に閉鎖</a></li><li><a href="/2">広場にカモメの群れ</a></li><li><a href="/3">パンの値段</a></li></ol></div>
<div id="footer"><p>本サイトに掲載されている記事・写真等あらゆる素材の無断複写・転載を禁じます。Copyright 湾岸新聞社</p></div></body></html>`,
};

const chinese: Kind = {
  name: 'Chinese portal: source line, editor line, share, comments',
  article: some('zh', 1, 4),
  html: `<html lang="zh-CN"><head><title>海湾大雾_海湾网</title></head><body><div class="nav">${links(['首页', '新闻', '体育', '财经', '娱乐'])}</div><div class="path">您的位置：<a href="/">首页</a> &gt; <a href="/n">新闻</a> &gt; 正文</div>
<div class="left"><h1>海湾大雾</h1><div class="info"><span>2016-10-14 07:17</span> <span>来源：海湾日报</span> <span>作者：李舟</span></div>
<div id="Cnt-Main" class="article">${some('zh', 1, 4)
    .map((t) => `<p>　　${t}</p>`)
    .join('')}<p>（责任编辑：王桥）</p></div>
<div class="share">分享到：<a>微信</a><a>微博</a></div><div class="xg"><h3>相关阅读</h3>${links(['新渡船下周首航', '码头面包店开张', '雾天出行须知'])}</div><div class="pl">网友评论 文明上网理性发言，请遵守新闻评论服务协议</div></div>
<div class="right"><h3>热点排行</h3>${links(['港口周日关闭', '广场来了海鸥'])}</div><div class="foot">海湾网版权所有 未经书面授权禁止使用</div></body></html>`,
};

const live: Kind = {
  name: 'AMP page with promo, newsletter box and figure credits',
  article: some('en', 20, 5),
  html: `<html amp lang="en"><head><title>Loaves lost at sea</title></head><body><amp-sidebar id="s">${links(['Home', 'World', 'Sea'])}</amp-sidebar>
<amp-consent><div>We and our partners store information on your device. You may accept or manage your choices by clicking below at any time.</div></amp-consent>
<main><article><h1>Loaves lost at sea</h1><p class="amp-byline">By <a rel="author" href="/a">Ben Shore</a></p><amp-img src="a.jpg"></amp-img><figure><amp-img src="b.jpg"></amp-img><figcaption>A loaf afloat off the pier. Credit: Bay Pictures</figcaption></figure>
${paragraphs(some('en', 20, 2))}<div class="newsletter-signup"><h4>Get our morning letter</h4><p>Every day at six, the five things you need to know about the bay, in your inbox and free of charge.</p></div><p>${say.en(22)}</p><p><strong>READ MORE: <a href="/b">The day the bread went under</a></strong></p>${paragraphs(some('en', 23, 2))}</article></main>
<section class="amp-related"><h3>You may also like</h3><div><a href="/x"><h4>Gulls blamed again</h4></a></div></section></body></html>`,
};
live.article.unshift('A loaf afloat off the pier. Credit: Bay Pictures');

const russian: Kind = {
  name: 'Russian portal: spans in divs, subscribe line in the text',
  article: some('ru', 1, 5),
  html: `<html lang="ru"><head><title>Туман над заливом :: Залив.Новости</title></head><body><div class="header">${links(['Главная', 'Политика', 'Общество', 'Спорт'])}</div>
<div class="l-col-main"><div class="article"><div class="article__header"><h1 class="article__title">Туман над заливом</h1><span class="article__date">14 июн 2017, 12:00</span></div><div class="article__text"><p>${say.ru(1)}</p><p>${say.ru(2)}</p><div class="article__inline-item"><a href="/z"><span>Новый паром выйдет на линию</span><span>Общество</span></a></div><p>${say.ru(3)}</p><p>${say.ru(4)}</p><p>${say.ru(5)}</p></div>
<div class="article__authors">Автор: <a href="/p">Пётр Лодкин</a></div><div class="article__tags">Теги: <a href="/1">туман</a>, <a href="/2">хлеб</a></div><div class="subscr">Подписывайтесь на наш канал, чтобы первыми узнавать новости залива</div></div>
<div class="news-feed"><a href="/1">12:10 Чайки вернулись на площадь</a><a href="/2">12:05 Порт закроют в воскресенье</a></div></div></body></html>`,
};

export const news: Kind[] = [teaserPage, typo3, drupal, greek, japanese, chinese, live, russian];
