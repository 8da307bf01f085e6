/** What is said: bubbles, chips, and the dots of someone who writes. */
export const chatRules = `
.rcs-thread{display:flex;flex-direction:column;gap:var(--rcs-gap);padding:12px var(--rcs-edge)}
.rcs-message{display:flex;flex-direction:column;align-items:flex-start;max-width:100%;min-width:0}
.rcs-outgoing{align-items:flex-end;align-self:flex-end}
.rcs-bubble{position:relative;max-width:var(--rcs-bubble-max);padding:var(--rcs-bubble-pad-y) var(--rcs-bubble-pad-x);border-radius:var(--rcs-bubble-radius);border-bottom-left-radius:6px;background:var(--rcs-bubble);color:var(--rcs-bubble-ink);font:var(--rcs-type-body);white-space:pre-wrap}
.rcs-handset .rcs-link{color:var(--rcs-accent);text-decoration:underline}
.rcs-outgoing .rcs-bubble{border-radius:var(--rcs-bubble-radius);border-bottom-right-radius:6px;background:var(--rcs-mine);color:var(--rcs-mine-ink)}
.rcs-handset .rcs-outgoing .rcs-link,.rcs-handset [data-channel] .rcs-link{color:inherit}
[data-channel=sms] .rcs-bubble,[data-channel=mms] .rcs-bubble{background:var(--rcs-sms);color:var(--rcs-sms-ink)}
[data-look=ios] .rcs-bubble{border-radius:var(--rcs-bubble-radius)}
[data-look=ios] .rcs-bubble::after{content:"";position:absolute;left:-6px;bottom:0;width:18px;height:18px;background:inherit;clip-path:path("M6 0C6 9 5 15 0 17.5C6 18.5 11 17 14 14L18 4Z")}
[data-look=ios] .rcs-outgoing .rcs-bubble::after{right:-6px;left:auto;transform:scaleX(-1)}
.rcs-typing{display:flex;gap:5px;align-self:flex-start;padding:14px 16px;border-radius:var(--rcs-bubble-radius);background:var(--rcs-bubble)}
.rcs-dot{width:8px;height:8px;border-radius:50%;background:var(--rcs-soft);animation:rcs-dot 1.2s infinite}
.rcs-dot:nth-child(2){animation-delay:.2s}
.rcs-dot:nth-child(3){animation-delay:.4s}
@keyframes rcs-dot{30%{transform:translateY(-4px);opacity:.6}60%{transform:none}}
@media (prefers-reduced-motion:reduce){.rcs-dot{animation:none}}
.rcs-chips{position:relative;display:flex;flex-wrap:wrap;gap:8px;padding:4px 0}
.rcs-handset .rcs-chip{position:relative;display:inline-flex;align-items:center;gap:8px;max-width:100%;min-height:var(--rcs-chip-height);padding:0 var(--rcs-chip-pad);border:1px solid var(--rcs-line);border-radius:var(--rcs-chip-radius);background:var(--rcs-screen);color:var(--rcs-accent);font:var(--rcs-type-chip)}
.rcs-chip .rcs-icon{width:18px;height:18px}
.rcs-label{min-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.rcs-fallback{display:flex;flex-direction:column;gap:8px}
.rcs-facts{padding:4px 2px;color:var(--rcs-soft);font:var(--rcs-type-small)}`;
