import { shell } from './shell.ts';
import { tokens } from './tokens.ts';

/** The one style sheet, `/style.css`. */
export const sheet = [tokens, shell].join('\n');
