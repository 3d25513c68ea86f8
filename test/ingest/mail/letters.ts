import { mail } from './mails.ts';

/** An invented newsletter, and what must be read from it. */
export type Letter = {
  name: string;
  source: string;
  articles: { title: string; url?: string; words: string }[];
  never: string[];
};

const text = {
  ferry:
    'The ferry to Sandford was late again on Tuesday, and nobody on the quay was surprised by it. Its captain said that the new engine wants more care than the old one, which ran for forty years without a rest.',
  bread:
    'Two bakers on the north shore have counted every loaf they sold since the spring. The flour came by cart until the bridge was closed, and now it comes by water twice a week from the mill at Lindow.',
  gulls:
    'Gulls have taken over the roof of the town hall and built eleven nests there. A clerk who feeds them at noon says that they know his step on the stairs, and that the mayor has asked him to stop.',
};

function letter(subject: string, type: string, body: string): string {
  return mail(
    'From: "Reed Courier" <news@reed-courier.example>',
    'To: Ann Pell <ann.pell@lindow.example>',
    `Subject: ${subject}`,
    'Date: Tue, 14 May 2024 09:21:18 +0200',
    'MIME-Version: 1.0',
    `Content-Type: ${type}; charset=utf-8`,
    '',
    body,
  );
}

const row = (inner: string, style = ''): string =>
  `<table width="600" role="presentation"><tr><td style="${style}">${inner}</td></tr></table>`;

const item = (title: string, href: string, words: string): string =>
  row(
    `<h2 style="margin:0"><a href="${href}">${title}</a></h2><p>${words}</p><p><a href="${href}">Read more</a></p>`,
  );

const tables: Letter = {
  name: 'tables as mailing services make them, with a hidden preheader',
  source: letter(
    'The week on the water',
    'text/html',
    `<html><body><div style="display:none;max-height:0;overflow:hidden">Late ferries, counted loaves and eleven nests in one letter for you</div>
${row('<a href="https://click.courier.example/view?u=99">View this email in your browser</a>', 'font-size:11px')}${row('<h1>The week on the water</h1>')}
${item('Ferry late again at Sandford', 'https://courier.example/ferry?utm_source=mail&utm_medium=x', text.ferry)}
${item('Bakers count their loaves', 'https://click.list-manage.example/track/click?u=1&id=2', text.bread)}
${item('Gulls nest on the town hall', 'https://courier.example/gulls', text.gulls)}
${row('You are receiving this email because you signed up at our website.<br>Pier 4, Sandford<br><a href="https://courier.example/unsubscribe?u=99">Unsubscribe from this list</a>')}</body></html>`,
  ),
  articles: [
    { title: 'Ferry late again at Sandford', url: 'https://courier.example/ferry', words: text.ferry },
    { title: 'Bakers count their loaves', words: text.bread },
    { title: 'Gulls nest on the town hall', url: 'https://courier.example/gulls', words: text.gulls },
  ],
  never: ['Late ferries, counted loaves', 'View this email', 'You are receiving', 'Unsubscribe'],
};

const fonts: Letter = {
  name: 'titles that are only large and bold',
  source: letter(
    'Courier digest',
    'text/html',
    `<html><body><div><span style="font-size: 0">Preview words for the list of mails, which nobody should see below</span>${[
      ['Ferry late again at Sandford', text.ferry],
      ['Bakers count their loaves', text.bread],
      ['Gulls nest on the town hall', text.gulls],
    ]
      .map(
        ([title, words]) =>
          `<div><span style="font-size:22px;font-weight:bold">${title}</span></div><div style="font-size:14px">${words}</div><br>`,
      )
      .join(
        '',
      )}<div style="font-size:10px">© 2024 Reed Courier. All rights reserved.</div></div></body></html>`,
  ),
  articles: [
    { title: 'Ferry late again at Sandford', words: text.ferry },
    { title: 'Bakers count their loaves', words: text.bread },
    { title: 'Gulls nest on the town hall', words: text.gulls },
  ],
  never: ['Preview words', 'All rights reserved'],
};

const single: Letter = {
  name: 'one essay with subheads',
  source: letter(
    'What the ferry taught me',
    'text/html',
    `<html><body><div style="display:none">A short note &#847; &#847;</div><h1><a href="https://reed.example/p/ferry?token=eyJ1c2VyX2lkIjoxMjM0NTY3ODkwfQabcdefghijkl">What the ferry taught me</a></h1>
<p>${text.ferry}</p><h4>It left late, as the ferry does</h4><p>The old ferry ran for forty years, its captain said on the quay on Tuesday, and the engine of the ferry wanted no care at all.</p><h4>What the captain said</h4><p>The captain of the ferry to Sandford said that an engine is like a quay: nobody is surprised by it until it is gone.</p><p><a href="https://reed.example/sub">Subscribe now</a></p></body></html>`,
  ),
  articles: [{ title: 'What the ferry taught me', words: text.ferry }],
  never: ['A short note', 'Subscribe now'],
};

const rules: Letter = {
  name: 'plain text with rows of signs',
  source: letter(
    'Courier 14',
    'text/plain',
    [
      ['FERRY LATE AGAIN AT SANDFORD', text.ferry],
      ['BAKERS COUNT THEIR LOAVES', text.bread],
      ['GULLS NEST ON THE TOWN HALL', text.gulls],
    ]
      .map(([title, words]) =>
        mail('----------------------------------------', title ?? '', '', words ?? '', ''),
      )
      .join('\r\n')
      .concat(
        '\r\n========================================\r\nTo unsubscribe, reply with the word STOP.\r\n',
      ),
  ),
  articles: [
    { title: 'FERRY LATE AGAIN AT SANDFORD', words: text.ferry },
    { title: 'BAKERS COUNT THEIR LOAVES', words: text.bread },
    { title: 'GULLS NEST ON THE TOWN HALL', words: text.gulls },
  ],
  never: ['unsubscribe'],
};

const german: Letter = {
  name: 'German, headings of two levels',
  source: letter(
    'Neues aus der Bucht',
    'text/html',
    `<html lang="de"><body><p><a href="https://c.example/w">Im Browser ansehen</a></p><h1>Neues aus der Bucht</h1>
<h2>Die Fähre kommt wieder zu spät</h2><p>Die Fähre nach Sandfurt kam am Dienstag wieder zu spät, und niemand am Kai wunderte sich darüber. Der Kapitän sagt, die neue Maschine wolle mehr Pflege als die alte, die vierzig Jahre lief.</p>
<h2>Zwei Bäcker zählen ihre Brote</h2><p>Am Nordufer haben zwei Bäcker seit dem Frühling jedes Brot gezählt, das sie verkauften. Das Mehl kam mit dem Wagen, bis die Brücke geschlossen wurde, und kommt jetzt zweimal in der Woche über das Wasser.</p>
<p>Sie möchten diesen Newsletter nicht mehr erhalten? <a href="https://c.example/ab">Hier abmelden</a></p></body></html>`,
  ),
  articles: [
    { title: 'Die Fähre kommt wieder zu spät', words: 'Die Fähre nach Sandfurt' },
    { title: 'Zwei Bäcker zählen ihre Brote', words: 'Am Nordufer haben zwei Bäcker' },
  ],
  never: ['Im Browser ansehen', 'Hier abmelden'],
};

export const letters: Letter[] = [tables, fonts, single, rules, german];
