/** A page that holds nothing but a preview, or several. */
export const documentRules = `
body{display:flex;flex-wrap:wrap;margin:0}
body>.rcs-handset{flex:1 1 var(--rcs-screen-width)}
.rcs-several{display:flex;flex-wrap:wrap;align-items:flex-start;gap:24px}
.rcs-several>.rcs-handset{flex:0 1 var(--rcs-screen-width)}
.rcs-screen{display:flex;flex-direction:column;width:100%;max-width:var(--rcs-screen-width);min-height:560px;margin:0 auto}
.rcs-screen .rcs-thread{flex:1}
.rcs-handset>.rcs-notes{max-width:var(--rcs-screen-width);margin:0 auto}`;
