/** Addresses in style sheets, found as a browser finds them: escapes, comments and bad ends are the tokenizer's. */
import { type CSSToken, TokenType, tokenize } from '@csstools/css-tokenizer';

/** Functions of which a string is an address. */
const loading = /^(?:url|src|image|(?:-webkit-)?(?:image-set|cross-fade))$/iu;

/** Most CSS has none of these, and is not looked at any closer. */
const suspicious = /[\\@(]/u;

/** Addresses that a style sheet or a style attribute loads: of functions, and of `@import`. */
export function addressesInCss(css: string): string[] {
  if (!suspicious.test(css)) return [];
  const addresses: string[] = [];
  /** For each open bracket, whether strings inside are addresses. */
  const open: boolean[] = [];
  let imports = false;
  for (const token of tokenize({ css })) {
    const address = addressOf(token);
    if (token[0] === TokenType.URL || (address !== null && (imports || open.at(-1))))
      addresses.push(address ?? '');
    if (token[0] === TokenType.Function) open.push(loading.test(token[4].value));
    else if (token[0] === TokenType.OpenParen) open.push(false);
    else if (token[0] === TokenType.CloseParen) open.pop();
    if (token[0] === TokenType.AtKeyword) imports = token[4].value.toLowerCase() === 'import';
    else if (token[0] !== TokenType.Whitespace && token[0] !== TokenType.Comment) imports = false;
  }
  return addresses;
}

function addressOf(token: CSSToken): string | null {
  return token[0] === TokenType.URL || token[0] === TokenType.String ? token[4].value : null;
}
