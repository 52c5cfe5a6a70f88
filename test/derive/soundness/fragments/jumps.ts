import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { type Row, rows } from "./fragment.js";

/** Expressions with zeros, of which no value is a fraction, and what is assumed of their names. */
function withIrrationalZeros(random: Random): { u: string; assumptions: string[] } {
  const [a, b] = [random.integer(-3, 3), random.integer(-3, 3)];
  const p = pick([2, 3, 5, 7, 11, 13], random);
  const [x, y] = [`(x - ${a})`, `(y - ${b})`].map((text) => text.replace("- -", "+ "));
  return pick(
    [
      { u: `${x}^2 - ${p}`, assumptions: [] },
      { u: `${x}^3 - ${p}`, assumptions: [] },
      { u: `exp(${x}) - ${p}`, assumptions: [] },
      { u: `sin(${p}*x) - 1`, assumptions: [] },
      { u: `cos${x} - 1/${p}`, assumptions: [] },
      { u: `log(x) - ${p}/2`, assumptions: ["x > 0"] },
      { u: `x - exp(-${p}*x)`, assumptions: [] },
      // Neither 3 nor 7 is a sum of two squares of fractions.
      { u: `${x}^2 + ${y}^2 - ${pick([3, 7], random)}`, assumptions: [] },
      { u: `(x - y)^2 - ${p}`, assumptions: [] },
    ],
    random,
  );
}

/** Claims that hold wherever names are fractions, and fail where the argument of a function that jumps is at its jump. */
export const jumps = rows("jumps at what is no fraction", (random: Random): Row[] => {
  const { u, assumptions } = withIrrationalZeros(random);
  const e = pick(["1/50", "1/100"], random);
  const wave = `sin(x) ${pick(["+", "-"], random)} sin(sqrt(${pick([2, 3, 5], random)})*x)`;
  const all: Row[] = [
    { lhs: `delta(${u}, 0)*(${u})`, rhs: "0", wrong: { lhs: `delta(${u}, 0)` } },
    { lhs: `delta(${u}, 0)^2`, rhs: `delta(${u}, 0)`, wrong: `2*delta(${u}, 0)` },
    { lhs: `floor(1 - (${u})^2)`, relation: "<=", rhs: "1", wrong: "0" },
    { lhs: "0", relation: "<=", rhs: `ceil((${u})^2)`, wrong: { lhs: "1" } },
    { lhs: `floor(exp(-(${u})^2)/2)`, rhs: "0", wrong: { lhs: `floor(exp(-(${u})^2))` } },
    { lhs: `floor(${u}) + ceil(-(${u}))`, rhs: "0", wrong: `delta(${u}, 0)` },
    {
      lhs: `sum(delta(k*(${u}), 0), k, 1, 2)`,
      rhs: `2*delta(${u}, 0)`,
      wrong: "0",
    },
    {
      lhs: `floor(${wave} - ${e})`,
      relation: "<=",
      rhs: "1",
      wrong: { lhs: `floor(${wave} + ${e})` },
    },
    { lhs: `delta(${wave}, 2 + ${e})`, rhs: "0", wrong: { lhs: `delta(${wave}, 2 - ${e})` } },
    {
      lhs: `sqrt((${wave} - 2 - ${e})^2)`,
      rhs: `2 + ${e} - (${wave})`,
      wrong: { lhs: `sqrt((${wave} - 2 + ${e})^2)`, rhs: `2 - ${e} - (${wave})` },
    },
  ];
  return all.map((row) => ({ ...row, assumptions }));
});
