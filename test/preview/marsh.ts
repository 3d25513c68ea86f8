/** A newsletter of the marsh with a dump, a mailbox, a copy and a file that is no article, for pages that show sources. */
import { marsh, oven } from '../articles.ts';

/** Two articles as somebody pasted them; a sentence of the first is torn by a hyphen at the end of a line. */
export const dump = `Reed Courier
Thursday, May 21, 2026

Otters Return to the Lower Sluice
By HANNA MOSS

Three otters have moved into the lower sluice at Low Reed, the first since the gates were rebuilt in 1987. The
wardens found their prints on Monday beside a half-eaten eel and a child's mitten.

The river board has closed the foot-
path for two weeks so that nobody disturbs the young ones. Walkers are asked to use the upper gate.

ADVERTISEMENT

Ferry Bell Stolen and Brought Back
By IDA PELL

The bell of the Low Reed ferry was stolen on Friday night and hung up again on Saturday morning, better polished
than before. The harbour master has no suspects and two hundred and ten crowns in thanks for the thief.
`;

const mail = (
  subject: string,
  date: string,
  text: string,
): string => `From warden@sallow.example Mon May 11 2026
From: The Wardens <warden@sallow.example>
Subject: ${subject}
Date: ${date}
Message-ID: <${subject.length}@sallow.example>
Content-Type: text/plain; charset=utf-8

${text}

`;

export const mailbox =
  mail(
    'Geese have the upper gate',
    'Mon, 11 May 2026 09:00:00 +0000',
    'The family of geese at the old sluice has taken the upper gate for a third summer. Nobody is to argue with them before the middle of June, when the young ones can swim to the reed bank alone.',
  ) +
  mail(
    'A lamp for the landing stage',
    'Tue, 12 May 2026 09:00:00 +0000',
    'The landing stage at Sallow has a lamp again after eleven dark winters. It burns on rapeseed oil and is lit by whoever comes home last, which the council calls a fair arrangement.',
  );

/** The editor chose the torn sentence. */
const editorsPage = `---
highlights:
  otters-return-to-the-lower-sluice-1:
    - The river board has closed the footpath for two weeks so that nobody disturbs the young ones.
---

A month of otters.
`;

export const files = {
  ...marsh,
  'articles/_issues/2026-05.md': editorsPage,
  'articles/dump.txt': dump,
  'articles/wardens.mbox': mailbox,
  'articles/copies/oven again.md': oven
    .replace('Sallow Post', 'Fen Mirror')
    .replace('sallowpost', 'fenmirror'),
  'articles/empty.md': '',
  'articles/picture.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]),
};
