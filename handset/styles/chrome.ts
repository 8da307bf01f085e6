/** The frame of a chat: header, composer, lines between messages. */
export const chromeRules = `
.rcs-handset{box-sizing:border-box;width:100%;background:var(--rcs-screen);color:var(--rcs-ink);font:var(--rcs-type-body);overflow-wrap:anywhere}
.rcs-handset *,.rcs-handset *::before,.rcs-handset *::after{box-sizing:border-box}
.rcs-handset .rcs-icon{flex:none;width:20px;height:20px;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.rcs-handset a{color:inherit}
.rcs-handset button{appearance:none;margin:0;border:0;background:none;color:inherit;font:inherit;text-align:inherit;cursor:pointer}
.rcs-handset :is(a,button):focus-visible{outline:2px solid var(--rcs-accent);outline-offset:2px}
.rcs-header{display:flex;align-items:center;gap:12px;height:var(--rcs-header-height);padding:0 var(--rcs-edge);background:var(--rcs-screen);color:var(--rcs-ink)}
.rcs-header>.rcs-icon{width:24px;height:24px}
.rcs-name{display:flex;align-items:center;gap:6px;min-width:0;font:var(--rcs-type-name)}
.rcs-name .rcs-label{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.rcs-handset .rcs-icon-shield{width:18px;height:18px;stroke:var(--rcs-screen);fill:var(--rcs-verified)}
.rcs-avatar{position:relative;display:grid;flex:none;place-items:center;width:var(--rcs-avatar);height:var(--rcs-avatar);overflow:hidden;border-radius:50%;background:var(--rcs-brand);color:var(--rcs-on-brand);font-weight:500}
.rcs-logo{width:100%;height:100%;object-fit:cover}
[data-look=ios] .rcs-header{position:relative;flex-direction:column;justify-content:center;gap:4px;border-bottom:1px solid var(--rcs-line)}
[data-look=ios] .rcs-header>.rcs-icon-chevronBack{position:absolute;inset-inline-start:8px;top:22px;width:26px;height:26px;color:var(--rcs-accent)}
.rcs-avatar img::after{position:absolute;inset:0;background:var(--rcs-brand);content:''}
[data-look=ios] .rcs-avatar{font-size:22px}
[data-look=ios] .rcs-name{max-width:100%;gap:3px}
[data-look=ios] .rcs-icon-shield{width:14px;height:14px}
.rcs-composer{display:flex;align-items:center;gap:10px;height:var(--rcs-composer-height);padding:0 var(--rcs-edge);background:var(--rcs-screen);color:var(--rcs-soft)}
.rcs-field{display:flex;flex:1;align-items:center;justify-content:space-between;height:48px;padding:0 16px;border-radius:24px;background:var(--rcs-bubble);color:var(--rcs-bubble-ink)}
[data-look=ios] .rcs-field{height:36px;padding:0 12px;border:1px solid var(--rcs-line);border-radius:18px;background:none;color:var(--rcs-soft);font:var(--rcs-type-detail)}
[data-look=ios] .rcs-field .rcs-icon{display:none}
[data-look=ios] .rcs-composer>.rcs-icon{width:34px;height:34px;padding:7px;border-radius:50%;background:var(--rcs-bubble);color:var(--rcs-bubble-ink)}
.rcs-day,.rcs-channel{padding:8px 0;color:var(--rcs-soft);font:var(--rcs-type-small);text-align:center}
.rcs-channel{align-self:stretch}
.rcs-state{display:flex;align-items:center;gap:4px;align-self:flex-end;color:var(--rcs-soft);font:var(--rcs-type-small)}
.rcs-state .rcs-icon{width:14px;height:14px}
.rcs-state[data-state=read] .rcs-icon{color:var(--rcs-accent)}`;
