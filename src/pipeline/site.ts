import type { Config } from '../config.ts';
import type { Site } from '../types.ts';

/** What the renderers know of the newsletter. */
export function siteOf(config: Config): Site {
  return {
    title: config.title,
    // As browsers write it: other scripts and spaces encoded once.
    url: new URL(config.url).href.replace(/\/+$/u, ''),
    description: config.description,
    language: config.language,
    sender: config.sender,
    replyTo: config.replyTo ?? null,
    postalAddress: config.postalAddress ?? null,
    licence: config.licence ?? null,
    subscribeUrl: config.subscribeUrl ?? null,
    periodName: config.period,
  };
}
