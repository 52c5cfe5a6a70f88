/** The front page, the way on to other chapters, provenance, print and motion. */
export const front = `
.front .opening h1 { max-width: 17ch; }
.front .lead { max-width: 40rem; font-style: normal; }
.front > section { padding-top: var(--s8); min-width: 0; }
.front h2 { margin-bottom: var(--s2); }
.front h2:focus { outline: none; }
.sub { max-width: var(--measure); font-size: var(--note); color: var(--soft); }
.plate { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s4); margin-top: var(--s6); }
.plate .key { margin: 0; }
.squares { display: grid; grid-template-columns: repeat(18, 1fr); gap: .35rem; }
.squares .g { width: 100%; height: auto; }
@media (min-width: 40rem) { .squares { grid-template-columns: repeat(36, 1fr); } }
@media (min-width: 62rem) { .squares { grid-template-columns: repeat(53, 1fr); } }
.chapters { list-style: none; margin-top: var(--s5); border-top: 1.5px solid var(--ink); }
.chapters li { position: relative; display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s3) var(--s6); padding-block: var(--s5); border-bottom: 1px solid var(--line); }
.part { margin-top: var(--s6); font: 400 1.375rem/1.3 var(--serif); font-style: italic; }
.thumb { width: 9.5rem; height: auto; overflow: visible; }
.chapters h3 { font: 400 1.5rem/1.25 var(--serif); letter-spacing: -.008em; }
.chapters h3 a { color: var(--ink); text-decoration: none; }
.chapters h3 a::after { content: ""; position: absolute; inset: 0; }
.chapters li:hover h3 a { color: var(--act); text-decoration: underline; }
.about { max-width: 34rem; margin-top: var(--s1); font-size: 1.0625rem; line-height: 1.5; }
.sum { font: var(--label); color: var(--soft); align-self: center; }
.sum .row { margin-bottom: var(--s2); }
@media (min-width: 48rem) {
  .chapters li { grid-template-columns: 9.5rem minmax(0, 1fr); }
  .part { margin-top: var(--s6); font: 400 1.375rem/1.3 var(--serif); font-style: italic; }
.thumb { grid-row: 1 / span 2; }
  .sum { grid-column: 2; }
}
@media (min-width: 66rem) {
  .chapters li { grid-template-columns: 9.5rem minmax(0, 1fr) 16.5rem; align-items: center; }
  .thumb, .sum { grid-row: 1; }
  .sum { grid-column: 3; }
}
.find { margin-top: var(--s5); }
.find label { display: block; font: var(--label); color: var(--soft); }
.find input { width: 100%; max-width: var(--measure); padding: .35rem 0; appearance: none; border: 0; border-bottom: 1.5px solid var(--ink); border-radius: 0; background: transparent; color: var(--ink); font: 400 1.25rem/1.4 var(--serif); }
.find input::placeholder { color: var(--soft); opacity: 1; font-style: italic; }
.found { min-height: 1.5em; margin-top: var(--s2); font: var(--label); color: var(--soft); }
.eqs { list-style: none; margin-top: var(--s3); }
.eqs li { display: grid; grid-template-columns: minmax(0, 1fr); gap: .1rem var(--s5); align-items: center; padding-block: var(--s3); border-top: 1px solid var(--hair); }
.eqs .formula { font-size: 1.1em; }
@media (min-width: 48rem) { .eqs li { grid-template-columns: 12.5rem minmax(0, 1fr) 6rem; } }
@media (min-width: 62rem) { .eqs li { grid-template-columns: 15rem minmax(0, 1fr) 7rem; } }
.errs tr > :is(th, td) { text-align: start; padding-inline: 0 var(--s5); }
.errs tbody tr > :is(th, td) { vertical-align: middle; }
.errs td:last-child { font: var(--label); color: var(--soft); }
.errs td:last-child math { font-size: 1.15em; }
.errs tbody tr + tr { border-top: 1px solid var(--hair); }
.errs td > div { padding-block: .25rem; }
@media (max-width: 61.99rem) {
  .errs thead { position: absolute; clip-path: inset(50%); }
  .errs tbody, .errs table { display: block; }
  .errs tr { display: grid; grid-template-columns: 5rem minmax(0, 1fr); padding-block: var(--s3); }
  .errs :is(td, tbody th) { display: contents; }
  .errs :is(td, th)::before { content: attr(data-head); padding-block: .3rem; font: var(--label); color: var(--soft); }
  .errs :is(td, th) > div { min-width: 0; padding-block: .3rem; overflow: auto hidden; }
}

.turns { display: grid; gap: var(--s5); margin-top: var(--s8); padding-top: var(--s4); border-top: 1px solid var(--line); }
.turns a { display: block; color: var(--ink); font-size: 1.25rem; line-height: 1.3; text-decoration: none; }
.turns a:hover { color: var(--act); text-decoration: underline; }
.turns .label { display: block; margin-bottom: .15rem; }
@media (min-width: 40rem) { .turns { grid-template-columns: 1fr 1fr; } .turns .next { text-align: end; } }
.colophon { margin-top: var(--s8); padding-block: var(--s6) var(--s7); background: var(--sunk); font: 500 var(--small)/1.6 var(--sans); color: var(--soft); }
.colophon h2 { margin-bottom: var(--s3); font: inherit; letter-spacing: 0; color: var(--ink); }
.colophon dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: var(--s4) var(--s6); }
.colophon dd { color: var(--ink); overflow-wrap: anywhere; }
.colophon p { max-width: 44rem; margin-top: var(--s5); }

@media (max-width: 39.99rem) {
  .equation .formula, .chain { font-size: 1em; }
  div.cell { font-size: .75rem; }
  .cell pre { margin-inline: calc(-1 * var(--edge)); padding-inline: var(--edge); }
  .cell .out { padding-inline: 0; border: 0; }
  .out pre { margin: 0; font-size: .75rem; }
}
@media (max-width: 25rem) { .step .formula, .equation .formula, .erratum .formula { font-size: .92em; } }
@media (max-width: 21rem) { .step .formula, .equation .formula, .erratum .formula { font-size: .84em; } }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  @page { margin: 20mm 18mm; }
  :root {
    color-scheme: light; --paper: #fff; --sunk: #fff; --ink: #000; --soft: #333; --line: #888; --hair: #ccc; --spine: #888; --act: #000; --literal: #000;
    --proved: #000; --tested: #000; --refuted: #000; --unknown: #000; --assumed: #000;
    --body: 10.5pt; --lead: 13pt; --note: 9pt; --small: 8pt; --h1: 26pt; --h2: 15pt; --s8: 2rem; --edge: 0rem; --aside: 12rem; --gap: 1.5rem;
  }
  nav, .skip, .ways, .find, button { display: none !important; }
  a { text-decoration: none; }
  .step, .equation, .erratum > div, .plot, .table, .chapters li { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .evidence { border: .5pt solid #888; }
  .colophon { border-top: .5pt solid #000; }
}
`;
