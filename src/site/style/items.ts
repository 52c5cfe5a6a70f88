/** The page of items: the table, and the graph of what rests on what. */
export const items = `
.listed > section { padding-top: var(--s8); min-width: 0; }
.items td, .items th { vertical-align: baseline; }
@media (min-width: 48rem) {
  .items table { table-layout: fixed; }
  .items th:nth-child(1) { width: 3rem; }
  .items th:nth-child(2) { width: 5rem; }
  .items th:nth-child(4) { width: 15rem; }
  .items th:nth-child(5) { width: 10rem; }
}
.items :is(td, th) { text-align: start; }
.items td:nth-child(2) { white-space: nowrap; font: var(--label); color: var(--soft); }
.items td:last-child { min-width: 8.5rem; }
.items tbody tr + tr { border-top: 1px solid var(--hair); }
.front section > h3 { margin-top: var(--s5); font: 400 1.25rem/1.3 var(--serif); }
.front h2 a { color: var(--ink); text-decoration: none; }
.front h2 a:hover { color: var(--act); text-decoration: underline; }
.front h2 .no { color: var(--soft); }
.standing :is(th, td) { text-align: start; }
@media (max-width: 47.99rem) {
  .items thead { position: absolute; clip-path: inset(50%); }
  .items :is(table, tbody) { display: block; }
  .items tr { display: grid; grid-template-columns: 3rem minmax(0, 1fr) auto; gap: .1rem 0; padding-block: var(--s3); }
  .items :is(td, tbody th) { padding: 0; }
  .items td:nth-child(2) { order: 3; grid-column: 2; }
  .items td:nth-child(3) { grid-column: 2 / span 2; order: 2; }
  .items td:nth-child(4) { order: 5; grid-column: 2 / span 2; }
  .items td:nth-child(5) { order: 4; text-align: end; }
}
.rests { margin-block: var(--s4); overflow: auto hidden; scrollbar-width: thin; }
.rests svg { display: block; max-width: none; overflow: visible; }
.rests text { font: 400 12px var(--mono); fill: var(--ink); paint-order: stroke; stroke: var(--paper); stroke-width: 5px; stroke-linejoin: round; }
.rests a { text-decoration: none; }
.rests a:hover text { fill: var(--act); text-decoration: underline; }
.rests use { color: var(--grade); }
.rests .edges path { fill: none; stroke: var(--spine); stroke-width: 1.2; }
.words { margin: var(--s3) 0; padding-inline-start: var(--s5); font-size: var(--note); line-height: 1.5; }
`;
