/** What happens to the message at its provider: outlined parts with numbers, and the list of notes. */
export const markRules = `
.rcs-handset .rcs-marked{position:relative;overflow:visible;outline:2px dashed var(--rcs-warn);outline-offset:2px}
.rcs-handset .rcs-marked-bad{outline-color:var(--rcs-bad)}
.rcs-mark{position:absolute;z-index:1;top:-10px;inset-inline-end:-8px;min-width:20px;padding:2px 5px;border-radius:10px;background:var(--rcs-warn);color:var(--rcs-on-mark);font:var(--rcs-type-small);font-weight:700;line-height:16px;text-align:center;white-space:nowrap}
.rcs-marked-bad>.rcs-mark{background:var(--rcs-bad)}
.rcs-handset .rcs-carousel.rcs-marked{max-width:100%;margin-inline:0;padding:12px 8px}
.rcs-handset .rcs-carousel.rcs-marked>.rcs-mark{inset-inline-end:0}
.rcs-notes{display:flex;flex-direction:column;gap:8px;margin:0;padding:12px var(--rcs-edge) 16px;border-top:1px solid var(--rcs-line);list-style:none;font:var(--rcs-type-detail)}
.rcs-note{display:flex;gap:8px;color:var(--rcs-ink)}
.rcs-note .rcs-mark{position:static;align-self:flex-start;flex:none}
.rcs-note-bad .rcs-mark{background:var(--rcs-bad)}`;
