/** Calendar, charts and search. */
export const overview = `
.overview > p { max-width: 680px; }
.overview section { border-top: 2px solid var(--rule); margin-top: 30px; padding-top: 9px; }
.overview h2 { margin-bottom: 6px; }
.year { display: grid; grid-template-columns: 60px minmax(0, 1fr); padding: 9px 0 18px; }
.year + .year { border-top: 1px solid var(--hairline); }
.year > :not(h3) { grid-column: 2; }
.year h3 { grid-row: 1; }
.year h4 { font: 14px/20px var(--sans); margin: 6px 0 2px; color: var(--soft); }
.cells { display: grid; gap: 12px 6px; grid-template-columns: repeat(12, minmax(0, 1fr)); }
.cells.quarter { grid-template-columns: repeat(4, minmax(0, 1fr)); }
.cells.week { grid-template-columns: repeat(9, minmax(0, 1fr)); }
.cells.day { grid-template-columns: repeat(31, minmax(0, 1fr)); gap: 0; }
.cells .figures, .cells .figures > span { display: block; }
.cells .has a { font-weight: 700; }
.cells.day li { text-align: center; padding: 2px 0; }
.cells.day .soft { display: block; }
.cells.day .has { background: var(--tint); }
.cells.day .figures { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.charts { display: grid; grid-template-columns: repeat(auto-fill, 264px); gap: 18px 44px; padding: 18px 0; }
.chart { display: flex; flex-direction: column; justify-content: flex-end; }
.chart figcaption { display: flex; align-items: end; gap: 12px; font: 17px/24px var(--serif); }
.chart figcaption .num { font: 13px/24px var(--sans); }
.chart svg { display: block; max-width: 100%; }
.chart rect { fill: var(--bar); }
.chart .now { fill: var(--link); }
.chart line { stroke: var(--hairline); }
.chart text { fill: var(--ink); font: 13px var(--sans); }
.ends { display: flex; justify-content: space-between; gap: 12px; max-width: 264px; font-size: 13px; color: var(--soft); }
.numbers summary { cursor: pointer; font-weight: 700; }
.wide { overflow-x: auto; margin-top: 9px; }
.numbers table { border-collapse: collapse; }
.numbers th, .numbers td { padding: 3px 18px 3px 0; white-space: nowrap; border-bottom: 1px solid var(--hairline); text-align: start; }
.numbers td { text-align: end; font-variant-numeric: tabular-nums; }
.find { display: flex; max-width: 640px; margin: 12px 0 6px; }
.find input { flex: 1; min-width: 0; height: 40px; padding: 0 12px; background: var(--paper); border: 1px solid var(--ink); border-inline-end: 0; border-radius: 0; }
.find button { height: 40px; padding: 0 18px; border: 0; border-radius: 0; background: var(--link); color: var(--button-text); font-weight: 700; cursor: pointer; }
.results h2 { border-top: 2px solid var(--rule); margin-top: 30px; padding-top: 9px; }
.results .hit { padding-inline-start: 12px; border-inline-start: 4px solid var(--stroke); margin-top: 6px; font: 17px/26px var(--serif); overflow-wrap: anywhere; }
.results .hit a { color: var(--ink); text-decoration: none; }
.results .hit a:hover { text-decoration: underline; }
.results mark { background: var(--mark); color: var(--mark-text); }
@media (max-width: 1179px) { .cells.month, .cells.week { grid-template-columns: repeat(6, minmax(0, 1fr)); } .cells.day { grid-template-columns: repeat(16, minmax(0, 1fr)); } }
@media (max-width: 799px) {
  .year { grid-template-columns: minmax(0, 1fr); }
  .year > :not(h3) { grid-column: 1; }
  .cells.month, .cells.week { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  .cells.day { grid-template-columns: repeat(8, minmax(0, 1fr)); }
}
`;
