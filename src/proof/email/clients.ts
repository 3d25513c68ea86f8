import { count, finding, findingAt, type OpenMail, type Verdict } from '../gate.ts';
import { allowed } from './allowed-features.ts';
import { findFeatures } from './features.ts';

type Feature = { slug: string; title: string; none: string; partly: string };

/**
 * What some mail program lacks, by the tests of caniemail.com, must be on the list of what is allowed, with its
 * reason. Features that nobody has tested there are not judged.
 */
export async function checkClients({ email }: OpenMail): Promise<Verdict> {
  const { default: support } = await import('./support.json', { with: { type: 'json' } });
  const features = new Map<string, Feature>(support.features.map((feature) => [feature.slug, feature]));
  const uses = [...findFeatures(email)].filter(([slug]) => features.has(slug));
  const beyond = uses.filter(([slug]) => allowed[slug] === undefined);
  const findings = beyond.map(([slug, { line, element }]) => {
    const feature = features.get(slug) as Feature;
    const message = `${feature.title} does not work everywhere: ${describe(feature)}`;
    const hint = `See caniemail.com/features/${slug}`;
    return element ? findingAt(email, element, message, hint) : finding(message, hint, line);
  });
  const known = uses.length - beyond.length;
  return {
    result: findings.length === 0 ? 'pass' : 'fail',
    figure: String(findings.length),
    sentence:
      findings.length === 0
        ? `Nothing beyond ${count(known, 'feature')} that do no harm where they are missing (caniemail.com, ${support.updated}).`
        : `${count(findings.length, 'feature')} beyond what is known to do no harm (caniemail.com, ${support.updated}).`,
    findings,
  };
}

function describe({ none, partly }: Feature): string {
  return [none === '' ? '' : `not in ${none}`, partly === '' ? '' : `in part in ${partly}`]
    .filter((words) => words !== '')
    .join('; ');
}
