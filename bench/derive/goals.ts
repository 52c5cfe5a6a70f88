import { type Measured, median, total } from "./times.js";
import type { Whole } from "./wholeProcesses.js";

/** Prints each goal as met or missed, with the figure. */
export function printGoals(old: Measured, steps: Measured, whole: Whole): void {
  for (const [what, own] of [
    ["old claims", old],
    ["steps of strangers", steps],
  ] as const) {
    const both = [...own.cancel.keys()];
    const [engine, alone, cancel] = [own.engine, own.alone, own.cancel].map((t) => total(t, both));
    const of = `${both.length} ${what}`;
    console.log(
      `\n${of}: rederive ${engine.toFixed(1)}, alone ${alone.toFixed(1)}, cancel ${cancel.toFixed(1)} ms`,
    );
    goal(`${of} without the second opinion, times faster than cancel`, cancel / alone, 20, "least");
    goal(`${of} with it, times faster`, cancel / engine, 12, "least");
  }
  const medians = [...old.engine.values(), ...steps.engine.values()].map(median);
  goal("slowest old claim, ms", Math.max(...[...old.engine.values()].map(median)), 5);
  goal("median of all, ms", median(medians), 3);
  goal("slowest of all, ms", Math.max(...medians), 250);
  const { prove, cancel, start, node, resident } = whole;
  console.log(
    `\nwhole processes, ms: prove ${prove.toFixed(0)}, SymPy ${cancel.toFixed(0)}, prove of no claim ${start.toFixed(0)}, node -e 0 ${node.toFixed(0)}`,
  );
  goal("cold process for the old claims, of SymPy's", prove / cancel, 0.4);
  goal("start of prove beyond 1.3 times that of node -e 0, ms", start - 1.3 * node, 150);
  goal("2,000 claims in one file, MiB", resident, 150);
}

function goal(text: string, value: number, bound: number, side: "most" | "least" = "most"): void {
  const isMet = side === "most" ? value <= bound : value >= bound;
  console.log(`${isMet ? "met   " : "MISSED"} ${text}: ${value.toFixed(2)} (at ${side} ${bound})`);
}
