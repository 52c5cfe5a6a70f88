import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { type Row, rows } from "./fragment.js";

/** What follows from equations among the assumptions, and by how much it fails without care. */
export const assumed = rows("equations among the assumptions", (random: Random): Row[] => {
  const [k, m] = [random.integer(2, 7), random.integer(1, 6)];
  const [a, b] = pick(
    [
      ["a", "b"],
      ["x", "y"],
      ["u", "v"],
    ],
    random,
  );
  const sum = [`${a} + ${b} = ${k}`];
  const circle = [`${a}^2 + ${b}^2 = ${k * k}`];
  const weights = ["sum(p[i], i, 1, n) = 1", "n integer >= 1"];
  const mean = "sum(p[i]*x[i], i, 1, n)";
  return [
    { lhs: `${m}*${a} + ${m}*${b}`, rhs: `${m * k}`, wrong: `${m * k + 1}`, assumptions: sum },
    {
      lhs: `(${a} + ${b})^2 - ${a}*${b}`,
      rhs: `${k * k} - ${a}*${b}`,
      wrong: `${k * k + m} - ${a}*${b}`,
      assumptions: sum,
    },
    {
      lhs: `${a}^4 - ${b}^4`,
      rhs: `${k * k}*(${a}^2 - ${b}^2)`,
      wrong: `${k * k + m}*(${a}^2 - ${b}^2)`,
      assumptions: circle,
    },
    {
      lhs: `sum(p[i]*(x[i] - ${m}), i, 1, n)`,
      rhs: `${mean} - ${m}`,
      wrong: `${mean} - ${m + k}`,
      assumptions: weights,
    },
    {
      lhs: `${a}^2 = ${k * k}`,
      relation: "<=>",
      rhs: `${a} = ${k} or ${a} = -${k}`,
      wrong: `${a} = ${k}`,
      assumptions: [`${b} = ${m}`],
    },
    { lhs: `${a}`, rhs: `${m}*${b}`, wrong: `-${m}*${b}`, assumptions: [`${a}/${b} = ${m}`] },
  ];
});
