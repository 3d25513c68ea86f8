/**
 * Bar, navigation and panes. The page scrolls as a whole; bar, navigation and aside stay. Classes for pages:
 * `.panes` > `.pane` + `.aside`; `.pane-head` (tabs, controls) sticks to the top of its pane; `.content` has the gutters.
 */
export const shell = `
* { box-sizing: border-box; }
html { scroll-padding: 112px 0 calc(var(--panel) + 12px); }
body { margin: 0; background: var(--paper); color: var(--ink); font: 14px/20px var(--sans); }
h1, h2, h3, p, ul, ol, dl, dd, pre, table, figure { margin: 0; padding: 0; }
ul, ol { list-style: none; }
h1, h2 { font: 22px/28px var(--serif); letter-spacing: -0.01em; text-wrap: balance; }
h3, th { font: 700 14px/20px var(--sans); text-align: start; }
p { text-wrap: pretty; }
a { color: var(--link); text-underline-offset: 2px; }
code, pre { font: 13.5px/25px var(--mono); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
button, input, select { font: inherit; color: inherit; }
.button {
  background: var(--paper); border: 1px solid var(--ink); border-radius: 3px; padding: 5px 12px; min-height: 32px;
  color: var(--ink); text-decoration: none; cursor: pointer;
}
.button:hover { background: var(--tint); }
.button.main { background: var(--link); border-color: var(--link); color: var(--button-text); font-weight: 700; }
.soft { color: var(--soft); }
.num { margin-inline-start: auto; color: var(--soft); font-variant-numeric: tabular-nums; white-space: nowrap; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; inset-inline-start: -999px; top: 9px; background: var(--paper); padding: 6px 12px; z-index: 9; }
.skip:focus { inset-inline-start: 18px; }

.bar {
  position: sticky; top: 0; z-index: 5; height: 52px; display: flex; align-items: center; gap: 14px; padding: 0 20px;
  background: var(--paper); border-bottom: 1px solid var(--hairline);
}
.bar .name { font: 24px/28px var(--serif); letter-spacing: -0.02em; color: var(--ink); text-decoration: none; }
.bar .newsletter { color: var(--soft); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; min-width: 0; }
.bar form { flex: 0 1 232px; min-width: 80px; margin-inline-start: auto; }
.bar input {
  width: 100%; height: 32px; padding: 0 9px; background: var(--paper); border: 1px solid var(--bar); border-radius: 3px;
}
.bar input::placeholder { color: var(--soft); opacity: 1; }

.frame { display: grid; grid-template-columns: 236px minmax(0, 1fr); }
.nav {
  position: sticky; top: 52px; height: calc(100vh - 52px - var(--panel)); display: flex; flex-direction: column; overflow: auto;
  border-inline-end: 1px solid var(--hairline); padding-top: 18px;
}
.nav h2 { font: 700 14px/20px var(--sans); letter-spacing: 0; padding: 0 20px 6px; }
.nav ul + h2 { margin-top: 18px; }
.nav li a {
  display: flex; gap: 12px; padding: 6px 20px 6px 16px; border-inline-start: 4px solid transparent; color: var(--ink);
  text-decoration: none; overflow-wrap: anywhere;
}
.nav li a:hover { background: var(--tint); }
.nav [aria-current] { background: var(--chosen); border-inline-start-color: var(--link); font-weight: 700; }
.nav [aria-current] .num { font-weight: 400; color: var(--soft); }
.nav .name { min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.state { margin-top: auto; padding: 14px 20px; border-top: 1px solid var(--hairline); color: var(--soft); }
.nav .state a { color: var(--link); }

.fold { display: none; }
.fold summary { padding: 9px 14px; }

.panes { display: grid; grid-template-columns: minmax(0, 1fr) 324px; align-items: start; }
.pane { min-width: 0; min-height: calc(100vh - 52px); }
.pane-head {
  position: sticky; top: 52px; z-index: 4; min-height: 48px; display: flex; flex-wrap: wrap; align-items: center;
  gap: 6px 20px; padding: 0 20px; background: var(--paper); border-bottom: 1px solid var(--hairline);
}
.content { padding: 18px 20px 64px; max-width: 1000px; }
.content > h1 { margin-bottom: 12px; }
.aside {
  position: sticky; top: 52px; height: calc(100vh - 52px - var(--panel)); overflow: auto; border-inline-start: 1px solid var(--hairline);
}
.aside > * { padding: 14px 20px; }
.aside > * + * { border-top: 1px solid var(--hairline); }
.tabs { display: flex; flex-wrap: wrap; gap: 0 16px; align-self: stretch; }
.tabs a {
  display: flex; align-items: center; padding: 3px 0 0; border-bottom: 3px solid transparent; color: var(--ink);
  text-decoration: none; min-height: 47px;
}
.tabs a:hover { border-color: var(--hairline); }
.tabs [aria-current] { font-weight: 700; border-color: var(--ink); }
.choice { display: flex; }
.choice a {
  border: 1px solid var(--ink); border-inline-end-width: 0; padding: 4px 10px; min-height: 30px; color: var(--ink);
  text-decoration: none;
}
.choice a:first-child { border-start-start-radius: 3px; border-end-start-radius: 3px; }
.choice a:last-child { border-inline-end-width: 1px; border-start-end-radius: 3px; border-end-end-radius: 3px; }
.choice a:hover { background: var(--tint); }
.choice [aria-current] { background: var(--ink); color: var(--paper); font-weight: 700; }

@media (max-width: 1179px) {
  .panes { grid-template-columns: minmax(0, 1fr); }
  .aside { position: static; height: auto; border-inline-start: 0; border-top: 1px solid var(--hairline); }
}
@media (max-width: 799px) {
  html { scroll-padding-top: 18px; }
  .bar, .pane-head { position: static; }
  .bar { padding: 0 14px; }
  .bar .newsletter { display: none; }
  .frame { grid-template-columns: minmax(0, 1fr); }
  .nav { position: static; height: auto; border-inline-end: 0; border-bottom: 1px solid var(--hairline); }
  .fold { display: block; border-bottom: 1px solid var(--hairline); }
  .fold:not([open]) + * { display: none; }
  .pane-head:not(.source-head) { display: block; padding: 0; }
  .tabs { gap: 0 14px; padding: 0 14px; }
  .tabs a { min-height: 36px; }
  .pane-head .fold { border-block: 1px solid var(--hairline); border-block-end: 0; }
}
@media print { .bar, .nav, .pane-head, .skip { display: none; } .frame, .panes { display: block; } }
`;
