import { breakGate, swap } from '../breaks.ts';

breakGate('tables', [
  [
    'a table that speaks',
    swap('html', 'role="presentation" style="width:100%;"', 'style="width:100%;"'),
    /^a table without/u,
  ],
  [
    'a table with another role',
    swap('html', /role="presentation"(?=[^>]*vertical-align)/u, 'role="grid"'),
    /^a table without/u,
  ],
  [
    'a table of Outlook’s',
    swap('html', '<!--[if mso | IE]><table role="presentation"', '<!--[if mso | IE]><table'),
    /for Outlook/u,
  ],
]);
