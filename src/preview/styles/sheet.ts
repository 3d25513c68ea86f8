import { issue } from './issue.ts';
import { overlay } from './overlay.ts';
import { overview } from './overview.ts';
import { shell } from './shell.ts';
import { source } from './source.ts';
import { tokens } from './tokens.ts';
import { trays } from './trays.ts';

/** The one style sheet, `/style.css`. */
export const sheet = [tokens, shell, issue, overlay, source, trays, overview].join('\n');
