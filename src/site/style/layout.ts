/** The sheet: rail, text and margin; in one column what stood in the margin follows what it belongs to. */
export const layout = `
.masthead, .sheet, .colophon > div { max-width: calc(var(--frame) + 2 * var(--edge)); margin-inline: auto; padding-inline: var(--edge); }
.masthead { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s5); align-items: baseline; padding-block: var(--s5) var(--s4); font: var(--label); }
.word { margin-inline-end: auto; font: 400 1.25rem/1 var(--serif); color: var(--ink); text-decoration: none; }
.word::after { content: ""; display: inline-block; width: .42em; height: .42em; margin-inline-start: .2em; background: var(--proved); forced-color-adjust: none; }
.word img { height: 1.5em; width: auto; margin-inline-end: .4em; vertical-align: -.35em; }
.colophon .author { margin-bottom: var(--s4); }
.masthead ul { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s5); list-style: none; }
.masthead li a { display: block; padding-block: .3rem; color: var(--soft); text-decoration: none; }
.masthead li a:hover, .masthead li a[aria-current] { color: var(--ink); text-decoration: underline; text-underline-offset: .3em; }
.sheet { display: grid; grid-template-columns: minmax(0, 1fr); }
.opening { padding-block: clamp(2.25rem, 6vw, 5rem) var(--s6); min-width: 0; }
.opening h1 { margin-block: var(--s3) var(--s5); font-size: var(--h1); line-height: 1.06; letter-spacing: -.018em; overflow-wrap: anywhere; }
.opening h1 code { font-size: .5em; letter-spacing: 0; }
.lead { max-width: 38rem; font-size: var(--lead); line-height: 1.42; font-style: italic; }
.lead em { font-style: normal; }
.opening .plot { margin-block: var(--s6) var(--s5); }
.text { min-width: 0; }
.text:focus { outline: none; }
.text > section { padding-top: var(--s8); }
.text > section:first-child { padding-top: var(--s6); }
h2 { margin-bottom: var(--s4); font-size: var(--h2); line-height: 1.2; letter-spacing: -.01em; }
.no { margin-inline-end: .6em; color: var(--soft); }
.prose > * + * { margin-top: var(--s4); }
.prose + .prose { margin-top: var(--s4); }
.prose ul, .prose ol { padding-inline-start: 1.4em; }
.prose li + li { margin-top: var(--s2); }
.prose li::marker { color: var(--soft); }
.prose :is(h3, h4, h5, h6) { margin-top: var(--s6); font: 400 1.25rem/1.3 var(--serif); }
.prose :is(h3, h4, h5, h6) + * { margin-top: var(--s2); }
.prose > :first-child { margin-top: 0; }
.prose hr { border: 0; border-top: 1px solid var(--line); margin-block: var(--s6); }
.prose strong, .prose b { font-style: italic; }
.prose blockquote, .aside { padding-inline-start: var(--s4); border-inline-start: 1px solid var(--line); font-size: var(--note); line-height: 1.45; color: var(--soft); }
.prose pre, pre.raw { padding: var(--s4) var(--s5); background: var(--sunk); overflow-x: auto; font-size: .84375rem; line-height: 1.65; }
pre.raw { margin-block: var(--s5); color: var(--soft); }
.rail { padding-bottom: var(--s5); border-bottom: 1px solid var(--hair); font: var(--label); }
.rail h2 { font: inherit; letter-spacing: 0; color: var(--soft); margin-bottom: var(--s2); }
.rail ol { list-style: none; columns: 16rem auto; column-gap: var(--gap); }
.rail li { break-inside: avoid; }
.rail a { display: block; padding-block: .32rem; color: var(--ink); text-decoration: none; }
.rail a:hover { color: var(--act); text-decoration: underline; }
.rail .row { display: inline-block; margin-inline-start: .5em; vertical-align: baseline; }
@media (min-width: 62rem) {
  .sheet:not(.front, .listing) { grid-template-columns: minmax(0, var(--measure)) var(--aside); column-gap: var(--gap); }
  .sheet > :not(.text) { grid-column: 1 / -1; }
  .wide { width: calc(100% + var(--gap) + var(--aside)); }
  .listing .wide { width: auto; }
}
@media (min-width: 78rem) {
  .sheet:not(.front, .listing) { grid-template-columns: 10.5rem minmax(0, var(--measure)) var(--aside); }
  .sheet:not(.front, .listing) > .opening { grid-column: 2 / -1; }
  .sheet > .rail { grid-column: 1; padding: 0; border: 0; }
  .sheet:not(.front, .listing) > .text { grid-column: 2; }
  .rail > div { position: sticky; top: var(--s6); padding-top: var(--s6); max-height: calc(100vh - var(--s6)); overflow-y: auto; scrollbar-width: thin; }
  .rail ol { columns: auto; }
  .rail .row { display: block; margin: .3rem 0 .15rem; }
  .text h2 { position: relative; }
  .text h2 .no { position: absolute; inset-inline-end: calc(100% + .75rem); margin: 0; }
}
`;
