// npm run bench:strangers [-- OWNER/NAME …]: the TypeScript and JavaScript notebooks of other authors' public
// repositories, on stock tslab and here, without any configuration. The repositories are cloned, and the packages that
// their cells import installed, in a temporary folder. Of the cells that succeed on stock tslab at least 98 % are to
// succeed here; those that do not are printed. Cells that ask for the network or for other kernels' own names fail on both.
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import type { Summary } from "../../test/session/summary.js";
import { runIn } from "../../test/session/twoKernels.js";
import { type Checkout, checkout, restore } from "./checkout.js";
import { notebooksBelow, type StrangersNotebook } from "./notebooks.js";
import { installPackages } from "./packages.js";
import { repositories, type Repository } from "./repositories.js";

const goal = 0.98;

/** Milliseconds for a notebook: what it has not reached by then does not count. */
const limit = 90_000;

/** How many cells there are, how many succeed on stock tslab, and of these here. */
type Counts = [cells: number, there: number, here: number];

const plus = (one: Counts, other: Counts) => one.map((n, i) => n + other[i]) as Counts;

/** Runs a notebook's cells in both, each time in the files as their authors left them, and prints what is lost here. */
async function compared(at: Checkout, notebook: StrangersNotebook): Promise<Counts> {
  const { path, cells, language } = notebook;
  const run = (child: "sessionChild" | "tslabChild"): Promise<Summary[]> => {
    restore(at);
    return runIn(child, dirname(path), cells, language, limit);
  };
  const [theirs, ours] = [await run("tslabChild"), await run("sessionChild")];
  const good = theirs.flatMap(({ error }, i) => (error === undefined ? [i] : []));
  const lost = good.filter((i) => ours[i]?.error !== undefined || !ours[i]);
  for (const i of lost) {
    console.log(
      `  ${relative(at.files, path)}, cell ${i + 1}: ${ours[i]?.error ?? "not reached"}\n${cells[i]}`,
    );
  }
  return [cells.length, good.length, good.length - lost.length];
}

async function measured(repository: Repository, below: string): Promise<Counts | undefined> {
  const { name, heldOut } = repository;
  let at: Checkout;
  try {
    at = checkout(repository, below);
  } catch (error) {
    console.log(
      `left out: ${name} could not be cloned (${(error as Error).message.split("\n")[0]})`,
    );
    return undefined;
  }
  const notebooks = notebooksBelow(at.files);
  const absent = installPackages(at, notebooks);
  if (absent.length) console.log(`  packages that do not install here: ${absent.join(", ")}`);
  let counts: Counts = [0, 0, 0];
  for (const notebook of notebooks) counts = plus(counts, await compared(at, notebook));
  const [cells, there, here] = counts;
  const round = heldOut ? ` (held out, round ${heldOut})` : "";
  console.log(`${name}: ${cells} cells, ${there} on tslab, of these ${here} here${round}`);
  return counts;
}

const asked = process.argv.slice(2);
const below = join(tmpdir(), "rederive-strangers");
let total: Counts = [0, 0, 0];
for (const repository of repositories) {
  if (asked.length && !asked.includes(repository.name)) continue;
  total = plus(total, (await measured(repository, below)) ?? [0, 0, 0]);
}
const [, there, here] = total;
const share = there ? `, ${((100 * here) / there).toFixed(1)} %` : "";
console.log(`${here} of ${there} cells that succeed on stock tslab succeed here${share}`);
if (!there || here < goal * there) {
  console.log(`missed: the goal is ${goal * 100} %`);
  process.exitCode = 1;
}
