/** Grades, tallies, equations, derivations with their evidence, errata. */
export const claims = `
.proved, .proved-if { --grade: var(--proved); }
.tested { --grade: var(--tested); }
.refuted { --grade: var(--refuted); }
.unknown { --grade: var(--unknown); }
.assumed { --grade: var(--assumed); }
.grade { display: inline-flex; align-items: baseline; gap: .45em; color: var(--grade); font: var(--label); }
.grade math { font-size: 1.1em; }
.g { flex: none; width: .8em; height: .8em; color: var(--grade); overflow: visible; }
.grade .g { transform: translateY(.05em); }
.ungraded, .equation .given { color: var(--soft); font: var(--label); padding-top: 0; }
.notice { margin-top: var(--s4); padding: var(--s2) var(--s4); border-inline-start: 3px solid var(--tested); background: var(--sunk); font: var(--label); max-width: var(--measure); }
.row { max-width: 100%; height: auto; overflow: visible; }
.row g { color: var(--grade); }
.tally { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s2) var(--s4); margin-top: var(--s5); font: var(--label); }
.key { margin-top: var(--s4); }
.key dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr)); gap: var(--s4) var(--s6); max-width: var(--measure); padding-block: var(--s4) var(--s2); }
.key dd { font-size: var(--note); line-height: 1.4; color: var(--soft); }

.id { font: 400 var(--small)/1.5 var(--mono); color: var(--ink); text-decoration-color: var(--line); }
.id:hover { color: var(--act); }
.ways { display: inline-flex; flex-wrap: wrap; gap: 0 var(--s3); font: var(--label); }
.ways a, .ways button, .head button { padding-block: .2rem; }
.equation { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s3); margin-block: var(--s5); }
.equation .formula { font-size: 1.1em; }
.equation.bare { display: block; }
.meta { display: flex; flex-wrap: wrap; gap: .1rem var(--s4); align-items: baseline; }
@media (min-width: 62rem) {
  .equation { grid-template-columns: minmax(0, 1fr) var(--aside); column-gap: var(--gap); align-items: center; width: calc(100% + var(--gap) + var(--aside)); }
  .equation.bare { width: auto; }
  .meta { flex-direction: column; gap: 0; }
}

.chain { margin-block: var(--s6); font-size: 1.02em; }
.chain > header { display: flex; flex-wrap: wrap; gap: .1rem var(--s4); align-items: baseline; padding-bottom: var(--s2); border-bottom: 1px solid var(--line); font: 500 var(--small)/1.6 var(--sans); color: var(--soft); }
.chain > header .name { color: var(--ink); }
.chain > header > .grade { margin-inline-start: auto; }
.given { padding-top: var(--s2); font-size: var(--note); line-height: 1.4; color: var(--soft); }
.given math, .why math, .evidence math { font-size: 1.1em; }
/* What an assumption or a definition keeps in one line may be wider than the page. */
.given .held { display: inline-block; max-width: 100%; overflow: auto hidden; vertical-align: bottom; scrollbar-width: thin; }
.meta > details { min-width: 0; max-width: 100%; }
.chain ol { list-style: none; padding-top: var(--s3); }
.step { display: grid; grid-template-columns: var(--hang) minmax(0, 1fr); }
.tick { grid-area: 1 / 1 / span 2; display: grid; grid-template-rows: 1fr auto 1fr; justify-items: center; width: .875rem; }
.tick .g { width: .875rem; height: .875rem; margin-block: .3rem; }
.tick::before, .tick::after, .step::after { content: ""; height: 100%; border-inline-start: 2px solid var(--spine); }
.step::after { grid-area: 3 / 1 / span 2; margin-inline-start: calc(.4375rem - 1px); }
.step:is(.proved-if, .tested) .tick::before { border-inline-start-style: dashed; }
.step.refuted .tick::before, .step.unknown .tick::before { border-inline-start-color: transparent; }
.step:first-child .tick::before, .step:last-child .tick::after, .step:last-child::after { visibility: hidden; }
.lhs, .rhs, .why, .step > details { grid-column: 2; }
.lhs { grid-row: 1; }
.rhs { grid-row: 2; }
.lhs:empty { display: none; }
.why { grid-row: 3; font-size: var(--note); line-height: 1.4; color: var(--soft); }
.step > details { grid-row: 4; padding-bottom: var(--s5); }
.step summary { display: flex; flex-wrap: wrap; gap: 0 var(--s3); padding-block: .15rem; }
.evidence { display: grid; gap: var(--s2); margin-top: var(--s3); padding: var(--s4); background: var(--sunk); border-inline-start: 2px solid var(--grade); font-size: var(--note); line-height: 1.45; overflow-wrap: anywhere; }
.evidence > div { display: grid; gap: 0 var(--s4); }
.evidence dt { font: 500 var(--small)/1.6 var(--sans); color: var(--soft); }
.evidence dd { min-width: 0; overflow: auto hidden; }
@media (min-width: 40rem) { .evidence > div { grid-template-columns: 7rem minmax(0, 1fr); } }
@media (min-width: 62rem) {
  .chain { width: calc(100% + var(--gap) + var(--aside) + var(--hang)); margin-inline-start: calc(-1 * var(--hang)); }
  .chain > header, .given { margin-inline-start: var(--hang); }
  .chain ol { display: grid; grid-template-columns: var(--hang) max-content minmax(0, 1fr) var(--aside); }
  .step { grid-column: 1 / -1; grid-template-columns: subgrid; grid-template-rows: auto auto; }
  .step .lhs, .step .rhs { grid-row: 1 / span 2; align-self: center; padding-block: .8rem; }
  .step .lhs { grid-column: 2; padding-inline-end: .28em; }
  .step .lhs:empty { display: block; }
  .step .rhs { grid-column: 3; margin-inline-end: var(--gap); }
  .step .why { grid-area: 1 / 4; align-self: end; padding-top: .6rem; }
  .tall .step .rhs { grid-column: 2 / span 2; }
  .step::after { grid-area: 3 / 1; }
  .step > details { grid-area: 3 / 2 / auto / -1; padding: 0; }
  .step > details > summary { width: var(--aside); margin-inline-start: auto; }
  @supports selector(::details-content) {
    .step > details { display: contents; }
    .step > details > summary { grid-area: 2 / 4; align-self: start; width: auto; margin: 0; padding-bottom: .6rem; }
    .step > details::details-content { grid-area: 3 / 2 / auto / -1; min-width: 0; }
  }
  .evidence { margin-block: var(--s2) var(--s5); }
}

.erratum { margin-block: var(--s6); border-block: 1px solid var(--line); }
.erratum > div + div { border-top: 1px solid var(--hair); }
.erratum .cell { min-width: 0; padding-block: var(--s4); display: grid; gap: var(--s3); margin: 0; font: inherit; }
.erratum .cell + .cell { border-top: 1px dashed var(--hair); }
.erratum dt { font: var(--label); color: var(--soft); }
.erratum dd { min-width: 0; display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s2); align-content: space-between; }
.erratum .formula { display: grid; align-items: center; }
.chain + .erratum { margin-top: calc(-1 * var(--s4)); }
.where { margin-top: .3rem; font-size: var(--note); line-height: 1.45; color: var(--soft); }
.evidence dd p + p { margin-top: .3rem; }
@media (min-width: 40rem) and (max-width: 61.99rem) { .erratum .cell { grid-template-columns: 11rem minmax(0, 1fr); } }
@media (min-width: 62rem) {
  .erratum:not(.tall) > div { display: grid; grid-template-columns: 1fr .82fr 1fr; grid-template-rows: auto 1fr; column-gap: var(--s6); }
  .erratum.tall .cell { grid-template-columns: 11rem minmax(0, 1fr); }
  .erratum:not(.tall) > div .cell { grid-row: 1 / span 2; grid-template-rows: subgrid; }
  .erratum:not(.tall) > div .cell + .cell { position: relative; border: 0; }
  .erratum:not(.tall) > div .cell + .cell::before { content: ""; position: absolute; inset: var(--s4) auto var(--s4) calc(var(--s6) / -2); border-inline-start: 1px solid var(--hair); }
  .erratum:not(.tall) .formula { min-height: 4.2rem; }
  .snug .formula { font-size: .84em; }
}
`;
