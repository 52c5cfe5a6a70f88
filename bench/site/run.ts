// npm run bench:site: what a build costs when a notebook holds 1 MB and 5 MB of one kind, in CPU seconds. A kind that
// costs more than six times as much at five times the size is not linear, and the bench says so with exit code 1.
import { verify } from "../../src/derive/records/verify.js";
import { buildSite } from "../../src/site/index.js";
import { kinds, whole } from "./kinds.js";

const million = 1_000_000;
const most = 6;
const wanted = process.argv[2] ?? "";

/** The CPU seconds of a build, the better of two. */
async function cost(text: string): Promise<number> {
  const runs: number[] = [];
  for (let i = 0; i < 2; i++) {
    const began = process.cpuUsage();
    const notebooks = [{ path: "x.ipynb", text }];
    await buildSite({ notebooks, inventory: [], sources: [], version: "1" }, verify);
    const { user, system } = process.cpuUsage(began);
    runs.push((user + system) / 1e6);
  }
  return Math.min(...runs);
}

const failed: string[] = [];
await cost(kinds[0].notebook(1000)); // fonts, grammars and compiled code are there from now on
console.log("kind".padEnd(34), "1 MB".padStart(8), "5 MB".padStart(8), "times".padStart(7));
const all = [
  ...kinds,
  { name: "all kinds in one notebook", notebook: (size: number) => whole(size / 5) },
];
for (const { name, notebook } of all.filter(({ name }) => name.includes(wanted))) {
  const [one, five] = [await cost(notebook(million)), await cost(notebook(5 * million))];
  const times = five / one;
  if (times > most) failed.push(name);
  console.log(
    name.padEnd(34),
    one.toFixed(2).padStart(8),
    five.toFixed(2).padStart(8),
    times.toFixed(1).padStart(7),
  );
}
if (failed.length) {
  console.error(`not linear: ${failed.join(", ")}`);
  process.exitCode = 1;
}
