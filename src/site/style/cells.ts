/** Code and its results, tables, figures. */
export const cells = `
div.cell { margin-block: var(--s5); font: 400 .84375rem/1.65 var(--mono); }
.cell .head { display: flex; gap: var(--s4); justify-content: space-between; align-items: baseline; padding-bottom: var(--s2); font: var(--label); color: var(--soft); }
.cell .fold > .head { padding-block: var(--s2); }
.cell pre { padding: var(--s4) var(--s5); background: var(--sunk); overflow-x: auto; font: inherit; tab-size: 2; scrollbar-width: thin; }
.cell .fold + .out { margin-top: var(--s2); }
.out { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s2); padding: var(--s3) var(--s5); border: 1px solid var(--sunk); border-top: 0; font: 400 1.05rem/1.5 var(--serif); }
.out pre { padding: 0; background: none; font: 400 .84375rem/1.5 var(--mono); max-height: 30rem; overflow: auto; }
.out .one { white-space: pre-wrap; overflow-wrap: anywhere; }
.out .number { font-size: 1.1875rem; }
.failed { font: var(--label); color: var(--refuted); }
.c-k { color: var(--soft); }
.c-s { color: var(--literal); }
.line { display: block; }
.line > a { display: inline-block; width: 2.5rem; margin-inline-end: var(--s4); text-align: end; color: var(--soft); text-decoration: none; user-select: none; }
.line:target { background: color-mix(in srgb, var(--act) 14%, transparent); }
.listing .cell pre { padding-inline: 0 var(--s5); }

.table { margin-block: var(--s5); overflow-x: auto; scrollbar-width: thin; }
.table table { width: 100%; border-block: 1.5px solid var(--ink); font-size: 1.0625rem; }
.table caption { padding-bottom: var(--s3); caption-side: top; }
.table caption, figcaption { font-size: var(--note); line-height: 1.45; color: var(--soft); text-align: start; }
.table thead tr { border-bottom: 1px solid var(--line); }
.table th { padding: var(--s2) 0 var(--s2) var(--s4); font: var(--label); color: var(--soft); text-align: end; vertical-align: bottom; }
.table tbody th { vertical-align: baseline; }
.table td { padding: .4rem 0 .4rem var(--s4); text-align: end; }
.table:has(.number) :is(th, td):not(.number) { text-align: start; }
.table :is(th, td):first-child { padding-inline-start: 0; text-align: start; }
.to-left { text-align: left !important; }
.to-right { text-align: right !important; }
.to-center { text-align: center !important; }
.prose > .table { margin-top: var(--s5); }
.prose .table td p { margin: 0; }

.plot { margin-block: var(--s6); container-type: inline-size; }
.plot > .picture { overflow: auto hidden; }
.plot svg, .plot svg text { font-family: var(--sans); font-weight: 500; }
.plot svg { width: 100%; height: auto; overflow: visible; }
.plot img { height: auto; }
.plot > .picture:has(> img) { background: #fff; }
figcaption { max-width: var(--measure); margin-top: var(--s3); }
.meta { max-width: none; margin: 0; }
figcaption b, caption b { margin-inline-end: .5em; font: var(--label); color: var(--ink); }
.plot details { margin-top: var(--s2); }
.plot details > p { margin-top: var(--s2); font-size: var(--note); line-height: 1.45; max-width: var(--measure); }
.plot details .table { max-width: 34rem; margin-block: var(--s3); }
.plot details table { font-size: var(--note); }
.plot > .ways { margin-top: var(--s2); }
.plotly-here { min-height: 24rem; }
`;
