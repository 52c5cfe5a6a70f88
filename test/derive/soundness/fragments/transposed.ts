import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { type Row, rows } from "./fragment.js";

/** T above a name: an exponent where it is said to be real, and else it may transpose, so that nothing commutes. */
export const transposed = rows("a T in exponents", (random: Random): Row[] => {
  const [A, B] = pick(
    [
      ["A", "B"],
      ["X", "W"],
      ["M", "N"],
    ] as [string, string][],
    random,
  );
  const k = random.integer(2, 5);
  const assumptions = [`${A} > 0`, `${B} > 0`, "T real"];
  const matrices: { assumptions: string[] } = { assumptions: [] };
  return [
    { lhs: `${A}^T*${B}`, rhs: `${B}*${A}^T`, wrong: matrices, assumptions },
    { lhs: `${A}^T*${A}`, rhs: `${A}*${A}^T`, wrong: matrices, assumptions },
    { lhs: `(${A}*${B})^T`, rhs: `${A}^T*${B}^T`, wrong: matrices, assumptions },
    { lhs: `${A}^T*${B}^T`, rhs: `(${A}*${B})^T`, wrong: `(${A} + ${B})^T`, assumptions },
    { lhs: `${A}^T*${A}^${k}`, rhs: `${A}^(T + ${k})`, wrong: `${A}^(${k}*T)`, assumptions },
    { lhs: `(${A}^T)^${k}`, rhs: `${A}^(${k}*T)`, wrong: `${A}^(T + ${k})`, assumptions },
    { lhs: `log(${A}^T)`, rhs: `T*log(${A})`, wrong: `log(T)*log(${A})`, assumptions },
    { lhs: "exp(k*T)", rhs: "exp(k)^T", wrong: "exp(k) + exp(T)", assumptions: ["T real"] },
  ];
});
