import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { type Row, rows } from "./fragment.js";

const paren = (k: number): string => (k < 0 ? `(${k})` : `${k}`);

/**
 * Claims with a value where they need one, and the same where a condition would exclude all that they are about: the
 * whole premise, an alternative that is printed, or each point.
 */
export const excluded = rows(
  "conditions that exclude the claim",
  (random: Random): Row[] => {
    const [c, k] = [random.integer(-3, 5), random.integer(1, 4)];
    const q = c + k;
    const quotient = `(x^2 - ${c * c})/(x - ${paren(c)})`;
    const then = (lhs: string, rhs: string, wrong: string, at: number): Row => ({
      lhs,
      relation: "=>",
      rhs,
      wrong: { lhs: wrong },
      at: { x: `${at}` },
    });
    const same = (body: (inner: string) => string, inner: string, wrong: string): Row => ({
      lhs: `${body(inner)} + y`,
      rhs: `y + ${body(inner)}`,
      wrong: { lhs: `${body(wrong)} + y`, rhs: `y + ${body(wrong)}` },
      at: { x: `${c}`, y: "1" },
    });
    const nothing = pick(["x - x", "2*x - x - x", "(x + 1)^2 - x^2 - 2*x - 1"], random);
    return [
      then(`x = ${q}`, `${quotient} = x + ${paren(c)}`, `x = ${c}`, c),
      then(`x = ${k}`, "x/x = 1", "x = 0", 0),
      then(
        `x = ${c} or x = ${q}`,
        `(x - ${c + k + 1})/(x - ${c + k + 1}) = 1`,
        `x = ${c} or x = ${c + k + 1}`,
        c + k + 1,
      ),
      then(`x >= ${k}`, "exp(log(x)) = x", `x <= -${k}`, -k),
      {
        lhs: `(x - ${paren(c)} + ${k})/(x - ${paren(c)}) >= 1`,
        relation: "<=>",
        rhs: `x > ${c}`,
        wrong: `x >= ${c}`,
        at: { x: `${c}` },
      },
      then(`x > ${k}`, "sqrt(x)^2 = x", `x < -${k}`, -k - 1),
      then(
        `x > ${c}`,
        `sqrt(x - ${paren(c)})*sqrt(x - ${paren(c)}) = x - ${paren(c)}`,
        `x < ${c}`,
        c - 1,
      ),
      {
        ...then(`a = b + ${k}`, "(a^2 - b^2)/(a - b) = a + b", "a = b", 0),
        at: { a: "1", b: "1" },
      },
      {
        ...then(`x = ${k}*y`, `log(x/y) = log(${k})`, `x = -${k}*y`, 0),
        at: { x: `-${k}`, y: "1" },
        assumptions: ["y > 0"],
      },
      same((inner) => `sqrt(${inner})`, `${k} + x^2`, `-${k} - x^2`),
      same((inner) => `log(${inner})`, `${k} + abs(x)`, `-${k} - abs(x)`),
      same((inner) => `1/(${inner})`, `x^2 + ${k}`, nothing),
      {
        lhs: `(x^2 + ${k})/(x^2 + ${k})*y`,
        rhs: "y",
        wrong: { lhs: `(${nothing})/(${nothing})*y` },
        at: { x: "1", y: "2" },
      },
      {
        lhs: `x*sqrt(x^2 + ${k})`,
        relation: "<=",
        rhs: `(x + 1)*sqrt(x^2 + ${k})`,
        wrong: { lhs: `x*sqrt(-x^2 - ${k})`, rhs: `(x + 1)*sqrt(-x^2 - ${k})` },
        at: { x: "1" },
      },
    ];
  },
  { certain: false },
);
