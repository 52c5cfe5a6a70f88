/**
 * What Temml draws by classes: MathML Core has no `menclose`, so that without these rules a bar over a letter, a struck
 * term or a box is not there at all. The shapes are those of Temml's own sheet.
 */
export const strokes = `
menclose, .menclose { display: inline-block; position: relative; padding: .5ex 0; text-align: start; print-color-adjust: exact; }
.tml-overline { padding: .1em 0 0; border-top: .065em solid; }
.tml-underline { padding: 0 0 .1em; border-bottom: .065em solid; }
.tml-cancel, .tml-cancelto, .phasor-angle { display: inline-block; position: absolute; background: currentColor; forced-color-adjust: none; }
.tml-cancel { left: .5px; bottom: 0; width: 100%; height: 100%; }
.upstrike, .phasor-angle { clip-path: polygon(.05em 100%, 0 calc(100% - .05em), calc(100% - .05em) 0, 100% .05em); }
.downstrike { clip-path: polygon(0 .05em, .05em 0, 100% calc(100% - .05em), calc(100% - .05em) 100%); }
.sout { clip-path: polygon(0 calc(55% + .0333em), 0 calc(55% - .0333em), 100% calc(55% - .0333em), 100% calc(55% + .0333em)); }
.tml-xcancel { clip-path: polygon(.05em 0, 0 .05em, calc(50% - .05em) 50%, 0 calc(100% - .05em), .05em 100%, 50% calc(50% + .05em), calc(100% - .05em) 100%, 100% calc(100% - .05em), calc(50% + .05em) 50%, 100% .05em, calc(100% - .05em) 0, 50% calc(50% - .05em)); }
.tml-cancelto { top: 0; left: 0; height: 100%; clip-path: polygon(0 calc(100% - .05em), calc(100% - .3em) .2em, calc(100% - .45em) .08em, 100% 0, calc(100% - .1em) .45em, calc(100% - .22em) .28em, .05em 100%); }
.longdiv-top { padding: .1em .2em .2em .433em; border-top: .067em solid; }
.longdiv-arc { position: absolute; inset: 0 auto .1em -.4em; width: .7em; border: .067em solid; border-radius: 70%; clip-path: inset(0 0 0 .4em); transform: translateY(-.067em); }
.phasor-bottom { padding: .2em .2em .1em .6em; border-bottom: .067em solid; }
.phasor-angle { left: .5px; bottom: -.04em; height: 100%; aspect-ratio: .5; }
.tml-fbox { padding: 3pt; border: 1px solid; }
.actuarial { margin-inline-end: .04em; padding: .04em .04em 0; border: solid; border-width: .08em .08em 0 0; }
.circle-pad { padding: .267em; }
.textcircle { position: absolute; inset: 0; border: .067em solid; border-radius: 50%; }
.tml-hat-1 { transform: scale(1.9, 1); }
.tml-hat-2 { transform: scale(3.9, 1); }
.tml-hat-3 { transform: scale(5.8, 1); }
.tml-hat-4 { transform: scale(7.8, 1); }
.tml-tilde-2 { transform: scale(2, 1.1); }
.tml-tilde-3 { transform: scale(3, 1.1); }
.tml-tilde-4 { transform: scale(4, 1.1); }
`;
