/** What the config must hold before anything is sent. */
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { type Finding, well, wrong } from '../deliver/dns-records.ts';
import { configName } from '../io/config-file.ts';
import { loadConfig, ourTemplates } from '../io/newsletter.ts';
import { senderDomain } from './dkim.ts';

/** The two that every mail shows: the postal address and the sender. */
export function checkSettings(config: Config): Finding[] {
  const host = new URL(config.url).hostname;
  const domain = senderDomain(config);
  const near = host === domain || host.endsWith(`.${domain}`) || domain.endsWith(`.${host}`);
  const hint = `Send from an address at ${host}, whose DNS you can change; readers trust what looks alike.`;
  return [
    config.postalAddress === undefined
      ? wrong(
          'address',
          'not-ready',
          'the config has no postalAddress',
          'The law of most countries wants one in every newsletter: add it.',
        )
      : well('address', config.postalAddress),
    near
      ? well('sender', config.sender.email)
      : wrong('sender', 'foreign-sender', `${config.sender.email} is not at ${host}`, hint),
  ];
}

/** Names that are kept for examples and tests, and lead nowhere (RFC 2606, RFC 6761). */
const reserved = /(?:^|\.)(?:example|test|invalid|localhost|example\.(?:com|net|org))\.?$/iu;

/** What still stands in the config as `digestif init` wrote it, and hosts that nobody can have. */
export function findPlaceholders(config: Config): Finding[] {
  const { config: written } = loadConfig(join(ourTemplates(), 'init'));
  const texts = [
    ['title', config.title, written.title],
    ['description', config.description, written.description],
    ['sender.name', config.sender.name, written.sender.name],
  ] as const;
  return [
    ...texts
      .filter(([, value, ours]) => value === ours)
      .map(([key, value]) => wrong(key, 'not-ready', `${key} is still “${value}”`, hint)),
    ...findReserved(config),
  ];
}

const hint = `Write your own into ${configName}.`;

/** Hosts of the config that nobody can reach. */
export function findReserved(config: Config): Finding[] {
  const urls = [config.url, config.serve.url ?? []].flat();
  const hosts = new Set([...urls.map((url) => new URL(url).hostname), senderDomain(config)]);
  return [...hosts]
    .filter((host) => reserved.test(host))
    .map((host) => wrong('host', 'not-ready', `${host} is a name for examples: nobody can reach it`, hint));
}
