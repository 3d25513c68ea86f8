/** The gates of the pages on which readers come and go: templates and looks can break them as they can an issue. */
import type { Site } from '../../types.ts';
import { judgeActs } from '../acts.ts';
import { judgePageContrast } from '../contrast.ts';
import { count, type Finding, type Gate, judge, type Verdict } from '../gate.ts';
import { judgeHtml } from '../html-rules.ts';
import { judgePageLeftOver } from '../left-over.ts';
import { attributeOf, type Doc, openDoc } from '../markup.ts';
import { findRequests } from './page.ts';

/** `name` says which of them it is. */
export type FormPage = { name: string; html: string };

type Open = FormPage & { doc: Doc; site: Site };

const gates: { name: string; title: string; check: (page: Open) => Verdict | Promise<Verdict> }[] = [
  { name: 'forms-html', title: 'Forms: HTML', check: ({ html }) => judgeHtml(html, 'web') },
  { name: 'forms-acts', title: 'Forms: nothing that acts', check: ({ doc }) => judgeActs(doc) },
  {
    name: 'forms-left-over',
    title: 'Forms: left-overs',
    check: ({ html, doc, site }) => judgePageLeftOver(html, doc, [], site),
  },
  { name: 'forms-contrast', title: 'Forms: contrast', check: ({ doc }) => judgePageContrast(doc) },
  {
    name: 'forms-remote',
    title: 'Forms: remote requests',
    check: ({ doc }) =>
      judge(
        findRequests(doc, ownActions(doc)),
        'It fetches nothing, and a form goes to its own server.',
        'It would fetch something by itself, or its form goes elsewhere.',
      ),
  },
];

/** Where forms go that lead to the server they come from. */
function ownActions({ elements }: Doc): Set<string> {
  const actions = elements.filter((e) => e.tagName === 'form').map((e) => attributeOf(e, 'action') ?? '');
  return new Set(actions.filter((action) => /^\/(?!\/)/u.test(action)));
}

/** Every gate's verdict on all of the pages together. */
export async function checkForms(site: Site, pages: readonly FormPage[]): Promise<Gate[]> {
  const open = pages.map((page): Open => ({ ...page, doc: openDoc(page.html, null), site }));
  const found: Gate[] = [];
  for (const { name, title, check } of gates) {
    const verdicts = new Map<string, Verdict>();
    for (const page of open) verdicts.set(page.name, await check(page));
    found.push({ name, title, ...together(verdicts) });
  }
  return found;
}

const order = { fail: 0, look: 1, pass: 2 } as const;

/** The worst verdict speaks for all; what is found on several pages is told once. */
function together(verdicts: ReadonlyMap<string, Verdict>): Verdict {
  const [worst] = [...verdicts.values()].sort((a, b) => order[a.result] - order[b.result]);
  if (!worst) return judge([], 'There are none.', '');
  const all = [...verdicts].flatMap(([page, { findings }]) => findings.map((found) => ({ page, found })));
  const alike = Map.groupBy(all, ({ found: { message, hint } }) => JSON.stringify([message, hint]));
  const findings = [...alike.values()].flatMap(([first, ...others]): Finding[] => {
    if (!first) return [];
    const more = others.length === 0 ? '' : ` and ${count(others.length, 'other')}`;
    return [{ ...first.found, message: `${first.found.message} (on “${first.page}”${more})` }];
  });
  const sentence = `${worst.result === 'pass' ? `On each of ${count(verdicts.size, 'page')}: ` : ''}${worst.sentence}`;
  return { ...worst, sentence, findings };
}
