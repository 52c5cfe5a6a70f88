/** Elements without a class, formulas, and the few words that serve everywhere. */
export const ground = `
*, ::before, ::after { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); text-size-adjust: 100%; -webkit-text-size-adjust: 100%; scroll-padding-top: var(--s5); }
body { margin: 0; font: 400 var(--body)/1.55 var(--serif); font-variant-numeric: lining-nums; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6, p, ol, ul, dl, dd, figure, pre, blockquote { margin: 0; padding: 0; }
h1, h2, h3, h4, h5, h6, th, b, strong { font-weight: 400; }
h1, h2, h3 { text-wrap: balance; }
p, figcaption { text-wrap: pretty; }
svg, img { display: block; max-width: 100%; }
img { height: auto; }
a { color: var(--act); text-decoration: underline; text-decoration-thickness: .06em; text-underline-offset: .18em; text-decoration-color: color-mix(in srgb, currentColor 45%, transparent); }
a:hover { text-decoration-color: currentColor; text-decoration-thickness: .1em; }
:focus-visible { outline: 2px solid var(--act); outline-offset: 3px; }
[hidden] { display: none !important; }
table { border-collapse: collapse; font-variant-numeric: lining-nums tabular-nums; }
code, kbd, samp, pre { font-family: var(--mono); font-variant-ligatures: none; }
code, kbd, samp { font-size: .82em; }
pre code { font-size: 1em; }
button { font: var(--label); color: var(--act); background: none; border: 0; padding: 0; cursor: pointer; text-decoration: underline; text-decoration-thickness: .06em; text-underline-offset: .18em; text-decoration-color: color-mix(in srgb, currentColor 45%, transparent); }
button:hover { text-decoration-color: currentColor; }
@media (scripting: none) { button { display: none; } }
math { font-family: var(--maths); font-variant-numeric: lining-nums; }
math[display=block] { width: fit-content; margin: 0; text-align: start; }
mtext { font-family: var(--serif); }
mtd { padding-block: .3em; }
.tml-right { text-align: right; }
.tml-left { text-align: left; }
.tml-prime { font-feature-settings: "ss04"; }
.tml-sml-pad { padding-inline-start: .05em; }
.tml-med-pad { padding-inline-start: .1em; }
.tml-lrg-pad { padding-inline-start: .15em; }
.chr-sml { transform: translateX(.07em); }
.chr-med { transform: translateX(.14em); }
.chr-lrg { transform: translateX(.21em); }
.soft math, .label math { font-size: 1.15em; }
.tex { color: var(--refuted); overflow-wrap: anywhere; }
/* What an author sets stays in its place: raised or shifted, it would lie on a grade, or on the equation beside it. */
math, .prose, .lead, .why { overflow: clip; overflow-clip-margin: .25em; }
.formula { overflow: auto hidden; padding-block: .3rem; scrollbar-width: thin; }
/* The proof reader's signs: shape first, colour second. */
math .wrong { border: 1.5px solid var(--refuted); border-radius: .75em; padding: .1em .35em; margin-inline: .12em; color: var(--refuted); }
math .right { border-bottom: 2px solid var(--proved); color: var(--proved); }
.held { white-space: nowrap; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.left-out { margin-block: var(--s2); font: var(--label); color: var(--soft); }
.label, .soft { font: var(--label); color: var(--soft); }
.skip { position: absolute; inset: 0 auto auto 0; z-index: 2; padding: var(--s2) var(--s4); background: var(--paper); font: var(--label); transform: translateY(-120%); }
.skip:focus { transform: none; }
.symbols { position: absolute; }
summary { width: fit-content; cursor: pointer; color: var(--act); font: var(--label); list-style: none; }
summary::-webkit-details-marker { display: none; }
summary:hover { text-decoration: underline; text-underline-offset: .2em; }
summary:not(:has(.open))::before, .open::before { content: ""; display: inline-block; width: .42em; height: .42em; margin-inline: .1em .5em; border: solid currentColor; border-width: 0 1.5px 1.5px 0; transform: translateY(-.12em) rotate(-45deg); }
[open] > summary:not(:has(.open))::before, [open] > summary .open::before { transform: translateY(-.2em) rotate(45deg); }
`;
