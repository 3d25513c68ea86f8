/** What lies above a page: errors, and the list of keys. */
export const overlay = `
/* Room that is left to the panel, so that nothing which has the focus lies below it; the script knows its height. */
:root { --panel: 0px; }
:root:has(.overlay:not([hidden])) { --panel: 40vh; }
body { padding-bottom: var(--panel); }
.overlay {
  position: fixed; inset: auto 0 0 0; z-index: 8; max-height: 40vh; overflow: auto; padding: 14px 20px 18px;
  background: var(--paper); border-top: 4px solid var(--bad);
}
.overlay:focus-visible { outline-offset: -2px; }
.overlay[hidden] { display: none; }
.overlay-head { display: flex; align-items: center; gap: 18px; }
.overlay-head .button { margin-inline-start: auto; }
.complaint { padding: 9px 0; max-width: 110ch; overflow-wrap: anywhere; }
.complaint code { color: var(--bad); }
.excerpt { margin: 6px 0; border-inline-start: 1px solid var(--hairline); overflow-x: auto; }
.excerpt span { display: block; }
.excerpt .no { display: inline-block; width: 48px; padding-inline-end: 12px; color: var(--soft); text-align: end; user-select: none; }
.excerpt .here { background: var(--unreadable); }
.excerpt .here .no { color: var(--ink); }
#news { color: var(--soft); margin-inline-start: auto; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.bar #news ~ form { margin-inline-start: 0; }
dialog { width: min(460px, 92vw); padding: 20px; border: 1px solid var(--ink); background: var(--paper); color: var(--ink); }
dialog::backdrop { background: rgb(0 0 0 / 0.4); }
dialog dl { margin: 12px 0; }
dialog dl > div { display: flex; gap: 12px; padding: 4px 0; border-top: 1px solid var(--hairline); }
dialog dt { width: 110px; }
dialog p { margin-bottom: 12px; }
kbd { font: 13px/18px var(--mono); border: 1px solid var(--bar); border-radius: 3px; padding: 0 6px; }
`;
