import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { type Row, rows } from "./fragment.js";

/** What is 0 at a place that has no closed form. */
function hidden(x: string, random: Random): string {
  const k = random.integer(1, 9);
  const all = ["cos(X) - X/K", "X*exp(X) - K", "exp(-X) - K*X", "X + sin(X) - K", "X^5 + X - K"];
  return pick(all, random).replaceAll("X", x).replace("K", `${k}`);
}

/** Functions that are flat but for one narrow spike of height 1. */
export const spikes = rows("narrow spikes", (random: Random): Row[] => {
  const steep = `10^${random.integer(4, 12)}`;
  const [one, two] = [hidden("x", random), hidden("y", random)];
  const zero = pick([`(${one})^2`, `(${one})^2`, `(${one})^2 + (${two})^2`], random);
  const spike = pick([`exp(-${steep}*(${zero}))`, `1/(1 + ${steep}*(${zero}))`], random);
  const height = pick(["1/2", "9/10"], random);
  return [
    { lhs: spike, relation: "<=", rhs: "1", wrong: height },
    { lhs: spike, relation: "<", rhs: "1 + 1/100", wrong: height },
    { lhs: `max(${spike}, 1)`, rhs: "1", wrong: { lhs: `max(${spike}, ${height})`, rhs: height } },
  ];
});
