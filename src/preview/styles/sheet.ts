import { issue } from './issue.ts';
import { overlay } from './overlay.ts';
import { shell } from './shell.ts';
import { tokens } from './tokens.ts';

/** The one style sheet, `/style.css`. */
export const sheet = [tokens, shell, issue, overlay].join('\n');
