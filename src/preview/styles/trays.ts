/** The trays: a list of rows each, what to write below the reason for it. */
export const trays = `
.trays section { border-top: 2px solid var(--rule); margin-top: 30px; padding-top: 9px; }
.trays h2 .soft { font: 14px/20px var(--sans); letter-spacing: 0; margin-inline-start: 6px; }
.trays section + p { margin-top: 12px; }
.rows > li { padding: 12px 0; }
.rows > li + li { border-top: 1px solid var(--hairline); }
.row-head { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 18px; font-weight: 700; overflow-wrap: anywhere; }
.row-head .file { font-weight: 400; }
.row-head b.file { font-weight: 700; }
.chips { display: flex; flex-wrap: wrap; gap: 6px; margin: 6px 0; }
.chips li { background: var(--tint); padding: 2px 9px; overflow-wrap: anywhere; }
.write { margin-top: 6px; color: var(--soft); }
.write pre { background: var(--tint); color: var(--ink); padding: 4px 12px; margin-top: 4px; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 22px; }
.files { width: 100%; border-collapse: collapse; margin-top: 12px; }
.files th, .files td { padding: 5px 12px 5px 0; border-bottom: 1px solid var(--hairline); text-align: start; overflow-wrap: anywhere; }
.files tbody th { font-weight: 400; }
.files td, .files th:not(:first-child) { text-align: end; font-variant-numeric: tabular-nums; overflow-wrap: normal; padding-inline: clamp(0px, 2vw, 18px) 0; }
.content .pager { padding-inline: 0; border-top: 1px solid var(--hairline); }
`;
