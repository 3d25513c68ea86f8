/** Sentences of a page whose note comes forward when they are lit; of further ones the note stays in its place. */
const lit = Array.from({ length: 60 }, (_, i) => i + 1);

/**
 * The source view. Lines flow in one text; numbers and rules are placed beside them, so that a sentence is one element
 * that `:target` lights. Colours hug the words; a block of lines that is off the screen is not drawn.
 */
export const source = `
.source { grid-template-areas: 'head aside' 'text aside'; grid-template-rows: auto 1fr; }
.source-head { grid-area: head; padding-block: 9px; gap: 4px 14px; align-items: baseline; }
.source-head h1 { font: 700 14px/20px var(--sans); letter-spacing: 0; overflow-wrap: anywhere; }
.source-head h1 code { font: 700 13.5px/20px var(--mono); }
.source .aside { grid-area: aside; display: flex; flex-direction: column; }
.source:has(mark:target) .notes { order: -1; border-top: 0; border-bottom: 1px solid var(--hairline); }
.source-text { grid-area: text; }
.legend { display: flex; flex-wrap: wrap; gap: 2px 12px; flex-basis: 100%; font-size: 13px; }
.legend li { display: flex; align-items: center; gap: 7px; }
.swatch { width: 16px; height: 12px; flex: none; border: 1px solid transparent; background: var(--paper); }
.swatch.is-body { border-color: var(--ink); }
.swatch.is-shown { background: var(--mark); }
.swatch.is-chosen { height: 0; border: 0; border-top: 3px solid var(--stroke); }
.is-title, .is-metadata { background: var(--title); fill: var(--title); }
.is-boilerplate { background: var(--boilerplate); fill: var(--boilerplate); }
.is-duplicate { background: var(--duplicate); fill: var(--duplicate); }
.is-unreadable { background: var(--unreadable); fill: var(--unreadable); }

.part { padding: 12px 0 30px; }
.part + .part { border-top: 1px solid var(--hairline); }
.part h2 { font: 700 14px/20px var(--sans); letter-spacing: 0; padding: 6px 20px 12px; }
.part h2 .soft { font-weight: 400; }
.code { font: 13.5px/25px var(--mono); }
.flow {
  position: relative; padding: 0 190px 0 88px; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext;
  tab-size: 4; content-visibility: auto; contain-intrinsic-size: auto none auto 1600px;
}
.gutter, .rules { position: absolute; font: 12px/25px var(--sans); color: var(--soft); user-select: none; -webkit-user-select: none; white-space: nowrap; }
.gutter { inset-inline-start: 0; width: 74px; display: inline-flex; justify-content: flex-end; gap: 0 9px; direction: ltr; }
.gutter .n { font-variant-numeric: tabular-nums; }
.gutter abbr { width: 12px; text-align: center; font-weight: 700; text-decoration: none; }
.gutter:not(:has(abbr))::after { content: ''; width: 12px; }
.gutter:target .n { color: var(--ink); font-weight: 700; text-decoration: underline; }
.rules { inset-inline-end: 20px; width: 156px; overflow: hidden; text-overflow: ellipsis; direction: ltr; background: var(--paper); }
.flow .is-title { font-weight: 700; }
.flow .is-boilerplate { color: var(--soft); }
.flow .is-title, .flow .is-metadata, .flow .is-boilerplate, .flow .is-duplicate, .flow .is-unreadable { padding-block: 2px; }
.flow .is-duplicate { border-bottom: 2px dotted var(--soft); }
.flow mark { background: none; color: inherit; }
.flow .in { border-bottom: 2px solid var(--stroke); padding-block: 2px; }
.flow .s:target { background: var(--mark); color: var(--mark-text); padding-block: 2px; }
.flow .s:target .in, .flow .s:target .s { background: var(--mark); border-bottom-color: var(--mark); color: var(--mark-text); }
.flow .apart { background: var(--paper); color: var(--ink); }
.flow .apart.is-title, .flow .apart.is-metadata { background: var(--title); }
/* Struck as the words are, and no louder than its neighbours. */
.swatch.is-cut { width: 9px; border: 0; border-block: 5px solid var(--bad); }
.flow del, .flow .s:target .cut { background: var(--bad); color: var(--paper); text-decoration: line-through; }
.sign {
  font: 11px/16px var(--sans); border: 1px solid var(--soft); color: var(--soft); background: var(--paper); padding: 0 2px;
  margin: 0 1px; border-radius: 3px; user-select: none; -webkit-user-select: none;
}
.place, .s, .gutter { scroll-margin-top: 60px; }
${lit
  .map(
    (k) => `.source:has(.k${k}:target) .note:not(.k${k}) { display: none; }
.source:has(.k${k}:target) .flow .k${k} .in { background: var(--mark); border-bottom-color: var(--mark); color: var(--mark-text); }`,
  )
  .join('\n')}

.notes h2 { margin-bottom: 6px; }
.note { padding: 9px 0 12px; }
.note + .note { border-top: 1px solid var(--hairline); }
.quote {
  margin: 0 0 9px; padding-inline-start: 12px; border-inline-start: 4px solid var(--stroke); font: 17px/26px var(--serif);
  overflow-wrap: anywhere;
}
.steps { display: flex; gap: 12px; margin-top: 6px; }
.steps .soft { margin-inline-start: auto; }
.aside h2.small { display: flex; margin-bottom: 6px; font: 700 14px/20px var(--sans); letter-spacing: 0; }
.sum-bar { display: block; width: 100%; height: 12px; margin-bottom: 9px; outline: 1px solid var(--ink); outline-offset: -1px; }
.sum-bar .is-body { fill: var(--paper); }
.sum-bar rect { stroke: var(--ink); vector-effect: non-scaling-stroke; }
.sums { width: 100%; border-collapse: collapse; }
.sums th { font-weight: 400; }
.sums th, .sums td { padding: 3px 0; vertical-align: top; overflow-wrap: anywhere; }
.sums td:last-child { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; padding-inline-start: 12px; }
.sums .swatch { display: inline-block; border-color: var(--ink); margin-inline-end: 9px; vertical-align: -1px; }
.sums .rule td { color: var(--soft); padding-block: 0; }
.sums .rule td:first-child { padding-inline-start: 25px; }
.sums tfoot th, .sums tfoot td { border-top: 1px solid var(--rule); font-weight: 700; }

.pager { display: flex; flex-wrap: wrap; gap: 6px 18px; padding: 12px 20px; }
.pager ol { display: flex; flex-wrap: wrap; gap: 6px 12px; padding: 6px 0; }
.pager [aria-current] { color: var(--ink); font-weight: 700; text-decoration: none; }
.found { padding: 12px 20px 6px; border-bottom: 1px solid var(--hairline); }
.found summary { font-weight: 700; cursor: pointer; }
.found ol { padding: 6px 0; }
.found li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 18px; padding: 4px 0; }

@media (min-width: 1180px) { .source-head .jump { display: none; } }
@media (max-width: 1179px) {
  .source { grid-template-areas: 'head' 'text' 'aside'; grid-template-rows: auto; }
  .source .aside { height: auto; }
}
@media (max-width: 799px) {
  .flow { padding: 0 14px 0 58px; }
  .gutter { width: 50px; gap: 0 4px; }
  .rules { position: static; display: block; width: auto; line-height: 18px; padding-top: 4px; white-space: normal; }
}
`;
