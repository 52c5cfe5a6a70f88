import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { type Row, rows } from "./fragment.js";

/** A name that an equation gives as a function of a variable, and what is differentiated, where it varies, too. */
export const links = rows("names linked to a variable", (random: Random): Row[] => {
  const [x, u] = pick(
    [
      ["x", "u"],
      ["x", "y"],
      ["t", "s"],
      ["t", "r"],
    ],
    random,
  );
  const [c, k, m] = [random.integer(2, 6), random.integer(2, 4), random.integer(1, 4)];
  const given = `${u} = ${c}*${x}^${k}`;
  const rate = `${c * k}*${x}^${k - 1}`;
  const made = (assumed: boolean, of: string, is: string, wrong: string): Row =>
    assumed
      ? { lhs: `D(${of}, ${x})`, relation: "=", rhs: is, wrong, assumptions: [given] }
      : {
          lhs: given,
          relation: "=>",
          rhs: `D(${of}, ${x}) = ${is}`,
          wrong: `D(${of}, ${x}) = ${wrong}`,
        };
  return [true, false].flatMap((assumed) => [
    made(assumed, `${u}*${x}^${m}`, `${c * (k + m)}*${x}^${k + m - 1}`, `${m}*${u}*${x}^${m - 1}`),
    made(assumed, `exp(${u})`, `${rate}*exp(${u})`, "0"),
    made(assumed, `${u}^2 + ${m}*${x}`, `2*${u}*${rate} + ${m}`, `${m}`),
    {
      lhs: `${given} and w = ${m}*${u}^2`,
      relation: "=>",
      rhs: `D(w, ${x}) = ${2 * m}*${u}*${rate}`,
      wrong: `D(w, ${x}) = ${2 * m}*${u}`,
    },
  ]);
});
