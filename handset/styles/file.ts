import { iconAddress } from '../icons';

/**
 * Pictures, videos and files. What stands before and after an image is drawn only where it did not load: the
 * sign and its words in the box of the picture, as where there is none.
 */
export const fileRules = `
.rcs-image{display:block;width:100%;height:100%;object-fit:cover}
img.rcs-image::before,img.rcs-image::after{position:absolute;inset:0}
img.rcs-image::before{z-index:1;width:28px;height:28px;margin:auto;background:var(--rcs-blank-ink);content:'';mask:url("${iconAddress('picture')}") center/contain no-repeat}
img.rcs-image::after{display:flex;align-items:center;justify-content:center;padding:56px 8px 8px;background:var(--rcs-blank);color:var(--rcs-blank-ink);content:attr(alt);font:var(--rcs-type-small);text-align:center}
.rcs-handset .rcs-picture{display:block;position:relative;width:240px;max-width:100%;height:180px;padding:0;overflow:hidden;border-radius:var(--rcs-card-radius);background:var(--rcs-blank)}
.rcs-picture.rcs-marked{overflow:visible}
.rcs-picture .rcs-image{border-radius:inherit}
.rcs-blank{display:flex;flex-direction:column;align-items:center;justify-content:center;gap:6px;width:100%;height:100%;padding:8px;color:var(--rcs-blank-ink);font:var(--rcs-type-small);text-align:center}
.rcs-blank .rcs-label{max-width:100%}
[data-media=video] .rcs-blank{justify-content:end;padding-bottom:10px}
.rcs-blank .rcs-icon{width:28px;height:28px}
.rcs-play{position:absolute;inset:0;display:grid;place-content:center;width:48px;height:48px;margin:auto;border-radius:50%;background:#000000b3;color:#fff}
.rcs-play .rcs-icon,.rcs-file-sign .rcs-icon-play{fill:currentColor}
.rcs-play .rcs-icon{width:24px;height:24px}
.rcs-handset .rcs-file{position:relative;display:flex;align-items:center;gap:12px;width:260px;max-width:100%;padding:12px;border-radius:var(--rcs-bubble-radius);background:var(--rcs-bubble);color:var(--rcs-bubble-ink)}
.rcs-outgoing .rcs-file{background:var(--rcs-mine);color:var(--rcs-mine-ink)}
.rcs-file-sign{display:grid;flex:none;place-items:center;width:40px;height:40px;border-radius:50%;background:var(--rcs-accent);color:var(--rcs-on-accent)}
.rcs-outgoing .rcs-file-sign{background:var(--rcs-mine-ink);color:var(--rcs-mine)}
.rcs-file-words{display:flex;flex:1;flex-direction:column;gap:2px;min-width:0}
.rcs-file-name{overflow:hidden;font:var(--rcs-type-detail);text-overflow:ellipsis;white-space:nowrap}
.rcs-file-kind{font:var(--rcs-type-small)}
.rcs-track{height:3px;margin:4px 0;border-radius:2px;background:currentColor;opacity:.5}`;
