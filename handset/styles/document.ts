/** A page that holds nothing but a preview. */
export const documentRules = `
body{margin:0}
.rcs-screen{display:flex;flex-direction:column;width:100%;max-width:var(--rcs-screen-width);min-height:560px;margin:0 auto}
.rcs-screen .rcs-thread{flex:1}
.rcs-handset>.rcs-notes{max-width:var(--rcs-screen-width);margin:0 auto}
.rcs-fallback{display:flex;flex-direction:column;gap:8px}
.rcs-facts{padding:4px 2px;color:var(--rcs-soft);font:var(--rcs-type-small)}`;
