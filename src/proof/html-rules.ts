/** HTML by the rules of html-validate: a profile for the web, and one for mail programs that want what the web left. */
import type { ConfigData, HtmlValidate } from 'html-validate/browser';
import type { Finding, Verdict } from './gate.ts';
import { count, judge } from './gate.ts';
import { whereInSource } from './where.ts';

export type Profile = 'web' | 'email';

const web: ConfigData = {
  extends: ['html-validate:recommended'],
  rules: { 'doctype-style': ['error', { style: 'lowercase' }], 'long-title': 'off', 'void-style': 'off' },
};

const profiles: { [name in Profile]: ConfigData } = {
  web,
  email: {
    ...web,
    rules: {
      ...web.rules,
      // MJML's own skeleton: tables, inline looks and conditional comments are what Outlook understands.
      'no-conditional-comment': 'off',
      'no-inline-style': 'off',
      'no-deprecated-attr': 'off',
      'prefer-native-element': 'off',
      'prefer-tbody': 'off',
    },
  },
};

const validators = new Map<Profile, Promise<HtmlValidate>>();

/**
 * Loaded when first asked for: it takes as long as all gates together. The build for browsers looks for no settings
 * on the disk.
 */
async function loadValidator(profile: Profile): Promise<HtmlValidate> {
  const { HtmlValidate: Validator } = await import('html-validate/browser');
  return new Validator(profiles[profile]);
}

/** What html-validate has against a document. */
export async function findHtmlFaults(html: string, profile: Profile): Promise<Finding[]> {
  const validator = validators.get(profile) ?? loadValidator(profile);
  validators.set(profile, validator);
  const { results } = await (await validator).validateString(html);
  return results
    .flatMap((result) => result.messages)
    .map(({ line, column, ruleId, message, ruleUrl }) => ({
      message: `${message} (${ruleId}, column ${column})`,
      line,
      story: null,
      where: whereInSource(html, line, column),
      hint: ruleUrl ?? null,
    }));
}

export async function judgeHtml(html: string, profile: Profile): Promise<Verdict> {
  const findings = await findHtmlFaults(html, profile);
  const kinds = profile === 'web' ? 'the rules of the web' : 'the rules for mail programs';
  return judge(
    findings,
    `html-validate has nothing against it by ${kinds}.`,
    `${count(findings.length, 'fault')} by ${kinds}.`,
  );
}
