import { HtmlValidate } from 'html-validate';
import { readFileSync } from 'node:fs';
const v = new HtmlValidate({ extends: ['html-validate:recommended'] });
for (const f of ['sample.html', 'hostile.html', 'page.html', 'hostile-page.html', 'archive.html']) {
  const r = await v.validateString(readFileSync('/tmp/scratch/render/' + f, 'utf8'));
  const m: Record<string, string> = {}; const n: Record<string, number> = {};
  for (const x of r.results[0]?.messages ?? []) { n[x.ruleId] = (n[x.ruleId] ?? 0) + 1; m[x.ruleId] = `${x.line}:${x.column} ${x.message}`; }
  console.log(f, r.valid, n, m);
}
