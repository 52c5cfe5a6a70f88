import type { Random } from "../../../../src/index.js";
import { type Row, rows } from "./fragment.js";

/** Sums whose last index is a multiple of a name: where that name is real, it may be a fraction. */
export const multiples = rows("limits that are multiples", (random: Random): Row[] => {
  const [m, c] = [random.integer(2, 6), random.integer(1, 5)];
  const [even, whole] = [2 * random.integer(1, 3), ["n integer >= 1"]];
  const half = { n: `1/${m}` };
  const real = ["n >= 0"];
  return [
    {
      lhs: `sum((-1)^k, k, 1, ${even}*n)`,
      rhs: "0",
      wrong: { assumptions: real },
      assumptions: whole,
    },
    {
      lhs: `sum(${c}, k, 1, ${m}*n)`,
      rhs: `${c * m}*n`,
      wrong: `${c * m}*floor(n)`,
      assumptions: real,
      at: half,
    },
    {
      lhs: `sum(k, k, 1, ${m}*n)`,
      rhs: `${m}*n*(${m}*n + 1)/2`,
      wrong: `${m}*floor(n)*(${m}*n + 1)/2`,
      assumptions: real,
      at: half,
    },
    {
      lhs: `sum(x^k, k, 0, ${m}*n)*(1 - x)`,
      rhs: `1 - x^(${m}*n + 1)`,
      wrong: `1 - x^(${m}*floor(n) + 1)`,
      assumptions: [...real, "x > 1"],
    },
    {
      lhs: `prod(${c + 1}, k, 1, ${m}*n)`,
      rhs: `${c + 1}^(${m}*n)`,
      wrong: `${(c + 1) ** m}^floor(n)`,
      assumptions: real,
      at: half,
    },
    {
      lhs: `sum(delta(k, ${m}), k, 1, ${m}*n)`,
      rhs: "1",
      wrong: { assumptions: real },
      assumptions: whole,
    },
  ];
});
