// npm run matrix:interrupts: every shape of an interrupt by every way, once and in a storm, one kernel at a time; then
// interrupts at random moments over a notebook of all kinds. `--only TEXT` (a part of a shape's name), `--random N` (500),
// `--seed N` (1), `--part 1/2` (a share of it, for a run beside that of the others). Ends with 1 if a kernel or a variable was lost.
import { parseArgs } from "node:util";
import { interruptCase, type Outcome, press, ways } from "../../test/kernel/interruptCase.js";
import { shapes } from "../../test/kernel/interruptShapes.js";
import { randomInterrupts } from "./randomInterrupts.js";

const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    random: { type: "string", default: "500" },
    seed: { type: "string", default: "1" },
    part: { type: "string", default: "1/1" },
  },
});

const [part, parts] = values.part.split("/").map(Number);
const [all, seed] = [Number(values.random), Number(values.seed) + part - 1];
const share = Math.floor(all / parts) + (part <= all % parts ? 1 : 0);

/** A line of the table: what ends the cell, how often, and how long it took. */
interface Tally {
  kept: number;
  lost: string[];
  took: number[];
}

const tallies = new Map<string, Tally>();
const combinations = shapes
  .filter(({ what }) => what.includes(values.only))
  .flatMap((shape) => ways.flatMap((way) => [false, true].map((storm) => ({ shape, way, storm }))))
  .filter((_, i) => i % parts === part - 1);
let tried = 0;
function count(family: string, name: string, outcome: Outcome | Error): void {
  const tally = tallies.get(family) ?? { kept: 0, lost: [], took: [] };
  tallies.set(family, tally);
  // The whole matrix takes an hour or more: what is known already survives its end.
  if (++tried % 100 === 0) console.error(`${tried} of ${combinations.length} tried`);
  const before = tally.lost.length;
  if (outcome instanceof Error) tally.lost.push(`${name}: ${outcome.message}`);
  else if (outcome.kept !== "42" || outcome.reply !== "Interrupted") {
    tally.lost.push(`${name}: reply ${outcome.reply}, keep + 1 is ${outcome.kept}`);
  } else {
    tally.kept++;
    tally.took.push(outcome.took);
  }
  for (const one of tally.lost.slice(before)) console.error(`lost: ${one}`);
}

for (const { shape, way, storm } of combinations) {
  const name = `${shape.what}, by ${way}${storm ? ", in a storm" : ""}`;
  const outcome = await interruptCase(shape, { way, storm }).catch((error: Error) => error);
  count(shape.ends, name, outcome);
}
const random = await randomInterrupts(share, seed, press);

console.table(
  Object.fromEntries(
    [...tallies].map(([family, { kept, lost, took }]) => {
      const sorted = took.sort((one, other) => one - other);
      const at = (part: number) => sorted[Math.floor(part * (sorted.length - 1))];
      const times = { "median ms": at(0.5), "p95 ms": at(0.95), "longest ms": at(1) };
      return [family, { lost: lost.length, kept, ...times }];
    }),
  ),
);
const lost = [...[...tallies.values()].flatMap((tally) => tally.lost), ...random.lost];
console.log(
  `${random.pressed} random interrupts, seed ${seed}: ${random.interrupted} cells interrupted, ` +
    `${random.ended} ended by themselves, ${random.lost.length} variables or kernels lost`,
);
for (const one of lost) console.log(`lost: ${one}`);
process.exit(lost.length ? 1 : 0);
