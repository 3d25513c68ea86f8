import { noticeNames, renderServePage } from '../render/serve-page.ts';
import { compileTemplates, type Templates } from '../render/templates.ts';
import type { Site } from '../types.ts';

/** Every page of `digestif serve` on which readers come and go, as a browser gets it, by its name. */
export function renderForms(site: Site, templates: Templates): { name: string; html: string }[] {
  const compiled = compileTemplates(templates);
  const places = { base: '', token: 'token' };
  return noticeNames.map((name) => ({ name, html: renderServePage(name, site, compiled, places) }));
}
