import type { Random } from "../../../../src/index.js";
import { type Row, rows } from "./fragment.js";

/** Claims whose greater side stands first. */
export const turned = rows("greater sides first", (random: Random): Row[] => {
  const [a, b] = [random.integer(-9, 9), random.integer(1, 9)];
  const square = `(x - ${a})^2 + ${b}`;
  return [
    { lhs: square, relation: ">=", rhs: `${b}`, wrong: { relation: ">" } },
    { lhs: square, relation: ">", rhs: `${b - 1}`, wrong: `${b + 1}` },
    { lhs: `exp(${b}*x)`, relation: ">", rhs: "0", wrong: "1" },
    {
      lhs: `${b}*x`,
      relation: ">",
      rhs: `${a * b}`,
      assumptions: [`x > ${a}`],
      wrong: `${a * b + 1}`,
    },
    { lhs: "x", relation: ">=", rhs: `${a}`, assumptions: [`x >= ${a}`], wrong: { relation: ">" } },
  ];
});
