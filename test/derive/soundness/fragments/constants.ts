import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { type Row, rows } from "./fragment.js";

/** Constants that are no fractions, each with the largest integer below it. */
const constants: readonly (readonly [string, number])[] = [
  ["pi", 3],
  ["pi/2", 1],
  ["2*pi", 6],
  ["pi^2", 9],
  ["e", 2],
  ["e^2", 7],
  ["exp(3)", 20],
  ["sqrt(2)", 1],
  ["(1 + sqrt(5))/2", 1],
  ["log(10)", 2],
  ["e*pi", 8],
];

/** What follows where names are bounded by pi, e and other constants, and claims that hold these. */
export const constantBounds = rows(
  "constants in claims and assumptions",
  (random: Random): Row[] => {
    const [c, below] = pick(constants, random);
    const k = random.integer(2, 9);
    const upTo = [`x <= ${c}`];
    const row = (
      lhs: string,
      relation: string,
      rhs: string,
      wrong: Row["wrong"],
      assumptions: string[] = [],
    ): Row => ({ lhs, relation, rhs, wrong, assumptions });
    return [
      row("x", "<", `${c} + 1/${k}`, `${c} - 1/${k}`, upTo),
      row(`${k}*(${c})`, "<", `${k}*x`, { lhs: `${k}*(${c}) + 1/${k}` }, [`x > ${c}`]),
      row("floor(x)", "<=", `${below}`, `${below - 1}`, upTo),
      row("n", "<=", `${below}`, `${below - 1}`, ["n integer", `n <= ${c}`]),
      row("floor(y)", "<=", `${below + k}`, `${below + k - 1}`, [`y <= ${c} + ${k}`]),
      row("max(x, y)", "<=", c, `${c} - 1/${k}`, [...upTo, `y <= ${c}`]),
      row(`max(x, ${c})`, "=", c, "x", upTo),
      row(`abs(x - (${c}))`, "=", `x - (${c})`, { assumptions: ["x >= 0"] }, [`x >= ${c}`]),
      row(`${c}`, "<", `${below + 1}`, { lhs: `${below + 1}`, rhs: c }),
      row(`x = ${c}`, "=>", `x^2 = (${c})^2`, `x^2 = (${c})^2 + 1/${k}`),
      row(`(${c})*x = (${c})*y`, "=>", "x = y", `x = ${k}*y`),
      row(`(${c})*x = ${k}`, "<=>", `x = ${k}/(${c})`, `x = (${c})/${k + 30}`),
      row(`D(x^(${c}), x)`, "=", `(${c})*x^((${c}) - 1)`, `(${c})*x^(${c})`, ["x > 0"]),
      row(`integrate(x^${k}, x, 0, ${c})`, "=", `(${c})^${k + 1}/${k + 1}`, `(${c})^${k}/${k + 1}`),
      row(`at(D(x^2, x), x, ${c})`, "=", `2*(${c})`, `(${c})^2 + 1/${k}`),
      row(`sum((${c})*n, n, 1, N)`, "=", `(${c})*N*(N + 1)/2`, `(${c})*N*(N - 1)/2`, [
        "N integer >= 1",
      ]),
      row(`sin(x + ${k}*pi)^2 + cos(x + ${k}*pi)^2`, "=", "1", "0"),
      row(`cos(${k}*pi)`, "=", `${(-1) ** k}`, `${-((-1) ** k)}`),
      row(`log(e^${k}) + sin(${k}*pi)`, "=", `${k}`, `${k + 1}`),
      row("pi", "≈", "3.14159", `3.1415${k === 9 ? 0 : k === 8 ? 1 : 8}`),
    ];
  },
);
