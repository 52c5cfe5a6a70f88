import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { type Row, rows } from "./fragment.js";

/** What is said of quantities, of parameters and of integrals: a claim that needs it, and one that does not follow. */
export const declared = rows("declared quantities", (random: Random): Row[] => {
  const [k, c] = [random.integer(2, 6), random.integer(2, 9)];
  const [y, x] = pick(
    [
      ["y", "x"],
      ["q", "t"],
      ["h", "s"],
    ],
    random,
  );
  const rate = `D(${y}, ${x})`;
  const depends = [`${y} depends on ${x}`];
  const mean = (body: string) => `integrate((${body})*p(x), x, -Infinity, Infinity)`;
  return [
    {
      lhs: `D(${y}^${k}, ${x})`,
      rhs: `${k}*${y}^${k - 1}*${rate}`,
      wrong: `${k}*${y}^${k - 1}`,
      assumptions: depends,
    },
    {
      lhs: `D(${c}*${x}*${y}, ${x})`,
      rhs: `${c}*${y} + ${c}*${x}*${rate}`,
      wrong: `${c}*${y}`,
      assumptions: depends,
    },
    {
      lhs: `D(exp(${y}) + a*${x}, ${x})`,
      rhs: `exp(${y})*${rate} + a`,
      wrong: `exp(${y})*${rate} + a*${x}`,
      assumptions: [...depends, "a constant"],
    },
    {
      lhs: "partial(L, w)",
      rhs: "partial(L, z)*partial(z, w)",
      wrong: `${c}*partial(L, z)*partial(z, w)`,
      assumptions: ["L depends on w only through z"],
    },
    {
      lhs: `${x}^2 + ${y}^2 = ${c}`,
      relation: "=>",
      rhs: `2*${x} + 2*${y}*${rate} = 0`,
      wrong: `2*${x} + ${y}*${rate} = 0`,
      assumptions: depends,
    },
    {
      lhs: mean(`${k}*x + ${c}`),
      rhs: `${k}*${mean("x")} + ${c}`,
      wrong: `${k}*${mean("x")} + ${c + 1}`,
      assumptions: ["p density", "E|x| finite"],
    },
  ];
});
