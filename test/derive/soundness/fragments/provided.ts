import type { Random } from "../../../../src/index.js";
import { graded } from "./derivations.js";
import { type Row, rows } from "./fragment.js";

const paren = (k: number): string => (k < 0 ? `(${k})` : `${k}`);

/** Steps under conditions of their own, and the same under conditions that a counterexample meets. */
export const provided = rows(
  "steps under conditions",
  (random: Random): Row[] => {
    const [c, k] = [random.integer(-3, 3), random.integer(1, 6)];
    const step = `x - ${paren(c)}`;
    const loose = (assumptions: string[]) => ({ assumptions });
    return [
      {
        lhs: "sqrt(x^2)",
        rhs: "x",
        assumptions: ["x >= 0"],
        wrong: loose([`x >= -${k}`]),
        at: { x: "-1/2" },
      },
      {
        lhs: `abs(${step})`,
        rhs: `${c} - x`,
        assumptions: [`x <= ${c}`],
        wrong: loose([`x <= ${c + k}`]),
        at: { x: `${c + k}` },
      },
      {
        lhs: `(${step})/(${step})`,
        rhs: "1",
        assumptions: [`x != ${c}`],
        wrong: "2",
        at: { x: `${c + 1}` },
      },
      {
        lhs: "log(x*y)",
        rhs: "log(x) + log(y)",
        assumptions: ["x > 0", "y > 0"],
        wrong: `log(x) + log(y) + 1/${k}`,
        at: { x: "1", y: "1" },
      },
      {
        lhs: "log(x^2)",
        rhs: "2*log(x)",
        assumptions: ["x > 0"],
        wrong: loose(["x < 0"]),
        at: { x: "-1" },
      },
      {
        lhs: `max(x, ${c})`,
        rhs: "x",
        assumptions: [`x >= ${c}`],
        wrong: loose([`x >= ${c - k}`]),
        at: { x: `${c - k}` },
      },
      {
        lhs: "floor(x)",
        rhs: "0",
        assumptions: ["0 <= x", "x < 1"],
        wrong: loose(["0 <= x", "x <= 1"]),
        at: { x: "1" },
      },
      {
        lhs: "sqrt(x*y)",
        rhs: "sqrt(x)*sqrt(y)",
        assumptions: ["x >= 0", "y >= 0"],
        wrong: "sqrt(x)*sqrt(y) + x",
        at: { x: "4", y: "1" },
      },
      {
        lhs: "abs(x*y)",
        rhs: "x*y",
        assumptions: ["x >= 0", "y >= 0"],
        wrong: loose([`x + y >= ${k}`]),
        at: { x: "-1", y: `${k + 1}` },
      },
      {
        lhs: "sqrt(x)^2*z",
        rhs: "x*z",
        assumptions: ["x >= 0"],
        wrong: `x*z^2`,
        at: { x: "1", z: "2" },
      },
      {
        lhs: `relu(${k}*x - y)`,
        rhs: `${k}*x - y`,
        assumptions: ["x > y", "y > 0"],
        wrong: loose(["x > y"]),
        at: { x: `-${k + 1}`, y: `-${k + 2}` },
        ...(k > 1
          ? {}
          : { lhs: "relu(x - y)", rhs: "x - y", wrong: loose(["x > 0"]), at: { x: "1", y: "2" } }),
      },
      {
        lhs: "(x^n)^2",
        rhs: "x^(2*n)",
        assumptions: ["x > 0"],
        wrong: `x^(2*n + 1)`,
        at: { x: "2", n: "1" },
      },
    ];
  },
  {
    certain: false,
    grade: ({ lhs, rhs, assumptions }) =>
      graded({ lhs, rhs, assumptions: [] }, (one) =>
        one.from(lhs).equals(rhs, "", { provided: assumptions }),
      ),
  },
);
