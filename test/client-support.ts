/** Writes what caniemail.com knows of mail programs as the gates need it: `npm run clients`. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rawData } from 'caniemail';

type Stats = { [family: string]: { [platform: string]: { [version: string]: string } } };
type Feature = { slug: string; title: string; category: string; stats: Stats };

const families: { [family: string]: string } = rawData.nicenames.family;
const platforms: { [platform: string]: string } = rawData.nicenames.platform;

/** Features that some program lacks, or has in part, in its latest version. What was never tried is not told. */
export function makeSupport(): string {
  const features = (rawData.data as unknown as Feature[])
    .filter(({ category }) => category === 'css' || category === 'html')
    .map(({ slug, title, stats }) => ({
      slug,
      title: title.trim(),
      none: clientsWith(stats, 'n'),
      partly: clientsWith(stats, 'a'),
    }))
    .filter(({ none, partly }) => none + partly !== '')
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));
  const source = 'caniemail.com, MIT licence, by the npm package caniemail';
  const rows = features.map((feature) => `    ${JSON.stringify(feature)}`).join(',\n');
  return `{\n  "source": "${source}",\n  "updated": "${rawData.last_update_date.slice(0, 10)}",\n  "features": [\n${rows}\n  ]\n}\n`;
}

/** `Gmail, Outlook (Windows, macOS)`: a family of which all programs are meant goes by its name. */
function clientsWith(stats: Stats, wanted: string): string {
  const named = Object.entries(stats).flatMap(([family, byPlatform]) => {
    const all = Object.keys(byPlatform);
    const found = all.filter((platform) => latest(byPlatform[platform] ?? {}).startsWith(wanted));
    if (found.length === 0) return [];
    const name = families[family] ?? family;
    if (found.length === all.length) return [name];
    return [`${name} (${found.map((platform) => platforms[platform] ?? platform).join(', ')})`];
  });
  return named.join(', ');
}

function latest(versions: { [version: string]: string }): string {
  const last = Object.keys(versions).sort(compareVersions).at(-1) ?? '';
  return versions[last] ?? '';
}

/** Years, months and numbers with points alike. */
function compareVersions(a: string, b: string): number {
  const [x, y] = [a, b].map((version) => version.split(/[.-]/u).map(Number));
  for (let i = 0; i < Math.max(x?.length ?? 0, y?.length ?? 0); i += 1) {
    const difference = (x?.[i] ?? 0) - (y?.[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../src/proof/email/support.json', import.meta.url), makeSupport());
}
