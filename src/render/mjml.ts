/** MJML to finished, minified HTML. */

import { failTemplate } from './template-faults.ts';
import type { Templates } from './templates.ts';

/**
 * The minifier looks for settings in the working folder unless told not to, and for a CSS minifier wherever the
 * package manager has put one: whether it finds it must not change our bytes, so we call ours ourselves.
 */
const minifyOptions = { collapseWhitespace: true, skipConfigLoading: true, minifyCss: false };

type Fault = { message: string; tagName: string };

/** Compiles strictly; what MJML objects to becomes a template fault with the place in our templates. */
export async function toHtml(mjml: string, sources: Templates): Promise<string> {
  refuseIncludes(mjml, sources);
  // Loading MJML takes many times as long as all the rest: only who renders an email pays for it.
  const { default: compile } = await import('mjml');
  try {
    const { html } = await compile(mjml, {
      validationLevel: 'strict',
      minify: true,
      minifyOptions,
    });
    return `${await minifyStyles(html)}\n`;
  } catch (error) {
    return failMjml(error, sources);
  }
}

/** MJML reads no other files, and leaves out what asks for one without a word. */
function refuseIncludes(mjml: string, sources: Templates): void {
  const [tag] = /<mj-include\b[^>]*/iu.exec(mjml.replace(/<!--[\s\S]*?-->/gu, '')) ?? [];
  if (tag === undefined) return;
  const path = /\bpath\s*=\s*["']?([^"'\s>]+)/iu.exec(tag)?.[1] ?? 'name';
  const name = path.replace(/^.*[\\/]|\..*$/gu, '') || 'name';
  const found = findTag({ tagName: 'mj-include', message: '' }, sources);
  const hint = `Use a partial: {{> ${name}}} puts templates/${name}.hbs there.`;
  failTemplate(found?.name ?? 'email.mjml', 'mj-include: other files are not read', found?.at, hint);
}

/** The contents of every style element in fewer bytes; what stands in Outlook's comments stays as it is. */
async function minifyStyles(html: string): Promise<string> {
  const [{ default: postcss }, { default: cssnano }, { default: lite }] = await Promise.all([
    import('postcss'),
    import('cssnano'),
    import('cssnano-preset-lite'),
  ]);
  const processor = postcss([cssnano({ preset: lite })]);
  let out = '';
  let at = 0;
  for (const match of html.matchAll(/<!--[\s\S]*?-->|(<style[^>]*>)([\s\S]*?)<\/style>/gu)) {
    const [all, open, css] = match;
    if (open === undefined || css === undefined) continue;
    const { css: less } = await processor.process(css, { from: undefined });
    out += `${html.slice(at, match.index)}${open}${less}</style>`;
    at = match.index + all.length;
  }
  return out + html.slice(at);
}

function failMjml(error: unknown, sources: Templates): never {
  const fault = faultOf(error);
  if (fault === null)
    return failTemplate('email.mjml', error instanceof Error ? error.message : String(error));
  const found = findTag(fault, sources);
  const hint = 'The tags and attributes are described on documentation.mjml.io.';
  return failTemplate(found?.name ?? 'email.mjml', `${fault.tagName}: ${fault.message}`, found?.at, hint);
}

function faultOf(error: unknown): Fault | null {
  if (typeof error !== 'object' || error === null || !('errors' in error)) return null;
  const [first] = Array.isArray(error.errors) ? (error.errors as Fault[]) : [];
  return first ?? null;
}

/**
 * MJML counts lines of the rendered source, which nobody sees. The tag, with the attribute it complains about,
 * stands in some template; its first place there is as good as always the right one.
 */
function findTag(fault: Fault, sources: Templates) {
  const attribute = /Attribute (\S+)/.exec(fault.message)?.[1];
  const tag = new RegExp(
    `<${fault.tagName}\\b[^>]*${attribute === undefined ? '' : `\\b${attribute}=`}`,
    'i',
  );
  for (const [name, source] of Object.entries(sources)) {
    const index = source.search(tag);
    if (index === -1) continue;
    const lines = source.slice(0, index).split('\n');
    return { name, at: { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 } };
  }
  return undefined;
}
