import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type CodeCell, type Notebook, readNotebook } from "../../src/notebook/index.js";
import { notebookOf } from "../notebook/build.js";
import { childrenOf, type Finished, rederive, scratch } from "../run/scratch.js";
import type { PublicReport } from "../run/peers/publicReport.js";
import { publicReports, table } from "../run/peers/table.js";

const test = suite("run: what users of other tools have reported");
const files = scratch();
test.after(files.remove);

/** What both commands said, for each report. */
const said = new Map<PublicReport, { run: Finished; check?: Finished }>();
const folderOf = (report: PublicReport) => report.reference.replace(/[^\w-]+/g, "-");
/** Reports without settings or flags share two commands; a notebook is known by its name. */
const alone = (report: PublicReport) => report.settings ?? report.flags;
const nameOf = (report: PublicReport) => (alone(report) ? "notes" : folderOf(report));
const pathOf = (report: PublicReport) => `${folderOf(report)}/${nameOf(report)}.ipynb`;
const stored = (report: PublicReport): Notebook => readNotebook(files.read(pathOf(report)), "n");

function plant(report: PublicReport): void {
  const cells = report.cells.map((cell) =>
    typeof cell === "string" ? { source: cell, metadata: {} } : cell,
  );
  const notebook = notebookOf(...cells.map(({ source }) => source));
  cells.forEach(({ metadata }, i) => (notebook.cells[i].metadata = metadata));
  report.first?.(notebook);
  files.write(pathOf(report), notebook);
  for (const [name, text] of Object.entries(report.files ?? {}))
    files.write(`${folderOf(report)}/${name}`, text);
  if (report.settings === undefined) return;
  files.write(`${folderOf(report)}/package.json`, "{}");
  const settings = `export default { notebooks: ["."], check: ${report.settings} };`;
  files.write(`${folderOf(report)}/rederive.config.mjs`, settings);
}

/** What happens to a notebook between the two commands. */
function change(report: PublicReport): void {
  if (!report.between) return;
  const notebook = stored(report);
  report.between(notebook, (name, text) => files.write(`${folderOf(report)}/${name}`, text));
  files.write(pathOf(report), notebook);
}

const isChecked = ({ between, checked, noted, again }: PublicReport) =>
  [between, checked, noted, again].some((one) => one !== undefined);

test.before(async () => {
  publicReports.forEach(plant);
  const together = publicReports.filter((report) => !alone(report));
  const run = await rederive(["run", ...together.map(pathOf)], files.folder);
  const outputs = new Map(publicReports.map((report) => [report, stored(report)]));
  for (const report of publicReports) {
    if (!alone(report)) {
      said.set(report, { run });
      continue;
    }
    const folder = join(files.folder, folderOf(report));
    said.set(report, { run: await rederive(["run", ".", ...(report.flags ?? [])], folder) });
    outputs.set(report, stored(report));
  }
  for (const [report, { cells }] of outputs)
    report.stored?.((cells as CodeCell[]).map((cell) => cell.outputs));
  publicReports.forEach(change);
  const checkable = together.filter(isChecked);
  const check = await rederive(["check", ...checkable.map(pathOf)], files.folder);
  for (const report of checkable) said.set(report, { run, check });
  for (const report of publicReports.filter((one) => alone(one) && isChecked(one))) {
    const folder = join(files.folder, folderOf(report));
    const finished = await rederive(["check", ".", ...(report.flags ?? [])], folder);
    said.set(report, { run: said.get(report)!.run, check: finished });
  }
});

/** The lines that a command wrote of a notebook, the notebook's name left out of the first of each message. */
function linesOf({ stderr }: Finished, name: string): string[] {
  const lines = stderr.split("\n");
  const own = (line: string) => line.startsWith(`${name}.ipynb`);
  const found: string[] = [];
  let within = false;
  for (const line of lines) {
    if (/^\S*\.ipynb[,:]/.test(line)) within = own(line);
    if (/^If a new value/.test(line)) within = false;
    if (within && line) found.push(own(line) ? line.slice(`${name}.ipynb`.length) : line);
  }
  return found;
}

function assertSaid(lines: string[], patterns: RegExp[], what: string): void {
  let at = 0;
  for (const pattern of patterns) {
    const found = lines.findIndex((line, i) => i >= at && pattern.test(line));
    assert.ok(found >= 0, `${what}: ${String(pattern)} in\n${lines.join("\n")}`);
    at = found + 1;
  }
  if (!patterns.length) assert.equal(lines, [], what);
  // Nothing else is said of a cell.
  const others = lines.filter(
    (line) => line.startsWith(", cell") && !patterns.some((pattern) => pattern.test(line)),
  );
  assert.equal(others, [], what);
}

for (const report of publicReports) {
  test(`${report.reference}: ${report.right}`, () => {
    const { run, check } = said.get(report)!;
    assertSaid(linesOf(run, nameOf(report)), report.ran ?? [], "run");
    if (alone(report)) assert.is(run.code, report.ran ? 1 : 0, run.stderr);
    if (!check) return;
    assertSaid(linesOf(check, nameOf(report)), report.checked ?? [], "check");
    if (alone(report)) assert.is(check.code, report.checked ? 1 : 0, check.stderr);
    if (report.noted) assert.match(check.stdout, report.noted);
  });
}

test("no process is left behind by any of them", () => {
  for (const { run, check } of said.values()) {
    assert.equal(childrenOf(run.pid), []);
    if (check) assert.equal(childrenOf(check.pid), []);
  }
});

test("the table of the reports in test/run/peers/README.md is theirs", () => {
  assert.is(
    readFileSync(join(import.meta.dirname, "..", "run", "peers", "README.md"), "utf8"),
    table(),
  );
});

test.run();
