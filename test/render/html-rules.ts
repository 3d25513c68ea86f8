/** What HTML of ours must satisfy. The email has a rule set of its own: mail programs want what the web left behind. */
import { HtmlValidate } from 'html-validate';

const web = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: { 'doctype-style': ['error', { style: 'lowercase' }], 'long-title': 'off' },
});

const email = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'doctype-style': ['error', { style: 'lowercase' }],
    'long-title': 'off',
    // MJML's own skeleton: tables, inline looks and conditional comments are what Outlook understands.
    'no-conditional-comment': 'off',
    'no-inline-style': 'off',
    'no-deprecated-attr': 'off',
    'prefer-native-element': 'off',
    'prefer-tbody': 'off',
  },
});

/** Complaints about a document, as text; none is good. */
export async function complaintsOf(html: string, kind: 'web' | 'email'): Promise<string[]> {
  const report = await (kind === 'web' ? web : email).validateString(html);
  const messages = report.results.flatMap((result) => result.messages);
  return messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`);
}

/** Every address a document links to or loads. */
export function addressesIn(html: string): string[] {
  return Array.from(html.matchAll(/\s(?:href|src|action|background|poster|srcset)="([^"]*)"/g), ([, value]) =>
    (value ?? '').replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#x27;', "'"),
  );
}
