/** An issue: stage, frames, code, checks. */
export const issue = `
.choices { display: flex; flex-wrap: wrap; gap: 9px 12px; margin-inline-start: auto; padding: 9px 0; }
.stage { background: var(--chrome); min-height: calc(100vh - 100px); padding: 24px 20px 64px; overflow-x: auto; }
.stage:focus-visible, .letter:focus-visible { outline-offset: -2px; }
.stage > .mail { margin-inline: auto; }
.above { margin: 0 auto 9px; max-width: 100%; }
.above:empty { display: none; }
.above.wide { margin: 0; padding: 9px 20px; border-bottom: 1px solid var(--hairline); }
.above.w600, .above.wfit { width: 602px; }
.above.w375 { width: 377px; }
.above.w320 { width: 322px; }
.made { max-width: 700px; margin: 0 auto 18px; }
.mail { position: relative; width: max-content; border: 1px solid var(--hairline); background: var(--paper); color: var(--ink); }
.mail-head { padding: 12px 20px; border-bottom: 1px solid var(--hairline); color: var(--soft); }
.mail-head .subject { color: var(--ink); font-weight: 700; font-size: 16px; line-height: 24px; }
.mail.w600 .mail-head, .mail.wfit .mail-head { width: 600px; }
.mail.w375 .mail-head { width: 375px; }
.mail.w320 .mail-head { width: 320px; }
.view { display: block; border: 0; height: calc(100vh - 220px); min-height: 480px; }
.view.w600, .view.wfit { width: 600px; }
.view.w375 { width: 375px; }
.view.w320 { width: 320px; }
.view.w700 { width: 700px; }
.mail.wwide, .view.wwide { width: 100%; }
/* What the frame's document is told of the reader's wishes. */
.light { color-scheme: light; }
.dark { color-scheme: dark; }
.view.light { background: #ffffff; }
.view.dark { background: #151b18; }
.view.arriving { position: absolute; inset-inline-start: 0; bottom: 0; visibility: hidden; }
/* Two frames, 600 and 375 pixels, stand whole in a window of 1280. */
.beside { display: flex; gap: 20px; align-items: flex-start; padding-inline: 12px; }
.beside .mail { flex: none; margin: 0; }
.beside figcaption { padding: 6px 12px; border-bottom: 1px solid var(--hairline); font-weight: 700; }

.letter { width: max-content; max-width: 100%; margin: 0 auto; padding: 18px 20px 18px 0; background: var(--paper); border: 1px solid var(--hairline); overflow-x: auto; }
.lines { counter-reset: line; }
.lines li { display: grid; grid-template-columns: 56px minmax(0, 1fr); counter-increment: line; }
.lines li::before {
  content: counter(line); color: var(--soft); font: 12px/25px var(--mono); text-align: end; padding-inline-end: 14px; user-select: none;
}
.lines code { white-space: pre-wrap; overflow-wrap: anywhere; min-height: 25px; }
.lines li:target { background: var(--mark); color: var(--mark-text); }
.lines li:target::before { color: var(--mark-text); }
.letter .lines code { white-space: pre; width: calc(72ch + 9px); border-inline-end: 1px solid var(--hairline); }
.letter .lines code { overflow: visible; }
.content.wide { max-width: none; }
.content.wide .lines { content-visibility: auto; contain-intrinsic-size: auto 4000px; }
.content h2 { margin: 24px 0 9px; }
.content h2:first-child { margin-top: 0; }
.content h2 .soft { font: 14px/20px var(--sans); letter-spacing: 0; margin-inline-start: 9px; }
.content > p { margin-bottom: 12px; max-width: 68ch; }

table { border-collapse: collapse; }
.facts { width: 100%; margin-bottom: 24px; }
.facts th, .facts td { padding: 6px 18px 6px 0; border-top: 1px solid var(--hairline); vertical-align: top; overflow-wrap: anywhere; text-align: start; }
.facts th { width: 30%; }
.facts td.num { text-align: end; padding-inline-end: 0; }
.links .facts th { width: 65%; font-weight: 400; }
.links form { margin-bottom: 24px; }
.good { color: var(--link); }
.warn { color: var(--warn); }
.bad { color: var(--bad); }

.content.stories section > h2 { border-top: 2px solid var(--rule); padding-top: 9px; margin: 34px 0 0; }
.stories article { padding: 18px 0 0; scroll-margin-top: 112px; }
.stories h3 { font: 700 17px/24px var(--serif); text-wrap: balance; }
.told { margin: 9px 0 0; padding-inline-start: 16px; border-inline-start: 4px solid var(--stroke); }
.told li { font: 17px/27px var(--serif); max-width: 68ch; }
.told li + li { margin-top: 9px; }
.told a { color: var(--ink); text-decoration: none; }
.told a:hover { text-decoration: underline; text-decoration-color: var(--stroke); text-decoration-thickness: 2px; }
.told .soft { font: 13px/20px var(--sans); }
.stories .soft { overflow-wrap: anywhere; }
.stories article:target h3 { background: var(--mark); color: var(--mark-text); }

.aside h2 a { color: inherit; text-decoration: none; }
.aside h2 a:hover { text-decoration: underline; text-decoration-thickness: 1px; }
/* What is checked anew shows what was said before. */
.aside[aria-busy='true'] #verdict a { color: var(--soft); }
/* Rows within it look as those above it. */
.passing > summary { color: var(--ink); font-weight: 700; }
.passing > summary .verdict-sign { margin-inline: 4px 5px; vertical-align: -1px; }
.aside .passing .check { padding-block: 14px; }
.aside .passing .check + .check { border-top: 1px solid var(--hairline); }
.checks .passing { max-width: 720px; padding: 14px 0; border-block: 1px solid var(--hairline); margin-bottom: 14px; }
.checks .passing[open] > summary { margin-bottom: 14px; }
.check h3 { display: flex; align-items: baseline; gap: 9px; }
.check h3 .num { font-weight: 400; }
.check > :not(h3) { margin-inline-start: 21px; margin-top: 3px; }
.verdict-sign { flex: none; align-self: center; }
.verdict-sign path { fill: currentColor; }
.verdict-sign.pass path { fill: none; stroke: var(--link); stroke-width: 2; }
.verdict-sign.look { color: var(--warn); }
.verdict-sign.fail { color: var(--bad); }
.findings li { overflow-wrap: anywhere; margin-top: 3px; }
.meter { display: block; width: calc(100% - 21px); height: 14px; }
.meter .ground { fill: var(--boilerplate); }
.meter .used { fill: var(--link); }
.meter .limit { fill: var(--ink); }
.weights { width: 100%; }
.weights th { font-weight: 400; padding: 2px 0; }
.weights td { text-align: end; font-variant-numeric: tabular-nums; }
summary { cursor: pointer; color: var(--link); }
.checks .check { padding: 14px 0; border-top: 1px solid var(--hairline); scroll-margin-top: 112px; max-width: 720px; }
.problems li { padding: 9px 0; border-top: 1px solid var(--hairline); overflow-wrap: anywhere; }
.problems section { margin-bottom: 24px; }

/* As wide as a telephone: what is shown has all of the width. */
@media (max-width: 799px) {
  .choices { margin: 0; padding: 0 14px 9px; }
  .stage { padding: 0 0 64px; }
  .stage > .mail, .letter { border-inline: 0; }
  .above, .above.wfit, .above.w600, .above.w375, .above.w320 { width: auto; margin: 0; }
  .above p, .stage > .made { margin: 0; padding: 9px 14px; }
}
@media (max-width: 640px) { .view.wfit, .mail.wfit .mail-head { width: 375px; } }
@media (max-width: 374px) { .view.wfit, .mail.wfit .mail-head { width: 320px; } }
`;
