/**
 * A page that holds nothing but previews: phones side by side, each with its notes below. Nobody swipes in it:
 * where a card has a note, all cards are in sight.
 */
export const documentRules = `
body{display:flex;flex-wrap:wrap;gap:16px;justify-content:center;margin:0;padding:14px;background:#dadce0}
body>.rcs-handset{display:flex;flex-direction:column;gap:14px;width:var(--rcs-screen-width);max-width:100%;background:none}
.rcs-screen,.rcs-handset>.rcs-notes{overflow:hidden;border:1px solid var(--rcs-line);border-radius:28px;background:var(--rcs-screen)}
.rcs-carousel:has(.rcs-marked),.rcs-handset .rcs-carousel.rcs-marked{flex-wrap:wrap;overflow:visible}
.rcs-screen{display:flex;flex-direction:column;min-height:460px}
.rcs-screen>.rcs-thread{flex:1}
.rcs-handset>.rcs-notes{padding:var(--rcs-edge)}`;
