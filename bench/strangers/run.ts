// npm run bench:strangers -- FOLDER …: the TypeScript and JavaScript notebooks below some folders, checkouts of other
// authors' repositories with their packages installed, on stock tslab and here, without any configuration. Of the cells
// that succeed on stock tslab at least 98 % are to succeed here; those that do not are printed. Notebooks that ask for the
// network or for other kernels' own names fail on both. These were compared:
//   github.com/yunabe/tslab-examples  github.com/icyphy/cal-analyzer  github.com/fadhlirahim/algo-ds-jupyter
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import {
  cellLanguage,
  foreignKernel,
  type Notebook,
  readNotebook,
} from "../../src/notebook/index.js";
import { nearest } from "../../src/session/project.js";
import type { Summary } from "../../test/session/summary.js";
import { runIn } from "../../test/session/twoKernels.js";

const goal = 0.98;

/** The notebooks below a folder whose cells tslab and this kernel run. */
function notebooksBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ipynb"))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !/\/(?:node_modules|\.ipynb_checkpoints)\//.test(path))
    .sort();
}

function read(path: string): Notebook | undefined {
  try {
    const notebook = readNotebook(readFileSync(path, "utf8"), path);
    return foreignKernel(notebook) === undefined ? notebook : undefined;
  } catch {
    return undefined; // an old format, or no notebook
  }
}

let [succeed, here, byOwnRules] = [0, 0, 0];
for (const path of process.argv.slice(2).flatMap((folder) => notebooksBelow(resolve(folder)))) {
  const notebook = read(path);
  if (!notebook) continue;
  const cells = notebook.cells
    .filter(({ cell_type: type }) => type === "code")
    .map(({ source }) => [source].flat().join(""));
  const language = cellLanguage(notebook);
  const run = (child: "sessionChild" | "tslabChild") =>
    runIn(child, dirname(path), cells, language).catch((error: Error): Summary[] => {
      console.log(`${basename(path)}: ${child} did not end: ${error.message.split("\n")[0]}`);
      return [];
    });
  const [theirs, ours] = [await run("tslabChild"), await run("sessionChild")];
  const good = theirs.flatMap(({ error }, i) => (error === undefined ? [i] : []));
  const lost = good.filter((i) => ours[i]?.error !== undefined || !ours[i]);
  succeed += good.length;
  here += good.length - lost.length;
  if (nearest(dirname(path), "tsconfig.json")) byOwnRules += lost.length;
  console.log(
    `${path}: ${cells.length} cells, ${good.length} on tslab, of these ${good.length - lost.length} here`,
  );
  for (const i of lost)
    console.log(`  cell ${i + 1}: ${ours[i]?.error ?? "not reached"}\n${cells[i]}`);
}
console.log(`${here} of ${succeed} cells that succeed on stock tslab succeed here`);
if (byOwnRules) console.log(`(${byOwnRules} others stand under a tsconfig.json of their authors')`);
if (here + byOwnRules < goal * succeed) {
  console.log(`missed: the goal is ${goal * 100} %`);
  process.exitCode = 1;
}
