import mjml2html from 'mjml';
import { expect, test } from 'vitest';
import { allowed } from '../../../src/proof/email/allowed-features.ts';
import { findFeatures } from '../../../src/proof/email/features.ts';
import support from '../../../src/proof/email/support.json' with { type: 'json' };
import { openDoc } from '../../../src/proof/markup.ts';
import { sampleIssue } from '../../render/fixture.ts';
import { makeBigIssue } from '../big-issue.ts';
import { good } from '../breaks.ts';
import { readSample, renderMailBytes } from '../mails.ts';

const lacking = new Set(support.features.map(({ slug }) => slug));
const usedBy = (html: string) =>
  [...findFeatures(openDoc(html, null)).keys()].filter((slug) => lacking.has(slug));

test('every feature that is allowed is one that some program lacks, and has a reason', () => {
  for (const [slug, reason] of Object.entries(allowed)) {
    expect(lacking, slug).toContain(slug);
    expect(reason, slug).toMatch(/^[A-Z].{10,}\.$/u);
  }
});

test('every feature that is allowed is used, by MJML or by us', async () => {
  const mjml =
    '<mjml lang="en" dir="ltr"><mj-body><mj-section><mj-column><mj-text>x</mj-text></mj-column></mj-section></mj-body></mjml>';
  const { html } = await mjml2html(mjml);
  const letter = '> The tide waits.\n\nWrite `to:` [us](mailto:us@reed.example).\\\n---\n\nSoon.';
  const quoting = await renderMailBytes({ ...sampleIssue(), letter });
  const mails = [good, quoting, await renderMailBytes(makeBigIssue(30)), ...readSample()];
  const used = new Set([html, ...mails.map((mail) => mail.html)].flatMap(usedBy));
  expect(Object.keys(allowed).filter((slug) => !used.has(slug))).toEqual([]);
});
