/** The HTML email: Handlebars over MJML, planned to stay below a number of bytes, and its plain-text twin. */
import { diagnose } from '../errors.ts';
import type { Diagnostic, Issue, Result, Site } from '../types.ts';
import { toHtml } from './mjml.ts';
import { chooseStep, listLeft, listSteps, type Step } from './plan.ts';
import { countBytes, fillSlots, neutralValues, type Slots, slotsOf } from './slots.ts';
import type { CompiledTemplates } from './templates.ts';
import { writeText } from './text.ts';
import { cleanIssue, type Extent, viewClean } from './view.ts';

export type EmailPlan = {
  /** Everything is in the email, links to sentences included. */
  full: boolean;
  /** Links to the very sentences are in. */
  marks: boolean;
  left: { theme: string; stories: number }[];
  /** Of the HTML, with every slot at its longest. */
  bytes: number;
};

export type RenderedEmail = {
  /** Neutral links in the slots: what is published. */
  html: string;
  text: string;
  /** Slot tokens in place: what is sent, once they are replaced. */
  slotted: { html: string; text: string };
  slots: Slots;
  plan: EmailPlan;
};

/** Renders the email of an issue in at most `options.bytes` bytes of HTML, if its lead alone allows that. */
export async function renderEmail(
  issue: Issue,
  site: Site,
  templates: CompiledTemplates,
  options: { bytes: number },
): Promise<Result<RenderedEmail>> {
  const slots = slotsOf(issue);
  const steps = listSteps(issue);
  const clean = cleanIssue(issue);
  const view = (step: number) => ({ ...viewClean(clean, site, extentOf(steps[step])), slots });
  const source = (step: number) => templates.render('email.mjml', view(step));
  const chosen = await chooseStep(
    steps.length,
    options.bytes,
    (step) => Buffer.byteLength(source(step)),
    async (step) => {
      const html = await toHtml(source(step), templates.sources);
      return { value: html, bytes: countBytes(html, slots) };
    },
  );
  const step = steps[chosen.step] ?? { marks: true, told: [] };
  const plan = {
    full: chosen.step === 0,
    marks: step.marks,
    left: listLeft(issue, step),
    bytes: chosen.bytes,
  };
  const slotted = { html: chosen.value, text: writeText(view(chosen.step)) };
  const neutral = neutralValues(site, issue.language);
  const html = fillSlots(slotted.html, slots, neutral, true);
  const text = fillSlots(slotted.text, slots, neutral, false);
  return { value: { html, text, slotted, slots, plan }, diagnostics: report(issue, plan, options.bytes) };
}

/** More than four other sources go to the page; five are a sentence nobody reads. */
function extentOf(step: Step | undefined): Extent {
  return { marks: step?.marks ?? false, told: step?.told ?? null, alsoIn: 4 };
}

function report(issue: Issue, plan: EmailPlan, limit: number): Diagnostic[] {
  const left = plan.left.reduce((sum, { stories }) => sum + stories, 0);
  if (plan.bytes > limit) {
    const message = `The email of ${issue.key} has ${plan.bytes} bytes, ${plan.bytes - limit} too many.`;
    return [
      diagnose('email-too-large', message, { hint: 'Shorten the letter, or raise limits.emailBytes.' }),
    ];
  }
  if (left === 0) return [];
  const places = plan.left.map(({ theme, stories }) => `${stories} in ${theme}`).join(', ');
  return [
    diagnose('email-planned', `The email of ${issue.key} leaves ${left} stories to the page: ${places}.`),
  ];
}
