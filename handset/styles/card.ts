/** Cards, their buttons, carousels and forms. */
export const cardRules = `
.rcs-card{position:relative;display:flex;flex-direction:column;width:var(--rcs-card-width);max-width:100%;min-height:var(--rcs-lowest-card);border-radius:var(--rcs-card-radius);background:var(--rcs-card);color:var(--rcs-card-ink)}
.rcs-card-media{position:relative;flex:none;height:var(--rcs-media-medium);overflow:hidden;border-radius:var(--rcs-card-radius) var(--rcs-card-radius) 0 0;background:var(--rcs-blank)}
.rcs-card-media[data-height=short]{height:var(--rcs-media-short)}
.rcs-card-media[data-height=tall]{height:var(--rcs-media-tall)}
.rcs-card-media:last-child{border-radius:var(--rcs-card-radius)}
.rcs-handset .rcs-card-picture{display:block;position:relative;width:100%;height:100%;padding:0}
.rcs-card-words{display:flex;flex:1;flex-direction:column;gap:4px;min-width:0;padding:var(--rcs-card-pad)}
.rcs-title,.rcs-description{white-space:pre-wrap}
.rcs-title{font:var(--rcs-type-title)}
.rcs-description{color:var(--rcs-card-soft);font:var(--rcs-type-detail)}
.rcs-card .rcs-title,.rcs-card .rcs-description{display:-webkit-box;overflow:hidden;-webkit-box-orient:vertical;-webkit-line-clamp:var(--rcs-clamp-description)}
.rcs-card .rcs-title{-webkit-line-clamp:var(--rcs-clamp-title)}
.rcs-carousel .rcs-description{-webkit-line-clamp:var(--rcs-clamp-carousel)}
.rcs-buttons{display:flex;flex-direction:column;gap:8px;margin-top:auto;padding-top:8px}
.rcs-handset .rcs-button,.rcs-handset .rcs-submit{position:relative;display:flex;align-items:center;justify-content:center;gap:8px;width:100%;min-height:var(--rcs-button-height);padding:0 12px;border-radius:var(--rcs-button-radius);background:var(--rcs-button);color:var(--rcs-accent);font:var(--rcs-type-button)}
.rcs-handset[data-look=android] .rcs-button{border:1px solid var(--rcs-line)}
.rcs-button .rcs-icon{width:18px;height:18px}
.rcs-card[data-orientation=horizontal]{flex-direction:row;width:calc(var(--rcs-card-width) + 24px)}
.rcs-card[data-orientation=horizontal][data-side=right]{flex-direction:row-reverse}
.rcs-card[data-orientation=horizontal] .rcs-card-media{width:var(--rcs-side-picture);height:auto;border-radius:var(--rcs-card-radius) 0 0 var(--rcs-card-radius)}
.rcs-card[data-orientation=horizontal][data-side=right] .rcs-card-media{border-radius:0 var(--rcs-card-radius) var(--rcs-card-radius) 0}
.rcs-card[data-orientation=horizontal] .rcs-card-picture{position:absolute;inset:0}
.rcs-carousel{display:flex;gap:var(--rcs-gap);max-width:100%;margin:0;padding:0;overflow-x:auto;list-style:none;scroll-snap-type:x proximity;scrollbar-width:thin;scrollbar-color:var(--rcs-line) transparent}
.rcs-thread>.rcs-message>.rcs-carousel{max-width:calc(100% + 2*var(--rcs-edge));margin-inline:calc(-1*var(--rcs-edge));padding-inline:var(--rcs-edge);scroll-padding-inline:var(--rcs-edge)}
.rcs-carousel:has(.rcs-marked){padding-block:12px}
.rcs-carousel:focus-visible{outline:2px solid var(--rcs-accent);outline-offset:2px}
.rcs-slide{display:flex;flex:none;scroll-snap-align:start}
.rcs-carousel .rcs-card{width:var(--rcs-width-medium)}
.rcs-carousel[data-width=small] .rcs-card{width:var(--rcs-width-small)}
.rcs-carousel[data-width=small] .rcs-card-words{padding:10px}
.rcs-carousel[data-width=small] .rcs-button{padding:0 8px}
.rcs-form{margin:0}
.rcs-form .rcs-card-words{gap:12px}
.rcs-form-field{position:relative;display:flex;flex-direction:column;gap:4px}
.rcs-field-label{color:var(--rcs-card-soft);font:var(--rcs-type-detail)}
.rcs-handset .rcs-input{width:100%;min-height:44px;margin:0;padding:8px 12px;border:1px solid var(--rcs-card-soft);border-radius:10px;background:var(--rcs-button);color:var(--rcs-card-ink);font:var(--rcs-type-detail)}
.rcs-handset .rcs-submit{background:var(--rcs-accent);color:var(--rcs-on-accent)}`;
