import type { Random } from "../../../../src/index.js";
import { type Row, rows } from "./fragment.js";

const paren = (k: number): string => (k < 0 ? `(${k})` : `${k}`);

/** Statements joined by `and` and `or`, with each of the signs. */
export const joined = rows("joined statements", (random: Random): Row[] => {
  const [r, k] = [random.integer(-5, 5), random.integer(1, 4)];
  const s = r + random.integer(1, 6);
  const product = `(x - ${paren(r)})*(x - ${paren(s)})`;
  const both = (lhs: string, rhs: string, wrong: string, assumptions?: string[]): Row => ({
    lhs,
    relation: "<=>",
    rhs,
    wrong,
    assumptions,
  });
  const then = (lhs: string, rhs: string, wrong: string, assumptions?: string[]): Row => ({
    ...both(lhs, rhs, wrong, assumptions),
    relation: "=>",
  });
  return [
    both(`${product} != 0`, `x != ${r} and x != ${s}`, `x != ${r} or x != ${s}`),
    both(`${product} < 0`, `x > ${r} and x < ${s}`, `x > ${r} or x < ${s}`),
    both(`${product} >= 0`, `x <= ${r} or x >= ${s}`, `x < ${r} or x >= ${s}`),
    both(`x^2 >= ${k * k}`, `x <= -${k} or x >= ${k}`, `x >= ${k}`),
    both(`x^2 <= ${k * k}`, `-${k} <= x and x <= ${k}`, `x <= ${k}`),
    both(`abs(x) < ${k}`, `-${k} < x and x < ${k}`, `-${k} <= x and x < ${k}`),
    then(`x = ${r} and y = ${s}`, `x + y = ${r + s}`, `x*y = ${r * s + 1}`),
    then(`x > ${r}`, `x != ${r}`, `x != ${r + 1}`),
    then(`x != ${r}`, `(x - ${paren(r)})^2 > 0`, `x - ${paren(r)} > 0`),
    then(`x >= ${r} and x != ${r}`, `x > ${r}`, `x > ${s}`),
    then(`x > ${r} and x < ${s}`, `2*x > ${2 * r}`, `2*x > ${2 * s}`),
    then(`x = ${r} or x = ${s}`, `${product} = 0`, `x = ${r}`),
    then(`a = b and c = ${k}`, `a*c = ${k}*b`, `a*c = ${k + 1}*b`),
    both(`a*x = ${k}*a`, `x = ${k}`, `x = ${k + 1}`, ["a > 0"]),
    both("x/y = z", "x = y*z", "x = z/y", ["y > 1"]),
  ];
});
