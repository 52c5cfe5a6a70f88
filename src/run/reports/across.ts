import { basename } from "node:path";
import { idPattern, madeDerivations, taggedEquations } from "../../notebook/index.js";
import { cellProblem, type Report } from "./report.js";

/**
 * The reports of several notebooks with what only all of them together show: an id that stands already in another one
 * is a problem, and a derivation that rests on an id of none is told.
 */
export function acrossNotebooks(reports: Report[]): Report[] {
  const homes = new Map<string, string>();
  for (const { path, notebook } of reports) {
    for (const { tag } of taggedEquations(notebook)) {
      if (idPattern.test(tag) && !homes.has(tag)) homes.set(tag, path);
    }
  }
  const derived = new Set(
    reports.flatMap(({ notebook }) =>
      madeDerivations(notebook).map(({ derivation }) => derivation.id),
    ),
  );
  return reports.map((report) => {
    const { path, notebook, problems, notes } = report;
    const at = (cell: number, message: string) =>
      cellProblem(path, notebook.cells, notebook.cells[cell - 1], message);
    const doubled = taggedEquations(notebook).flatMap(({ tag, cell }) => {
      const home = homes.get(tag) ?? path;
      if (home === path) return [];
      return [at(cell, `${tag}: stands already in ${basename(home)}; an id is one equation's`)];
    });
    const unknown = madeDerivations(notebook).flatMap(({ cell, derivation: { id, rests = [] } }) =>
      rests
        .filter((other) => !derived.has(other))
        .map((other) => at(cell, `${id} rests on ${other}, which none of these notebooks derives`)),
    );
    return { ...report, problems: [...problems, ...doubled], notes: [...notes, ...unknown] };
  });
}
