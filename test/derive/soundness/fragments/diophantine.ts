import type { Random } from "../../../../src/index.js";
import { type Row, rows } from "./fragment.js";

/** Equations between integers with a solution that no search comes across: that they have none is no bound to test. */
export const diophantine = rows("equations between integers", (random: Random): Row[] => {
  const [a, b, c] = [0, 0, 0].map(() => random.integer(20, 400));
  const assumptions = ["a integer >= 1", "b integer >= 1", "c integer >= 1"];
  const gaps = [
    `a^3 + b^3 - ${a ** 3 + b ** 3}`,
    `a^3 + 2*b^3 - c^2 - ${a ** 3 + 2 * b ** 3 - c ** 2}`,
    `a^2 + b^4 + c^3 - ${a ** 2 + b ** 4 + c ** 3}`,
    `a*b*c - a - b - c - ${a * b * c - a - b - c}`,
    `a^5 - b^2 - ${a ** 5 - b ** 2}`,
  ];
  const at = { a: `${a}`, b: `${b}`, c: `${c}` };
  return gaps.flatMap((gap): Row[] => [
    { lhs: "0", relation: "<=", rhs: `abs(${gap})`, wrong: { relation: "<" }, assumptions, at },
    { lhs: "0", relation: "<=", rhs: `(${gap})^2`, wrong: { relation: "<" }, assumptions, at },
    { lhs: "0", relation: "<=", rhs: `abs(${gap})`, wrong: { lhs: "1" }, assumptions, at },
    { lhs: `delta(${gap}, 0)`, rhs: `delta(0, ${gap})`, wrong: "0", assumptions, at },
  ]);
});
