import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { type Row, rows } from "./fragment.js";

/** Claims about names that are declared to be no plain numbers: what is linear in them holds, and much else does not. */
export const declaredNames = rows("declared names", (random: Random): Row[] => {
  const k = random.integer(2, 9);
  const array = pick(["matrix n x n", "matrix", "vector n", "vector"], random);
  const [both, one] = [[`A ${array}`, `B ${array}`], [`A ${array}`]];
  const row = (lhs: string, rhs: string, wrong: Row["wrong"], assumptions: string[]): Row => ({
    lhs,
    rhs,
    wrong,
    assumptions,
  });
  const range = [`k from 1 to ${k}`];
  return [
    row(`${k}*A + A`, `${k + 1}*A`, { lhs: "A*B", rhs: "B*A", assumptions: both }, one),
    row("c*(A + B)", "c*B + c*A", { lhs: "(A + B)^2", rhs: "A^2 + 2*A*B + B^2" }, both),
    row(`X + ${k}*X`, `${k + 1}*X`, { lhs: "X^2", rhs: "X" }, ["X random variable"]),
    row(`${k}*i + i`, `${k + 1}*i`, { lhs: "i^2", rhs: "1" }, ["i imaginary unit"]),
    row("a*i + b*i", "(a + b)*i", { lhs: "(1 + i)^2", rhs: `${k + 1}*i` }, ["i imaginary unit"]),
    row(`T(a + ${k})`, `T(${k} + a)`, `T(a) + T(${k})`, ["T function"]),
    row(`T(a)*${k} + T(a)`, `${k + 1}*T(a)`, `T(${k + 1}*a)`, ["T function"]),
    row(`x[${k}] + x[1]`, `x[1] + x[${k}]`, `x[1]*x[${k}]`, ["x family"]),
    row("lg(x*y)", "lg(x) + lg(y)", "lg(x)*lg(y)", ["x > 0", "y > 0"]),
    row(`lg(2^${k})`, `${k}`, `${k + 1}`, ["lg base 2"]),
    row(`lg(10^${k})`, `${k}`, { assumptions: ["lg base 2"] }, ["lg base 10"]),
    row("floor(k)", "k", "k + 1", range),
    { ...row("k", `${k}`, `${k - 1}`, range), relation: "<=" },
  ];
});
