import type { Config } from '../config.ts';
import type { MailBytes } from '../proof/gates.ts';
import type { Issue } from '../types.ts';
import type { Rendered } from './rendering.ts';
import { siteOf } from './site.ts';

/** The bytes of one rendered issue, for the gates. `paths` are all that lie in out/, or will. */
export function mailOf(
  { files }: Pick<Rendered, 'files'>,
  issue: Issue,
  config: Config,
  paths?: ReadonlySet<string>,
): MailBytes {
  const file = (name: string): string | Uint8Array => files.get(`${issue.key}/${name}`) ?? '';
  return {
    issue,
    site: siteOf(config),
    html: String(file('email.html')),
    text: String(file('email.txt')),
    eml: file('email.eml'),
    page: String(file('index.html')),
    limits: config.limits,
    ...(paths && { paths }),
  };
}
